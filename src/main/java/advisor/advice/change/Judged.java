package advisor.advice.change;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;

/**
 * An option among all that were judged.
 *
 * @param verdict on the format of it that is meant
 */
public record Judged(Advice advice, OptionVerdict option, Verdict verdict) {}
