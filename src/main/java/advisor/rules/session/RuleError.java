package advisor.rules.session;

import advisor.facts.Candidate;
import advisor.rules.text.RuleDefinition;
import advisor.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * A rule that failed while it ran and was left out of a judgement, for every candidate.
 *
 * @param candidate on which it failed; {@code null} if that is not known, or if it failed on the request as a whole
 * @param message what went wrong, with the condition where it did as far as that is known
 * @param endless whether it was stopped, as it did not come to an end
 */
public record RuleError(RuleDefinition rule, @Nullable Candidate candidate, Text message, boolean endless) {
    private static final Pattern CONSTRAINT = Pattern.compile("constraint '(.*)' in \\[", Pattern.DOTALL);

    static RuleError thrown(RuleDefinition rule, @Nullable Candidate candidate, Throwable failure) {
        String message = condition(failure) + cause(failure);
        return new RuleError(rule, candidate, new Text(message, message), false);
    }

    static RuleError endless(RuleDefinition rule, int firings) {
        return new RuleError(
                rule,
                null,
                new Text(
                        "it was stopped after firing %s times; maybe it answers its own findings?".formatted(firings),
                        "触发 %s 次后被停止；是否在响应自己的结论？".formatted(firings)),
                true);
    }

    static RuleError tooMuch(RuleDefinition rule, long pairs) {
        return new RuleError(
                rule,
                null,
                new Text(
                        "it was stopped before trying more than %s pairs of facts; maybe its patterns are joined by nothing?"
                                .formatted(pairs),
                        "在尝试超过 %s 对事实之前被停止；是否各模式之间没有关联条件？".formatted(pairs)),
                true);
    }

    private static String condition(Throwable failure) {
        Matcher matcher = CONSTRAINT.matcher(String.valueOf(failure.getMessage()));
        return failure instanceof ConstraintEvaluationException && matcher.find() ? matcher.group(1) + ": " : "";
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String name = cause.getClass().getSimpleName();
        String message = cause.getMessage();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }
}
