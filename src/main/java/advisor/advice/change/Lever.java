package advisor.advice.change;

import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing that could be changed in one direction, and how far: the least change first. Never empty. */
record Lever(List<Change> changes) {

    /** A run among all options costs as much as so many of one option alone. */
    private static final int MANY = 16;

    /** The changes of the request that would be tried for many of some options, each of which has levers. */
    static Set<Change> shared(List<List<Lever>> ofEach) {
        Map<Change, Long> asked = ofEach.stream()
                .flatMap(levers -> levers.stream().flatMap(lever -> lever.changes().stream()))
                .filter(change -> change.of() == Of.REQUEST)
                .collect(Collectors.groupingBy(change -> change, Collectors.counting()));
        asked.values().removeIf(options -> options < MANY);
        return Set.copyOf(asked.keySet());
    }

    /** Whether both change the same thing. */
    boolean sameAs(Lever other) {
        Change one = changes.get(0);
        Change two = other.changes.get(0);
        return one.of() == two.of() && one.field().equals(two.field());
    }

    /** The furthest change. */
    Change most() {
        return changes.get(changes.size() - 1);
    }

    boolean onlyReports() {
        return most().onlyReports();
    }
}
