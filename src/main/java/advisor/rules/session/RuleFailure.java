package advisor.rules.session;

import advisor.rules.text.RuleDefinition;
import java.util.List;
import java.util.stream.Collectors;

/** Rules cannot be run: some failed where none may, or something failed that no rule can be blamed for. */
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleError> errors;

    RuleFailure(List<RuleError> errors) {
        super(errors.stream().map(RuleFailure::line).collect(Collectors.joining(System.lineSeparator())));
        this.errors = List.copyOf(errors);
    }

    RuleFailure(Throwable cause) {
        super("The rules failed, and no rule alone does: " + cause, cause);
        this.errors = List.of();
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
