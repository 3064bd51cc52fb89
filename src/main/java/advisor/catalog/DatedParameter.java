package advisor.catalog;

import advisor.facts.Lens;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of a parameter with the days, and the lens if only one, in which it holds.
 *
 * @param bounds between which a request may set it otherwise; {@code null} if it may not
 */
public record DatedParameter(Parameter parameter, Period period, @Nullable Lens lens, @Nullable Bounds bounds) {
    /** The least and the most that is accepted. */
    public record Bounds(double least, double most) {
        public boolean accept(double value) {
            return least <= value && value <= most;
        }
    }

    boolean holds(LocalDate day, Lens asked) {
        return period.contains(day) && (lens == null || lens == asked);
    }

    boolean overlaps(DatedParameter other) {
        return parameter.id().equals(other.parameter.id())
                && (lens == null || other.lens == null || lens == other.lens)
                && period.overlaps(other.period);
    }
}
