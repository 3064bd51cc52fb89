package advisor.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.rules.explain.RuleCondition;
import advisor.rules.text.Expression.Comparison;
import advisor.rules.text.Expression.Compound;
import advisor.rules.text.Expression.Literal;
import advisor.rules.text.Expression.Path;
import advisor.rules.text.Expression.Unread;
import advisor.rules.text.Expression.Values;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.NullSafeFieldAccessExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    /** Drawn conditions; enough that every form stands within every other. */
    private static final int DRAWN = 300;

    private final Random random = new Random(13);
    private String compared = "";

    static Stream<String> shipped() {
        return Shipped.rules().logic().stream()
                .flatMap(logic -> logic.conditions().stream())
                .filter(condition -> condition.kind() == RuleCondition.Kind.CONSTRAINT)
                .map(RuleCondition::text)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedConditionIsReadAsDroolsReadsIt(String condition) {
        assertThat(ExpressionParser.parse(condition).text()).isEqualTo(condition);
        assertThat(ours(ExpressionParser.parse(condition))).isEqualTo(theirs(condition));
    }

    @Test
    void drawnConditionsAreReadAsDroolsReadsThem() {
        for (int i = 0; i < DRAWN; i++) {
            String condition = either(3);
            assertThat(ours(ExpressionParser.parse(condition))).as(condition).isEqualTo(theirs(condition));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a >", "a > 1 b", "map[\"k\"] == 1", "(a", "a.(b, c)", "a ? b : c", "a == \"open"})
    void whatIsNoExpressionIsKeptAsItIs(String text) {
        assertThat(ExpressionParser.parse(text)).isEqualTo(new Unread(text));
    }

    @Test
    void aPathStandsWithoutSuperfluousSpaceAndAComparisonAsItIs() {
        Expression read = ExpressionParser.parse(" cost.ageInMonths( $day,1 )  >  $months ");
        assertThat(read.text()).isEqualTo("cost.ageInMonths( $day,1 )  >  $months");
        assertThat(read.paths().map(Path::text)).containsExactly("cost.ageInMonths($day, 1)", "$day", "$months");
    }

    @ParameterizedTest
    @CsvSource({
        "memory.needed > $limit, true",
        "a == 1 && (b == 2 || c <= 3), true",
        "a == '<', false",
        "a in (B.C), false",
        "option.devices, false"
    })
    void itIsKnownWhetherItAsksForMore(String condition, boolean ordered) {
        assertThat(ExpressionParser.parse(condition.replace('\'', '"')).isOrdered())
                .isEqualTo(ordered);
    }

    @Test
    void namesOfClassesAreNoPaths() {
        assertThat(ExpressionParser.parse("vendor in (Vendor.AMD, $other) && Ids.of($x) == \"a.b\"")
                        .paths()
                        .map(Path::text))
                .containsExactly("vendor", "$other", "$x");
    }

    private static String ours(Expression part) {
        if (part instanceof Comparison comparison) {
            return "[%s %s %s]".formatted(ours(comparison.left()), comparison.operator(), ours(comparison.right()));
        }
        if (part instanceof Compound compound) {
            return compound.parts().stream()
                    .map(ExpressionTest::ours)
                    .collect(Collectors.joining(" ", "{" + compound.operator() + " ", "}"));
        }
        if (part instanceof Path path) {
            return path.steps().stream()
                    .map(step -> step.called() ? step.name() + all(step.arguments()) : step.name())
                    .collect(Collectors.joining("."));
        }
        return part instanceof Values values ? all(values.parts()) : ((Literal) part).text();
    }

    private static String all(Collection<Expression> parts) {
        return parts.stream().map(ExpressionTest::ours).collect(Collectors.joining(", ", "(", ")"));
    }

    private String theirs(String condition) {
        return theirs(DrlxParser.parseExpression(DrlxParser.buildDrlxParserWithArguments(List.of()), condition)
                .getExpr());
    }

    private String theirs(com.github.javaparser.ast.expr.Expression part) {
        if (part instanceof BinaryExpr binary) {
            return binary(binary);
        }
        if (part instanceof HalfBinaryExpr half) {
            return "[%s %s %s]".formatted(compared, half.getOperator().asString(), theirs(half.getRight()));
        }
        if (part instanceof PointFreeExpr words) {
            compared = theirs(words.getLeft());
            String right = words.getRight().stream().map(this::theirs).collect(Collectors.joining(", "));
            boolean several = words.getOperator().getIdentifier().equals("in");
            return "[%s %s%s %s]"
                    .formatted(
                            compared,
                            words.isNegated() ? "not " : "",
                            words.getOperator().getIdentifier(),
                            several ? "(" + right + ")" : right);
        }
        if (part instanceof EnclosedExpr enclosed) {
            return theirs(enclosed.getInner());
        }
        if (part instanceof UnaryExpr unary) {
            return "{%s %s}".formatted(unary.getOperator().asString(), theirs(unary.getExpression()));
        }
        return value(part);
    }

    private String binary(BinaryExpr binary) {
        String left = theirs(binary.getLeft());
        boolean compares = List.of("==", "!=", "<", ">", "<=", ">=")
                .contains(binary.getOperator().asString());
        compared = compares ? left : compared;
        return (compares ? "[%s %s %s]" : "{%2$s %1$s %3$s}")
                .formatted(left, binary.getOperator().asString(), theirs(binary.getRight()));
    }

    private String value(com.github.javaparser.ast.expr.Expression part) {
        if (part instanceof FieldAccessExpr field) {
            return theirs(field.getScope()) + "." + field.getNameAsString();
        }
        if (part instanceof NullSafeFieldAccessExpr field) {
            return theirs(field.getScope()) + "." + field.getNameAsString();
        }
        if (part instanceof MethodCallExpr call) {
            return call.getScope().map(scope -> theirs(scope) + ".").orElse("")
                    + call.getNameAsString()
                    + call.getArguments().stream().map(this::theirs).collect(Collectors.joining(", ", "(", ")"));
        }
        if (part instanceof StringLiteralExpr text) {
            return '"' + text.getValue() + '"';
        }
        return part instanceof LiteralStringValueExpr literal ? literal.getValue() : name(part);
    }

    /** They hold nothing but what they are called. */
    private static String name(com.github.javaparser.ast.expr.Expression part) {
        if (part instanceof NullLiteralExpr) {
            return "null";
        }
        return part instanceof BooleanLiteralExpr flag
                ? Boolean.toString(flag.getValue())
                : ((NodeWithSimpleName<?>) part).getNameAsString();
    }

    private String either(int depth) {
        return joined(" || ", 2, () -> joined(" && ", 2, () -> comparison(depth)));
    }

    private String comparison(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> depth == 0 ? path(0) : "(" + either(depth - 1) + ")";
            case 1 -> "!(" + path(0) + " == " + sum(0) + ")";
            case 2 -> path(depth) + drawn(" in ", " not in ") + "(" + joined(", ", 3, () -> "Kind.A") + ")";
            case 3 -> path(depth) + drawn(" contains ", " not contains ", " matches ", " memberOf ") + "\"x < y\"";
            case 4 -> path(0) + " > 1 && < " + random.nextInt(9);
            case 5 -> path(depth);
            default -> sum(depth) + drawn(" == ", " != ", " < ", " > ", " <= ", " >= ") + sum(depth);
        };
    }

    private String sum(int depth) {
        return joined(drawn(" + ", " - "), 2, () -> joined(drawn(" * ", " / "), 2, () -> operand(depth)));
    }

    private String operand(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> drawn("1", "2.5", "\"text\"", "null", "true");
            case 1 -> "-" + path(0);
            case 2 -> depth == 0 ? "3" : "(" + sum(depth - 1) + ")";
            default -> path(depth);
        };
    }

    private String path(int depth) {
        String call = depth == 0 ? "times()" : "times(" + joined(", ", 2, () -> path(0)) + ")";
        return drawn("memory", "$limit", "cost.total", "plan!.engine", "cost." + call, call + ".low");
    }

    private String joined(String sign, int most, Supplier<String> part) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(number -> part.get())
                .collect(Collectors.joining(sign));
    }

    private String drawn(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
