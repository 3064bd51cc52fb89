package advisor.advice;

import advisor.engine.RuleDefinition;
import advisor.model.Finding;
import advisor.model.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding as people read it: what a rule says, with its figures filled in, and where that comes from.
 *
 * @param sentence what it says
 * @param sources citations of the rule and of the facts it matched
 * @param corrects what this reason corrects; {@code null} if nothing
 */
public record Reason(
        RuleDefinition rule,
        Finding.Kind kind,
        int points,
        Sentence sentence,
        List<String> sources,
        @Nullable Correction corrects) {

    /** What it says in both languages, with its figures. */
    public Text text() {
        return sentence.text();
    }

    /**
     * A rule's sentence and what it is filled in with: made into text only when somebody reads it.
     *
     * @param arguments values by the path of their placeholder
     */
    public record Sentence(Text template, Map<String, @Nullable Object> arguments) {
        public Text text() {
            return Wording.sentence(template, arguments);
        }
    }

    /** Weightiest first: kind, then points, then id and text. */
    public static final Comparator<Reason> BY_WEIGHT = Comparator.comparing(Reason::kind)
            .thenComparing(reason -> -Math.abs(reason.points()))
            .thenComparing(reason -> reason.rule().id())
            .thenComparing(reason -> reason.text().en());

    /**
     * A founding claim beside its correction.
     *
     * @param sentence the claim as it would have been said of this candidate; {@code null} if it does not apply to it
     */
    public record Correction(String rule, @Nullable Sentence sentence) {
        public @Nullable Text text() {
            return sentence == null ? null : sentence.text();
        }
    }
}
