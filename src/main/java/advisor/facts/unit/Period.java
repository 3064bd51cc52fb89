package advisor.facts.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A span of days: {@code from} inclusive, {@code to} exclusive and absent while the period is open. */
public record Period(LocalDate from, @Nullable LocalDate to) {
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(Period other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }
}
