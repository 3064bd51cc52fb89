package advisor.facts.offer;

import advisor.facts.unit.Money;
import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hosted model's prices for a million tokens. A cached-input price may be unknown.
 *
 * @param serves what really answers, where that is a later release of the model; {@code null} if nothing is said
 * @param seat country of the company that signs; {@code null} if unknown
 * @param countries where prompts are processed, as far as that is documented
 */
public record ApiOffer(
        String model,
        @Nullable String serves,
        @Nullable String seat,
        Set<String> countries,
        Money input,
        @Nullable Money cachedInput,
        Money output,
        Period period,
        QuoteKind kind,
        String source,
        @Nullable Text note)
        implements Sourced {

    /** Where it is at all: where prompts are processed, else where the company sits. */
    public Set<String> places() {
        return countries.isEmpty() && seat != null ? Set.of(seat) : countries;
    }

    /** The same offer in some of the places where it is operated. */
    public ApiOffer in(Predicate<String> wanted) {
        Set<String> others = countries.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
        return with(seat, others);
    }

    /** The same offer, ended on a day unless it ends before. */
    public ApiOffer until(LocalDate day) {
        LocalDate to = period.to();
        return to != null && !to.isAfter(day)
                ? this
                : new ApiOffer(
                        model,
                        serves,
                        seat,
                        countries,
                        input,
                        cachedInput,
                        output,
                        new Period(period.from(), day),
                        kind,
                        source,
                        note);
    }

    /** The same offer of a company in a country, which processes prompts there. */
    ApiOffer at(String country) {
        return with(country, Set.of(country));
    }

    private ApiOffer with(@Nullable String otherSeat, Set<String> others) {
        return new ApiOffer(model, serves, otherSeat, others, input, cachedInput, output, period, kind, source, note);
    }

    /** Whether prompts from a country come under the law of another, or nobody knows under whose. */
    public boolean crossesBorderFrom(String country) {
        boolean foreign = seat == null || !Countries.oneArea(country, seat);
        boolean processedAbroad =
                !countries.isEmpty() && countries.stream().noneMatch(place -> Countries.oneArea(country, place));
        return foreign || processedAbroad;
    }
}
