package advisor.facts;

import advisor.facts.unit.Interval;
import advisor.facts.unit.MoneyRange;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a million output tokens, their prompts included.
 *
 * @param tokensPerMonth output tokens of the request's load
 * @param replicas how many of the option the load takes; {@code null} if its speed is not known
 * @param machines how many of the option the advice counts: as many, or 1 where that is not known or not asked
 * @param atLoad with that many; {@code null} if cost or speed is not known
 * @param fullLoadTokensPerSecond with as many streams as fit and still answer at the wished speed
 * @param atFullLoad when it is that busy all the time that is paid for
 */
public record TokenCost(
        double tokensPerMonth,
        @Nullable Long replicas,
        long machines,
        @Nullable MoneyRange atLoad,
        @Nullable Interval fullLoadTokensPerSecond,
        @Nullable MoneyRange atFullLoad) {}
