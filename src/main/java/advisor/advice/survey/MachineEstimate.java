package advisor.advice.survey;

import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.SpeedBasis;
import advisor.facts.unit.Unknown;
import java.util.List;

/**
 * What a model takes and gives on a machine.
 *
 * @param load streams and their lengths
 * @param basis what the speed rests on
 * @param unknown what is not known, or does not come about because the model does not fit
 */
public record MachineEstimate(Request load, Candidate candidate, SpeedBasis basis, List<Unknown> unknown) {}
