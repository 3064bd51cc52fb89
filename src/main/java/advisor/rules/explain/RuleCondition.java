package advisor.rules.explain;

import advisor.rules.text.Expression;
import advisor.rules.text.ExpressionParser;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule, as it is written.
 *
 * @param text what the file says: {@code Candidate}, {@code memory.shortfall != null}
 * @param column first column is 1
 * @param within index of the {@code not}, {@code exists}, {@code or} or the like that it belongs to; {@code null} if it stands for itself
 */
public record RuleCondition(Kind kind, String text, int line, int column, @Nullable Integer within) {

    /** Its text taken apart; of a constraint alone. */
    public Expression expression() {
        return ExpressionParser.parse(text);
    }

    /** What a condition asks for. */
    public enum Kind {
        /** A fact of a type that satisfies the constraints which follow. */
        PATTERN,
        /** A comparison on that fact. */
        CONSTRAINT,
        /** That there is such a fact, whichever. */
        EXISTS,
        /** That there is no such fact. */
        NOT,
        /** That what is calculated over all such facts can be calculated. */
        ACCUMULATE,
        /** That every such fact satisfies the constraints which follow. */
        FORALL,
        /** That one of what follows holds. */
        OR
    }
}
