package advisor.advice;

import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.rules.RuleBook;
import advisor.rules.explain.Facts;
import advisor.rules.text.RuleDefinition;
import advisor.text.Text;
import advisor.words.Wording;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules of the other lens, which were not asked, would have said of what was judged. */
final class Claims {
    private final RuleBook rules;
    private final Lens lens;
    private final Facts facts;

    /** @param judged facts and findings */
    Claims(RuleBook rules, Lens lens, Collection<?> judged) {
        this.rules = rules;
        this.lens = lens;
        this.facts = new Facts(judged);
    }

    /** The sentence of a rule; {@code null} if it was asked, or if its conditions do not hold. */
    synchronized @Nullable Text of(String rule, @Nullable Candidate candidate) {
        RuleDefinition claiming = rules.rule(rule);
        if (claiming == null || claiming.speaksUnder(lens)) {
            return null;
        }
        Map<String, @Nullable Object> shown = rules.shownBy(claiming, facts, candidate);
        return shown == null ? null : Wording.sentence(claiming.text(), shown);
    }
}
