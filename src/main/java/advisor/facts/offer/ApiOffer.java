package advisor.facts.offer;

import advisor.facts.unit.Money;
import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hosted model's prices for a million tokens. A cached-input price may be unknown.
 *
 * @param seat country of the company that signs; {@code null} if unknown
 * @param countries where prompts are processed, as far as that is documented
 */
public record ApiOffer(
        String model,
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

    /** Whether prompts from a country come under the law of another. */
    public boolean crossesBorderFrom(String country) {
        boolean foreign = seat != null && !Countries.oneArea(country, seat);
        boolean processedAbroad =
                !countries.isEmpty() && countries.stream().noneMatch(place -> Countries.oneArea(country, place));
        return foreign || processedAbroad;
    }
}
