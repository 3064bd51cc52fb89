package advisor.report;

import advisor.advice.Wording;
import advisor.engine.trace.ConditionTrace;
import advisor.engine.trace.Operand;
import advisor.model.Ids;
import advisor.model.Language;
import advisor.workshop.TestFailure;
import advisor.workshop.TestResult;
import java.util.List;
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
        out.append(new Phrases(language).say("test.sum", results.size(), results.size() - failed.size(), failed.size()))
                .append('\n');
        return out.toString();
    }

    /** What one scenario expected and did not get, with the conditions that explain it. */
    static String failures(TestResult result) {
        StringBuilder out = new StringBuilder();
        for (TestFailure failure : result.failures()) {
            out.append("  ").append(failure.message()).append('\n');
            failure.conditions()
                    .forEach(
                            trace -> out.append("    ").append(condition(trace)).append('\n'));
        }
        return out.toString();
    }

    /** {@code false  memory.shortfall != null  (memory.shortfall = unknown)}. */
    static String condition(ConditionTrace trace) {
        String truth = trace.holds() == null ? "-" : trace.holds().toString();
        String line = "%-5s %s".formatted(truth, trace.condition().text());
        return line + values(trace) + searched(trace);
    }

    private static String values(ConditionTrace trace) {
        return trace.operands().isEmpty()
                ? ""
                : trace.operands().stream().map(TestText::operand).collect(Collectors.joining(", ", "  (", ")"));
    }

    private static String searched(ConditionTrace trace) {
        return switch (trace.condition().kind()) {
            case PATTERN, EXISTS, NOT -> "  (%s of %s)".formatted(trace.found(), trace.searched());
            default -> "";
        };
    }

    private static String operand(Operand operand) {
        Object value = operand.value();
        return operand.path() + " = " + text(value);
    }

    /** As a condition would compare it: what is not known is {@code null}. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return value instanceof Enum<?> constant ? Ids.of(constant) : WORDING.value(value);
    }
}
