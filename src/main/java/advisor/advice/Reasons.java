package advisor.advice;

import advisor.engine.Firing;
import advisor.engine.Judgement;
import advisor.model.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reasons of one judgement, by the candidate they speak of. */
final class Reasons {
    private final Map<Candidate, List<Reason>> byCandidate = new HashMap<>();
    private final List<Reason> onRequest = new ArrayList<>();
    private final Map<Claim, Firing> suppressed = new HashMap<>();

    private Reasons() {}

    static Reasons of(Judgement judgement) {
        Reasons reasons = new Reasons();
        for (Firing firing : judgement.suppressed()) {
            reasons.suppressed.put(new Claim(firing.rule().id(), firing.candidate()), firing);
        }
        judgement.firings().forEach(reasons::add);
        return reasons;
    }

    /** A rule's claim on a candidate, or on the request. */
    private record Claim(String rule, @Nullable Candidate candidate) {}

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
        reasons.add(reason(firing));
    }

    private Reason reason(Firing firing) {
        return new Reason(
                firing.rule(),
                firing.kind(),
                firing.rule().points(),
                sentence(firing),
                Stream.concat(firing.rule().sources().stream(), firing.citations().stream())
                        .distinct()
                        .toList(),
                correction(firing));
    }

    private Reason.@Nullable Correction correction(Firing firing) {
        String corrected = firing.rule().corrects();
        if (corrected == null) {
            return null;
        }
        Firing claim = suppressed.get(new Claim(corrected, firing.candidate()));
        return new Reason.Correction(corrected, claim == null ? null : sentence(claim));
    }

    private static Reason.Sentence sentence(Firing firing) {
        return new Reason.Sentence(firing.rule().text(), firing.arguments());
    }
}
