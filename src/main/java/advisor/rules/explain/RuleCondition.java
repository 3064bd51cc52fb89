package advisor.rules.explain;

import advisor.rules.text.Expression;
import advisor.rules.text.Expression.Path;
import advisor.rules.text.ExpressionParser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One condition of a rule, as it is written. Immutable. */
public final class RuleCondition {
    private final Kind kind;
    private final String text;
    private final int line;
    private final int column;
    private final @Nullable Integer within;

    private volatile @Nullable Parsed parsed;

    /** Its text taken apart, when somebody first asks: most starts never do. */
    private record Parsed(Expression expression, List<Path> paths) {}

    /**
     * @param text what the file says: {@code Candidate}, {@code memory.shortfall != null}
     * @param column first column is 1
     * @param within index of the {@code not}, {@code exists}, {@code or} or the like that it belongs to; {@code null} if it
     *     stands for itself
     */
    RuleCondition(Kind kind, String text, int line, int column, @Nullable Integer within) {
        this.kind = kind;
        this.text = text;
        this.line = line;
        this.column = column;
        this.within = within;
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public @Nullable Integer within() {
        return within;
    }

    /** Its text taken apart; of a constraint alone. */
    public Expression expression() {
        return parsed().expression();
    }

    /** What it reads of facts and variables; of a constraint alone. */
    List<Path> paths() {
        return parsed().paths();
    }

    private Parsed parsed() {
        Parsed known = parsed;
        if (known == null) {
            Expression expression = ExpressionParser.parse(text);
            known = new Parsed(expression, expression.paths().toList());
            parsed = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleCondition that
                && that.kind == kind
                && that.text.equals(text)
                && that.line == line
                && that.column == column
                && Objects.equals(that.within, within);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * text.hashCode() + line) + column;
    }

    @Override
    public String toString() {
        return "%s at %s:%s, %s in %s".formatted(text, line, column, kind, within);
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
