package advisor.advice;

import advisor.facts.unit.Money;
import org.jspecify.annotations.Nullable;

/**
 * The same load at the speed that was asked for, where the model's own module guesses tokens ahead.
 *
 * @param tokens that it guesses ahead of each step
 * @param best what comes first then
 * @param saving what it costs less in all than what is recommended otherwise; {@code null} if nothing is
 */
public record Guessing(int tokens, OptionVerdict best, @Nullable Money saving) {}
