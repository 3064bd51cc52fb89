package advisor.facts.offer;

import advisor.facts.unit.Period;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an option is had.
 *
 * @param available how many of it there are; {@code null} if as many as are wanted
 * @param warrantyAssumed whether no source says that warranty, and it is taken to be that of the like of it
 * @param stock how easily it is had; {@code null} if unknown
 * @param countries where a rented or hosted service is operated
 * @param sold when it could be had at all; {@code null} if always
 */
public record Terms(
        @Nullable Integer available,
        Build build,
        Channel channel,
        Warranty warranty,
        boolean warrantyAssumed,
        @Nullable Stock stock,
        Set<String> countries,
        @Nullable Period sold,
        @Nullable String soldSource) {

    /** Had whenever it is wanted, as often as it is wanted. */
    public static Terms of(Build build, Channel channel, Warranty warranty) {
        return new Terms(null, build, channel, warranty, false, null, Set.of(), null, null);
    }

    /** The same of which nobody said whether a warranty comes with it: none is counted on. */
    public Terms warrantyUnsaid() {
        return new Terms(available, build, channel, Warranty.NONE, true, stock, countries, sold, soldSource);
    }

    /** The same, had no more often than that. */
    public Terms upTo(int units) {
        return new Terms(units, build, channel, warranty, warrantyAssumed, stock, countries, sold, soldSource);
    }

    boolean soldOn(LocalDate day) {
        return sold == null || sold.contains(day);
    }

    Terms with(Warranty other) {
        boolean assumed = warrantyAssumed && other == warranty;
        return new Terms(available, build, channel, other, assumed, stock, countries, sold, soldSource);
    }

    Terms in(Set<String> others) {
        return new Terms(available, build, channel, warranty, warrantyAssumed, stock, others, sold, soldSource);
    }
}
