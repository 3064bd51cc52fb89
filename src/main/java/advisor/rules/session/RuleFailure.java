package advisor.rules.session;

import advisor.rules.text.RuleDefinition;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Rules cannot be run: some failed where none may, or something failed that no rule can be blamed for. */
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleError> errors;

    RuleFailure(List<RuleError> errors) {
        this(errors.stream().map(RuleFailure::line).collect(Collectors.joining(System.lineSeparator())), errors);
    }

    private RuleFailure(String message, List<RuleError> errors) {
        super(message);
        this.errors = List.copyOf(errors);
    }

    RuleFailure(Throwable cause) {
        super("The rules failed, and no rule alone does: " + cause, cause);
        this.errors = List.of();
    }

    /** A hearing that took too long, after some rules had failed in it. */
    static RuleFailure late(Duration deadline, List<RuleError> errors) {
        return new RuleFailure(
                "The judgement was stopped after %s seconds.%nMaybe the machine is busy: --judgement-deadline gives it longer.%s"
                        .formatted(deadline.toSeconds(), before(errors)),
                errors);
    }

    private static String before(List<RuleError> errors) {
        return errors.stream()
                .map(error -> System.lineSeparator() + line(error))
                .collect(Collectors.joining());
    }

    /** Empty if no rule can be blamed. */
    public List<RuleError> errors() {
        return errors;
    }

    private static String line(RuleError error) {
        RuleDefinition rule = error.rule();
        return "The rule at %s (%s) failed: %s"
                .formatted(rule.place(), rule.id(), error.message().en());
    }
}
