package advisor.advice;

import advisor.facts.Candidate;
import advisor.rules.session.Firing;
import advisor.rules.session.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reasons of one judgement, by the candidate they speak of. */
final class Reasons {
    private final Map<Candidate, List<Reason>> byCandidate = new HashMap<>();
    private final List<Reason> onRequest = new ArrayList<>();
    private final Claims claims;
    private final Predicate<String> published;

    private Reasons(Claims claims, Predicate<String> published) {
        this.claims = claims;
        this.published = published;
    }

    /**
     * @param claims of the rules that are corrected
     * @param published whether a citation was to be read on the day of the request
     */
    static Reasons of(Judgement judgement, Claims claims, Predicate<String> published) {
        Reasons reasons = new Reasons(claims, published);
        judgement.firings().forEach(reasons::add);
        return reasons;
    }

    List<Reason> on(Candidate candidate) {
        return byCandidate.getOrDefault(candidate, List.of());
    }

    List<Reason> onRequest() {
        return onRequest.stream().sorted(Reason.BY_WEIGHT).toList();
    }

    private void add(Firing firing) {
        Candidate candidate = firing.candidate();
        List<Reason> reasons =
                candidate == null ? onRequest : byCandidate.computeIfAbsent(candidate, key -> new ArrayList<>());
        reasons.add(new Reason(firing, correction(firing), published));
    }

    private Reason.@Nullable Correction correction(Firing firing) {
        String corrected = firing.rule().corrects();
        return corrected == null
                ? null
                : new Reason.Correction(corrected, () -> claims.of(corrected, firing.candidate()));
    }
}
