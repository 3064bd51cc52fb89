package advisor.advice;

import advisor.facts.unit.Money;
import org.jspecify.annotations.Nullable;

/**
 * The same load, answered at half the speed that is taken to be wished where a request names none.
 *
 * @param tokensPerSecond of each stream, half of those
 * @param wished of each stream, where nobody says otherwise
 * @param best what comes first then
 * @param saving what it costs less in all than what is recommended otherwise; {@code null} if nothing is
 */
public record Slower(double tokensPerSecond, double wished, OptionVerdict best, @Nullable Money saving) {}
