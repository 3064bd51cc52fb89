package advisor.advice.change;

import advisor.advice.change.Counterfactual.Change;
import java.util.List;

/** One thing that could be changed in one direction, and how far: the least change first. Never empty. */
record Lever(List<Change> changes) {

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
