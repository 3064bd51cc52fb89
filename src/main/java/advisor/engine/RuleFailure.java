package advisor.engine;

import java.util.Map;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.runtime.rule.ConsequenceException;

/** A rule broke while it ran. Names the rule and its place. */
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RuleFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The failure of the rule that an exception of the engine tells of; the exception itself if it tells of none. */
    static RuntimeException in(RuntimeException exception, Map<String, RuleDefinition> rules) {
        if (exception instanceof ConsequenceException consequence) {
            String key = Recorder.key(
                    consequence.getRule().getPackageName(),
                    consequence.getRule().getName());
            RuleDefinition rule = rules.get(key);
            String place = rule == null ? key : rule.place() + " (" + rule.id() + ")";
            return new RuleFailure("The rule at %s failed: %s".formatted(place, cause(exception)), exception);
        }
        if (exception instanceof ConstraintEvaluationException) {
            return new RuleFailure("%s: %s".formatted(firstLine(exception), cause(exception)), exception);
        }
        return exception;
    }

    private static String cause(Throwable exception) {
        Throwable cause = exception;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return firstLine(cause);
    }

    private static String firstLine(Throwable exception) {
        return String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
    }
}
