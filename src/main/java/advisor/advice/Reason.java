package advisor.advice;

import advisor.engine.RuleDefinition;
import advisor.model.Finding;
import advisor.model.Text;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as people read it: what a rule says, with its figures filled in, and where that comes from.
 *
 * @param sources citations of the rule and of the facts it matched
 * @param corrects what this reason corrects; {@code null} if nothing
 */
public record Reason(
        RuleDefinition rule,
        Finding.Kind kind,
        int points,
        Text text,
        List<String> sources,
        @Nullable Correction corrects) {

    /** Weightiest first: kind, then points, then id and text. */
    public static final Comparator<Reason> BY_WEIGHT = Comparator.comparing(Reason::kind)
            .thenComparing(reason -> -Math.abs(reason.points()))
            .thenComparing(reason -> reason.rule().id())
            .thenComparing(reason -> reason.text().en());

    /**
     * A founding claim beside its correction.
     *
     * @param text the claim as it would have been said of this candidate; {@code null} if it does not apply to it
     */
    public record Correction(String rule, @Nullable Text text) {}
}
