package advisor.facts.machine;

import advisor.facts.unit.Sourced;
import java.util.Set;

/**
 * What was fitted to measured runs of one engine.
 *
 * @param prefillComputeShare share of dense compute reached in prefill
 * @param layerSeconds fixed time of a layer in a decoding step
 * @param expertLayerSeconds fixed time that a layer of experts adds
 * @param streamLayerSeconds time that each stream adds to a layer of a step
 * @param queueShare share of the other streams' prefills that a prompt waits for
 * @param firstTokenSteps steps until the first token leaves
 * @param undisclosedSpeculation families of models of which some published runs are so much faster than the others that
 *     they most likely guess several tokens at once, which their source does not say
 * @param runs that this was fitted to; 0 if the catalog does not say
 */
public record EngineSpeed(
        double prefillComputeShare,
        double layerSeconds,
        double expertLayerSeconds,
        double streamLayerSeconds,
        double queueShare,
        double firstTokenSteps,
        Set<String> undisclosedSpeculation,
        int runs,
        String source)
        implements Sourced {}
