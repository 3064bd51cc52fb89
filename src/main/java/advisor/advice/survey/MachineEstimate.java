package advisor.advice.survey;

import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.SpeedBasis;
import advisor.facts.unit.Unknown;
import java.util.List;
import java.util.Map;

/**
 * What a model takes and gives on a machine.
 *
 * @param load streams and their lengths
 * @param basis what the speed rests on
 * @param provenances how each figure was come by
 * @param unknown what is not known, or does not come about because the model does not fit
 */
public record MachineEstimate(
        Request load,
        Candidate candidate,
        SpeedBasis basis,
        Map<String, Provenance> provenances,
        List<Unknown> unknown) {}
