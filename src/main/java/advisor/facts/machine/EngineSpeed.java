package advisor.facts.machine;

import advisor.facts.unit.Sourced;
import java.util.Set;

/**
 * What was fitted to measured runs of one engine.
 *
 * @param measuredOn generations on which the runs were
 * @param prefillComputeShare share of dense compute reached in prefill
 * @param layerSeconds fixed time of a layer in a decoding step
 * @param expertLayerSeconds fixed time that a layer of experts adds
 * @param streamSeconds time that each stream adds to a step
 * @param queueShare share of the other streams' prefills that a prompt waits for
 * @param firstTokenSeconds fixed time to the first token
 */
public record EngineSpeed(
        Set<String> measuredOn,
        double prefillComputeShare,
        double layerSeconds,
        double expertLayerSeconds,
        double streamSeconds,
        double queueShare,
        double firstTokenSeconds,
        String source)
        implements Sourced {}
