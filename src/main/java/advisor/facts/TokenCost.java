package advisor.facts;

import advisor.facts.unit.Interval;
import advisor.facts.unit.MoneyRange;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a million output tokens, their prompts included.
 *
 * @param tokensPerMonth output tokens of the request's load
 * @param atLoad at the load of the request; {@code null} if cost or speed is not known
 * @param fullLoadTokensPerSecond of one unit with all the streams that it carries
 * @param atFullLoad when it is that busy all the time that is paid for
 */
public record TokenCost(
        double tokensPerMonth,
        @Nullable MoneyRange atLoad,
        @Nullable Interval fullLoadTokensPerSecond,
        @Nullable MoneyRange atFullLoad) {}
