package advisor.rules.session;

import advisor.rules.text.RuleDefinition;
import advisor.text.Text;
import java.time.Duration;
import java.util.List;

/** Rules cannot be run: some failed where none may, something failed that no rule can be blamed for, or time was up. */
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;
    private final transient List<RuleError> errors;
    private final boolean late;

    private RuleFailure(Text text, List<RuleError> errors, boolean late) {
        super(text.en());
        this.text = text;
        this.errors = List.copyOf(errors);
        this.late = late;
    }

    RuleFailure(List<RuleError> errors) {
        this(lines(errors.stream().map(RuleFailure::line).toList()), errors, false);
    }

    RuleFailure(Throwable cause) {
        this(
                new Text("The rules failed, and no rule alone does: %s", "规则失败，但没有任何一条单独失败：%s").with(cause),
                List.of(),
                false);
        initCause(cause);
    }

    /**
     * A hearing that took too long, after some rules had failed in it.
     *
     * @param at the rules that it was at; empty if it was at none
     */
    static RuleFailure late(Duration deadline, List<RuleDefinition> at, List<RuleError> errors) {
        Text stopped = new Text("The judgement was stopped after %s seconds%s", "判断在 %s 秒后被停止%s")
                .with(
                        deadline.toSeconds(),
                        at.isEmpty()
                                ? new Text(".", "。")
                                : new Text(", at the rule at %s.", "，当时在规则 %s。").with(places(at)));
        List<Text> failed = errors.stream().map(RuleFailure::line).toList();
        return new RuleFailure(failed.isEmpty() ? stopped : lines(List.of(stopped, lines(failed))), errors, true);
    }

    /** What went wrong, in both languages. */
    public Text text() {
        return text;
    }

    /** Empty if no rule can be blamed. */
    public List<RuleError> errors() {
        return errors;
    }

    /** Whether nothing failed but the time was up: another time, or with longer to wait, it may do. */
    public boolean isLate() {
        return late;
    }

    private static Text line(RuleError error) {
        return new Text("The rule at %s failed: %s", "规则 %s 失败：%s")
                .with(places(List.of(error.rule())), error.message());
    }

    private static String places(List<RuleDefinition> rules) {
        return String.join(
                ", ",
                rules.stream()
                        .map(rule -> "%s (%s)".formatted(rule.place(), rule.id()))
                        .toList());
    }

    private static Text lines(List<Text> lines) {
        return new Text(
                String.join(System.lineSeparator(), lines.stream().map(Text::en).toList()),
                String.join(System.lineSeparator(), lines.stream().map(Text::zh).toList()));
    }
}
