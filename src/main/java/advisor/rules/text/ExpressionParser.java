package advisor.rules.text;

import advisor.rules.text.Expression.Comparison;
import advisor.rules.text.Expression.Compound;
import advisor.rules.text.Expression.Literal;
import advisor.rules.text.Expression.Path;
import advisor.rules.text.Expression.Step;
import advisor.rules.text.Expression.Unread;
import advisor.rules.text.Expression.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes conditions apart by recursive descent, an operator's precedence a method. The parser of Drools understands more,
 * but what it needs to begin takes longer than all explanations of a request.
 */
public final class ExpressionParser {
    private static final Map<String, String> EITHER = Map.of("||", "||", "or", "||");
    private static final Map<String, String> BOTH = Map.of("&&", "&&", "and", "&&");
    private static final Map<String, String> SUM = Map.of("+", "+", "-", "-");
    private static final Map<String, String> PRODUCT = Map.of("*", "*", "/", "/", "%", "%");
    private static final Set<String> SIGNS = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> WORDS =
            Set.of("not", "in", "contains", "excludes", "matches", "memberOf", "soundslike", "str");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final String source;
    private final List<Token> tokens;
    private int at;
    private @Nullable Expression compared;

    private ExpressionParser(String source) {
        this.source = source;
        this.tokens = Token.of(source);
    }

    /** Takes a condition apart; what is none comes back as {@link Expression.Unread}. */
    public static Expression parse(String source) {
        ExpressionParser parser = new ExpressionParser(source);
        try {
            Expression whole = parser.either();
            return parser.at == parser.tokens.size() ? whole : new Unread(source.strip());
        } catch (Unreadable e) {
            return new Unread(source.strip());
        }
    }

    /** That a text is no expression. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("no expression", null, false, false);
        }
    }

    private Expression either() {
        return joined(EITHER, this::both);
    }

    private Expression both() {
        return joined(BOTH, this::comparison);
    }

    private Expression sum() {
        return joined(SUM, this::product);
    }

    private Expression product() {
        return joined(PRODUCT, this::signed);
    }

    private Expression joined(Map<String, String> operators, Supplier<Expression> part) {
        int from = at;
        Expression left = part.get();
        while (operators.containsKey(peek())) {
            String operator = operators.getOrDefault(next().text(), "");
            Expression right = part.get();
            left = new Compound(text(from), operator, List.of(left, right));
        }
        return left;
    }

    /** A second comparison may leave out what it compares: {@code devices > 1 && < 8}. */
    private Expression comparison() {
        int from = at;
        Expression before = compared;
        Expression left = before != null && isComparing() ? before : sum();
        if (!isComparing()) {
            return left;
        }
        compared = left;
        String operator = operator();
        Expression right = operator.endsWith("in") && peek().equals("(") ? values("(", ")") : sum();
        return new Comparison(text(from), left, operator, right);
    }

    private boolean isComparing() {
        return SIGNS.contains(peek()) || WORDS.contains(peek());
    }

    private String operator() {
        String operator = next().text();
        if (operator.equals("not")) {
            return "not " + next().text();
        }
        return peek().equals("[") ? operator + values("[", "]").text() : operator;
    }

    private Expression signed() {
        if (!peek().equals("!") && !peek().equals("-")) {
            return single();
        }
        int from = at;
        String operator = next().text();
        Expression of = signed();
        return new Compound(text(from), operator, List.of(of));
    }

    private Expression single() {
        String sign = peek();
        if (sign.equals("(")) {
            Values values = values("(", ")");
            return values.parts().size() == 1 ? values.parts().get(0) : values;
        }
        if (sign.equals("[")) {
            return values("[", "]");
        }
        Token token = next();
        return switch (token.kind()) {
            case NUMBER, QUOTED -> new Literal(token.text());
            case NAME -> LITERALS.contains(token.text()) ? new Literal(token.text()) : path(token);
            case SIGN -> throw new Unreadable();
        };
    }

    private Path path(Token first) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(first));
        while (peek().equals(".") || peek().equals("!.")) {
            next();
            steps.add(step(next()));
        }
        return new Path(List.copyOf(steps));
    }

    private Step step(Token name) {
        if (name.kind() != Token.Kind.NAME) {
            throw new Unreadable();
        }
        boolean called = peek().equals("(");
        return new Step(name.text(), called, called ? values("(", ")").parts() : List.of());
    }

    private Values values(String open, String close) {
        int from = at;
        expect(open);
        List<Expression> parts = new ArrayList<>();
        while (!peek().equals(close)) {
            if (!parts.isEmpty()) {
                expect(",");
            }
            parts.add(either());
        }
        expect(close);
        return new Values(text(from), List.copyOf(parts));
    }

    private void expect(String sign) {
        if (!next().text().equals(sign)) {
            throw new Unreadable();
        }
    }

    /** The next word or sign; empty behind the last. */
    private String peek() {
        return at < tokens.size() ? tokens.get(at).text() : "";
    }

    private Token next() {
        if (at == tokens.size()) {
            throw new Unreadable();
        }
        return tokens.get(at++);
    }

    /** What is written from a token to the present one. */
    private String text(int from) {
        return source.substring(tokens.get(from).from(), tokens.get(at - 1).to());
    }
}
