package advisor.report.words;

import advisor.facts.Candidate;
import advisor.facts.machine.Accelerator;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Operand;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import advisor.workshop.TestFailure;
import advisor.workshop.TestResult;
import advisor.workshop.TestResult.LayerChange;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results of scenarios as text. */
public final class TestText {
    private static final Wording WORDING = new Wording(Language.EN);

    private TestText() {}

    /** What failed, and how many passed. */
    public static String of(List<TestResult> results, Language language) {
        StringBuilder out = new StringBuilder();
        List<TestResult> failed =
                results.stream().filter(result -> !result.passed()).toList();
        for (TestResult result : failed) {
            out.append(result.scenario().place())
                    .append(": ")
                    .append(result.scenario().name())
                    .append('\n')
                    .append(failures(result))
                    .append('\n');
        }
        Phrases phrases = new Phrases(language);
        List<TestResult> changed =
                results.stream().filter(result -> result.changed() != null).toList();
        if (!changed.isEmpty()) {
            out.append(phrases.say("test.changed", changed.size())).append('\n');
            changed.forEach(result -> out.append(changed(result, phrases)));
            out.append('\n');
        }
        int passed = results.size() - failed.size() - changed.size();
        out.append(phrases.say("test.sum", results.size(), passed, failed.size()));
        out.append(changed.isEmpty() ? "" : phrases.say("test.sum-changed", changed.size()))
                .append('\n');
        return out.toString();
    }

    private static String changed(TestResult result, Phrases phrases) {
        return "  %s: %s\n%s%s"
                .formatted(
                        result.scenario().place(),
                        result.scenario().name(),
                        failures(result).indent(2),
                        Objects.requireNonNull(result.changed()).stream()
                                .map(change -> "    " + phrases.say("test.by", change(change, phrases), change.place()))
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String change(LayerChange change, Phrases phrases) {
        return change.rule() + " " + points(change.before(), phrases) + " → " + points(change.after(), phrases);
    }

    private static String points(@Nullable Integer points, Phrases phrases) {
        return points == null ? phrases.say("impact.silent") : Integer.toString(points);
    }

    /** What one scenario expected and did not get, with the conditions that explain it. */
    public static String failures(TestResult result) {
        StringBuilder out = new StringBuilder();
        for (TestFailure failure : result.failures()) {
            out.append("  ").append(failure.message()).append('\n');
            failure.conditions()
                    .forEach(
                            trace -> out.append("    ").append(condition(trace)).append('\n'));
        }
        return out.toString();
    }

    /** As people of a language read its values. */
    static String condition(ConditionTrace trace, Language language) {
        return condition(trace, new Wording(language));
    }

    /** {@code false  memory.shortfall != null  (memory.shortfall = unknown)}. */
    public static String condition(ConditionTrace trace) {
        return condition(trace, WORDING);
    }

    private static String condition(ConditionTrace trace, Wording wording) {
        String truth = trace.holds() == null ? "-" : trace.holds().toString();
        String line = "%-5s %s".formatted(truth, trace.condition().text());
        return line + values(trace, wording) + searched(trace);
    }

    /** Whole facts tell nothing beside their names. */
    private static boolean isValue(Operand operand) {
        return !(operand.value() instanceof Record fact) || isAmount(fact);
    }

    private static String values(ConditionTrace trace, Wording wording) {
        return trace.operands().stream().noneMatch(TestText::isValue)
                ? ""
                : trace.operands().stream()
                        .filter(TestText::isValue)
                        .map(operand -> operand(operand, wording))
                        .collect(Collectors.joining(", ", "  (", ")"));
    }

    private static String searched(ConditionTrace trace) {
        return switch (trace.condition().kind()) {
            case PATTERN, EXISTS, NOT, FORALL -> "  (%s of %s)".formatted(trace.found(), trace.searched());
            default -> "";
        };
    }

    /** A condition that holds, with its values, without saying so. */
    static String held(ConditionTrace trace, Language language) {
        return trace.condition().text() + values(trace, new Wording(language));
    }

    /** A value as English text. */
    public static String value(Operand operand) {
        return text(operand.value(), WORDING);
    }

    private static String operand(Operand operand, Wording wording) {
        Object value = operand.value();
        return operand.path() + " = " + text(value, wording);
    }

    /** As a condition would compare it: what is not known is {@code null}. */
    private static String text(@Nullable Object value, Wording wording) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Enum<?> constant) {
            return Ids.of(constant);
        }
        return value instanceof Record fact && !isAmount(fact) ? named(fact) : wording.value(value);
    }

    private static boolean isAmount(Record fact) {
        return fact instanceof Bytes
                || fact instanceof Money
                || fact instanceof MoneyRange
                || fact instanceof Interval
                || fact instanceof Text;
    }

    /** A whole fact by its id, or else by its type. */
    private static String named(Record fact) {
        if (fact instanceof Candidate candidate) {
            return candidate.id();
        }
        if (fact instanceof DeploymentOption option) {
            return option.id();
        }
        return fact instanceof Accelerator accelerator
                ? accelerator.id()
                : fact.getClass().getSimpleName();
    }
}
