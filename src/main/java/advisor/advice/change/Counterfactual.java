package advisor.advice.change;

import advisor.advice.Stance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes under which an option would fare better. No fewer of them, and for a quantity no half of it, would do.
 *
 * @param proven whether half of each change that is a quantity was shown not to suffice
 */
public record Counterfactual(List<Change> changes, Stance stance, int score, boolean proven) {

    /** Whose word a change takes. */
    public enum Of {
        /** The one who asks: a field of the request, by its name on the command line. */
        REQUEST,
        /** The one who sells: {@code price}, {@code device-hour}, {@code warranty} or {@code memory-gb}. */
        OFFER
    }

    /**
     * One value instead of another.
     *
     * @param from {@code null} if none was known
     */
    public record Change(Of of, String field, @Nullable String from, String to) {

        /** Whether it merely has a control reported instead of applied: the control stands, and nothing is permitted. */
        public boolean onlyReports() {
            return of == Of.REQUEST && field.equals("sanctions");
        }
    }

    /** Whether it is something that could be done: to have a control merely reported is nothing. */
    public boolean remedy() {
        return changes.stream().noneMatch(Change::onlyReports);
    }
}
