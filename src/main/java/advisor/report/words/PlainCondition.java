package advisor.report.words;

import advisor.facts.Request;
import advisor.facts.unit.Parameter;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Operand;
import advisor.rules.text.Expression;
import advisor.rules.text.Expression.Comparison;
import advisor.rules.text.Expression.Literal;
import advisor.rules.text.ExpressionParser;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a condition of a rule as a sentence, with the values on both sides, for people who do not read rules. */
public final class PlainCondition {
    private static final Map<String, String> SIGNS = Map.of(
            "==",
            "eq",
            "!=",
            "ne",
            "<",
            "lt",
            ">",
            "gt",
            "<=",
            "le",
            ">=",
            "ge",
            "in",
            "in",
            "contains",
            "contains",
            "matches",
            "matches");

    private static final Map<String, String> OPPOSITES = Map.of(
            "==",
            "!=",
            "!=",
            "==",
            ">",
            "<=",
            "<",
            ">=",
            ">=",
            "<",
            "<=",
            ">",
            "in",
            "not in",
            "not in",
            "in",
            "contains",
            "not contains",
            "not contains",
            "contains");

    private static final Literal TRUE = new Literal("true");
    private static final Literal FALSE = new Literal("false");
    private static final Literal NULL = new Literal("null");

    private final Phrases phrases;
    private final ValueNames names;
    private final Language language;

    public PlainCondition(Language language, SourceNotes notes) {
        this.phrases = new Phrases(language);
        this.names = new ValueNames(language, notes);
        this.language = language;
    }

    /** What is so: of a comparison that does not hold, its opposite; else what the condition says. */
    public String truth(ConditionTrace trace) {
        boolean failed = Boolean.FALSE.equals(trace.holds())
                && trace.operands().stream().noneMatch(operand -> operand.isUnknown() || operand.value() == null);
        return failed
                        && trace.condition().expression() instanceof Comparison asked
                        && OPPOSITES.containsKey(asked.operator())
                ? constraint(trace, opposite(asked)).orElseGet(() -> of(trace))
                : of(trace);
    }

    private static Comparison opposite(Comparison asked) {
        String sign = Objects.requireNonNull(OPPOSITES.get(asked.operator()));
        return new Comparison(asked.text(), asked.left(), sign, asked.right());
    }

    /** A sentence; the condition as it is written where no sentence says it. */
    public String of(ConditionTrace trace) {
        return switch (trace.condition().kind()) {
            case CONSTRAINT -> constraint(trace).orElseGet(() -> TestText.held(trace, language));
            case NOT, EXISTS -> {
                boolean not = trace.condition().text().startsWith("not ");
                String fact = trace.condition().text().replaceFirst("^(not|exists) ", "");
                yield searched(not ? "says.not" : "says.exists", fact, trace);
            }
            case ACCUMULATE -> searched("says.accumulate", "Parameter", trace) + results(trace);
            case PATTERN ->
                searched(
                        trace.searched() == 0 ? "says.pattern-none" : "says.pattern",
                        trace.condition().text(),
                        trace);
            case FORALL -> searched("says.forall", trace.condition().text().replaceFirst("^forall ", ""), trace);
            case OR -> phrases.say("says.or");
        };
    }

    private String searched(String key, String fact, ConditionTrace trace) {
        return phrases.say(key, fact(fact), trace.searched(), trace.found());
    }

    private String results(ConditionTrace trace) {
        return trace.operands().stream()
                .map(operand -> " " + operand.path() + " = " + names.value(operand.value()))
                .collect(Collectors.joining());
    }

    /** @param types {@code Candidate}, or {@code ( Candidate, Parameter )} */
    private String fact(String types) {
        return Arrays.stream(types.split("[(), ]+", -1))
                .filter(type -> !type.isEmpty())
                .map(type -> phrases.has("fact." + type) ? phrases.say("fact." + type) : type)
                .collect(Collectors.joining(" + "));
    }

    /** Whether it says no more than which parameter a rule takes. */
    public static boolean namesLimit(ConditionTrace trace) {
        return trace.condition().expression() instanceof Comparison comparison
                && comparison.operator().equals("==")
                && comparison.left().text().equals("id")
                && trace.operands().stream().anyMatch(operand -> operand.owner() instanceof Parameter);
    }

    private Optional<String> constraint(ConditionTrace trace) {
        Expression condition = trace.condition().expression();
        return constraint(
                trace,
                condition instanceof Comparison comparison
                        ? comparison
                        : new Comparison(condition.text(), condition, "==", TRUE));
    }

    private Optional<String> constraint(ConditionTrace trace, Comparison asked) {
        String sign = sign(asked.operator());
        return operand(asked.left(), trace)
                .filter(left -> !sign.isEmpty() && names.hasField(left))
                .map(left -> sentence(left, sign, asked.right(), trace));
    }

    /** The end of a phrase's key; empty if no phrase says it. */
    private static String sign(String operator) {
        String sign = SIGNS.getOrDefault(operator.replaceFirst("^not ", ""), "");
        return operator.startsWith("not ") && !sign.isEmpty() ? "not-" + sign : sign;
    }

    private String sentence(Operand left, String sign, Expression right, ConditionTrace trace) {
        if (left.owner() instanceof Parameter parameter && namesLimit(trace)) {
            return phrases.say("says.limit-set", parameter.title().in(language), names.limit(parameter));
        }
        if (right.equals(TRUE) || right.equals(FALSE)) {
            return flag(left, right.equals(TRUE) == sign.equals("eq"), trace);
        }
        if (right.equals(NULL)) {
            return there(left, sign.equals("ne"), trace);
        }
        String other = other(right, trace);
        boolean same = sign.equals("eq") && other.equals(names.value(left.value()));
        return same
                ? phrases.say("says.device-set", name(left, trace), other)
                : phrases.say("says." + sign, name(left, trace), names.known(left), other);
    }

    /** That something is set or known, or is not. */
    private String there(Operand left, boolean wanted, ConditionTrace trace) {
        boolean asked = left.owner() instanceof Request;
        if (wanted) {
            return asked
                    ? phrases.say("says.set", name(left, trace), names.value(left.value()))
                    : phrases.say("says.there", name(left, trace), names.known(left));
        }
        String key = asked ? "says.not-set" : "says.not-there";
        return left.value() == null
                ? phrases.say(key, name(left, trace))
                : phrases.say(key + "-but", name(left, trace), names.known(left));
    }

    /** What is and, where it differs, what the rule asks for. */
    private String flag(Operand left, boolean wanted, ConditionTrace trace) {
        String value = left.value() == null ? names.unknown() : names.value(left.value());
        return Objects.equals(left.value(), wanted)
                ? phrases.say("says.flag", name(left, trace), value)
                : phrases.say("says.flag-not", name(left, trace), value, names.value(wanted));
    }

    private String other(Expression right, ConditionTrace trace) {
        Optional<Operand> operand = operand(right, trace);
        if (operand.isPresent() && operand.get().owner() instanceof Parameter parameter) {
            return names.limit(parameter);
        }
        if (operand.isPresent() && operand.get().field().isEmpty()) {
            return names.value(operand.get().value());
        }
        return operand.map(found -> names.hasField(found)
                        ? phrases.say("says.named", name(found, trace), names.known(found))
                        : names.value(found.value()))
                .orElseGet(() -> names.constants(right));
    }

    private static Optional<Operand> operand(Expression part, ConditionTrace trace) {
        return trace.operands().stream()
                .filter(operand -> operand.path().equals(part.text()))
                .findFirst();
    }

    /** What a field is called, with the arguments of its method filled in. */
    private String name(Operand operand, ConditionTrace trace) {
        return names.field(
                operand,
                ExpressionParser.parse(operand.path()).parts().stream()
                        .map(argument -> argument(argument, trace))
                        .toArray(String[]::new));
    }

    private String argument(Expression argument, ConditionTrace trace) {
        return operand(argument, trace)
                .map(found -> names.value(found.value()))
                .orElseGet(() -> names.constants(argument));
    }

    /** What a value is called, for people. */
    public String name(Operand operand) {
        return names.hasField(operand) ? names.field(operand, "…", "…") : operand.path();
    }
}
