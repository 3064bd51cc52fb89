package advisor.advice.change;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.advice.change.Counterfactual.Change;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.request.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is asked of a seller is what one might offer. */
class OfferLeversTest {
    private static final Advice POOR =
            Shipped.advise("model", "deepseek-r1", "budget", "900CNY", "as-of", "2026-11-22", "streams", "4");

    @Test
    void nobodyIsAskedForManyTimesTheMemoryOrForAGift() {
        List<Change> changes = POOR.verdicts().stream()
                .flatMap(option -> changes(option).stream())
                .toList();
        assertThat(changes).extracting(Change::field).contains("memory-gb", "price");
        assertThat(changes).filteredOn(change -> change.from() != null).allSatisfy(change -> assertThat(times(change))
                .as(change.toString())
                .isBetween(0.24, 4.05));
    }

    /** Cards are priced alone, and the host that is reckoned in stands in the price that is tried, once. */
    @Test
    void aPriceThatIsTriedIsOneOfTheWhole() {
        Map<String, String> asked = Map.of("model", "qwen3-8b", "budget", "35000CNY", "privacy", "on-premises");
        Question question = Question.of(asked, Shipped.TODAY);
        List<Change> prices = new Explainer(new Advisor(Shipped.catalog(), Shipped.rules()), question)
                .changes("rtx-5090-x1").counterfactuals().stream()
                        .flatMap(counterfactual -> counterfactual.changes().stream())
                        .filter(change -> change.field().equals("price"))
                        .toList();
        assertThat(prices).first().satisfies(change -> assertThat(number(change.to()))
                .isBetween(32_000.0, 36_750.0));
    }

    private static List<Change> changes(OptionVerdict option) {
        return OfferLevers.of(
                        POOR.request(),
                        option.all().stream().map(Verdict::candidate).toList(),
                        Money.of(50, Currency.CNY),
                        null)
                .stream()
                .flatMap(lever -> lever.changes().stream())
                .filter(change -> !change.field().equals("warranty"))
                .toList();
    }

    private static double times(Change change) {
        return number(change.to()) / number(Objects.requireNonNull(change.from()));
    }

    private static double number(String amount) {
        return new BigDecimal(amount.replaceAll("[A-Z]", "")).doubleValue();
    }
}
