package advisor.facts;

import advisor.facts.model.PrecisionFloor;
import advisor.facts.offer.Billing;
import advisor.facts.offer.Buyer;
import advisor.facts.offer.Countries;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation asks: which model, for what load, with what money and under which constraints. A limit that was
 * not given is {@code null}, and no rule compares it.
 *
 * @param streams answers that are generated at the same time
 * @param promptTokens tokens of one prompt
 * @param outputTokens tokens of one answer
 * @param minTokensPerSecond least speed of one answer
 * @param billing which hours of a rented machine are paid
 * @param jurisdiction ISO 3166 code of the buyer's country
 * @param assumptions parameters of the catalog that the request sets otherwise, by id
 * @param defaultsApplied names of the fields that were not given
 */
public record Request(
        String model,
        PrecisionFloor precisionFloor,
        int streams,
        int promptTokens,
        int outputTokens,
        @Nullable Double minTokensPerSecond,
        @Nullable Money budget,
        int horizonMonths,
        Billing billing,
        @Nullable String jurisdiction,
        Buyer buyer,
        Privacy privacy,
        Warranty warranty,
        Sanctions sanctions,
        Fp8Demand fp8,
        @Nullable Double maxPowerKilowatts,
        @Nullable Integer maxNodes,
        LocalDate asOf,
        Lens lens,
        SortedMap<String, Double> assumptions,
        List<String> defaultsApplied) {

    /** The buyer's country by name; {@code null} if no jurisdiction is given. */
    public @Nullable Text country() {
        return jurisdiction == null ? null : Countries.name(jurisdiction);
    }

    /** Whether the request's data may go to where an option is operated. */
    public boolean letsDataGoTo(DeploymentOption option) {
        return switch (privacy) {
            case ANY -> true;
            case ON_PREMISES -> option.purchased();
            case IN_COUNTRY ->
                option.purchased()
                        || (jurisdiction != null && option.countries().contains(jurisdiction));
        };
    }

    public long contextTokens() {
        return (long) promptTokens + outputTokens;
    }

    /** The currency of the answer: that of the budget, else CNY. */
    public Currency currency() {
        return budget == null ? Currency.CNY : budget.currency();
    }

    /** The same request for another model. */
    public Request withModel(String other) {
        return with(other, streams);
    }

    /** The same request for another load. */
    public Request withStreams(int other) {
        return with(model, other);
    }

    private Request with(String otherModel, int otherStreams) {
        return new Request(
                otherModel,
                precisionFloor,
                otherStreams,
                promptTokens,
                outputTokens,
                minTokensPerSecond,
                budget,
                horizonMonths,
                billing,
                jurisdiction,
                buyer,
                privacy,
                warranty,
                sanctions,
                fp8,
                maxPowerKilowatts,
                maxNodes,
                asOf,
                lens,
                assumptions,
                defaultsApplied);
    }
}
