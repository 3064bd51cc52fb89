package advisor.advice;

import advisor.facts.Finding;
import advisor.facts.unit.Parameters;
import java.util.List;
import java.util.Objects;

/** How findings become a score, and a score a stance. Thresholds are parameters. */
record Scale(int start, int stronglyRecommended, int recommended, int acceptable, int discouraged) {
    static Scale of(Parameters parameters) {
        return new Scale(
                points(parameters, "start"),
                points(parameters, "strongly-recommended"),
                points(parameters, "recommended"),
                points(parameters, "acceptable"),
                points(parameters, "discouraged"));
    }

    private static int points(Parameters parameters, String name) {
        return (int) Math.round(parameters.value("score/" + name));
    }

    int score(List<Reason> reasons) {
        return start + reasons.stream().mapToInt(Reason::points).sum();
    }

    /**
     * A blocker rejects, an unknown leaves undecided and a ceiling limits, whatever the points. What the founding documents
     * do not judge, they do not reject either.
     */
    Stance stance(List<Reason> reasons) {
        if (reasons.stream().anyMatch(Reason::isLeftOutByDocuments)) {
            return Stance.UNDECIDED;
        }
        if (has(Finding.Kind.BLOCKER, reasons)) {
            return Stance.REJECTED;
        }
        return has(Finding.Kind.UNKNOWN, reasons) ? Stance.UNDECIDED : capped(byPoints(score(reasons)), reasons);
    }

    /** No better than the lowest ceiling allows. */
    private static Stance capped(Stance earned, List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.rule().atMost())
                .filter(Objects::nonNull)
                .map(Stance::of)
                .reduce(earned, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private Stance byPoints(int score) {
        if (score >= stronglyRecommended) {
            return Stance.STRONGLY_RECOMMENDED;
        }
        if (score >= recommended) {
            return Stance.RECOMMENDED;
        }
        if (score >= acceptable) {
            return Stance.ACCEPTABLE;
        }
        return score >= discouraged ? Stance.DISCOURAGED : Stance.NOT_RECOMMENDED;
    }

    private static boolean has(Finding.Kind kind, List<Reason> reasons) {
        return reasons.stream().anyMatch(reason -> reason.kind() == kind);
    }
}
