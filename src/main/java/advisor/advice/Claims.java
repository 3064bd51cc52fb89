package advisor.advice;

import advisor.engine.Firing;
import advisor.engine.Judgement;
import advisor.engine.RuleBook;
import advisor.model.Candidate;
import advisor.model.Request;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules of the other lens would say of what was judged. They are asked when somebody wants to know. */
final class Claims {
    private final RuleBook rules;
    private final Judgement judgement;
    private final Request request;
    private @Nullable Map<Claim, Firing> made;

    Claims(RuleBook rules, Judgement judgement, Request request) {
        this.rules = rules;
        this.judgement = judgement;
        this.request = request;
    }

    /** A rule's claim on a candidate, or on the request. */
    private record Claim(String rule, @Nullable Candidate candidate) {}

    /** The claim of a rule; {@code null} if it makes none. */
    @Nullable Firing of(String rule, @Nullable Candidate candidate) {
        return made().get(new Claim(rule, candidate));
    }

    private synchronized Map<Claim, Firing> made() {
        Map<Claim, Firing> known = made;
        if (known == null) {
            Map<Claim, Firing> asked = new HashMap<>();
            rules.unasked(judgement.facts(), request.lens())
                    .forEach(firing -> asked.put(new Claim(firing.rule().id(), firing.candidate()), firing));
            made = asked;
            known = asked;
        }
        return known;
    }
}
