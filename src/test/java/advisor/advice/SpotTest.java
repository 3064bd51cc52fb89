package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Cost;
import advisor.facts.CostPart;
import advisor.facts.offer.Build;
import advisor.facts.unit.MoneyRange;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Machines that are taken away when somebody pays more for them. */
class SpotTest {
    @Test
    void nobodyWhoWaitsIsOfferedWhatMayBeTakenAway() {
        assertThat(Shipped.catalog().options().values()).anyMatch(option -> option.build() == Build.SPOT);
        assertThat(Shipped.advise("model", "qwen3-32b", "jurisdiction", "US").verdicts())
                .isNotEmpty()
                .noneMatch(verdict -> verdict.option().build() == Build.SPOT);
    }

    @Test
    void aBatchPaysTheSpotRateWithoutTheDiscountOfAReservation() {
        Advice advice = Shipped.advise("model", "qwen3-32b", "jurisdiction", "US", "preset", "batch");
        MoneyRange spot = rent(advice, "rent-crusoe-l40s-spot");
        MoneyRange onDemand = rent(advice, "rent-crusoe-l40s");
        // As uncertain as any rate that one provider asks.
        assertThat(spot.low().amount().doubleValue() / spot.likely().amount().doubleValue())
                .isCloseTo(0.85, Offset.offset(1e-6));
        assertThat(onDemand.low().amount()).isLessThan(onDemand.high().amount());
        assertThat(spot.high().amount()).isLessThan(onDemand.low().amount());
    }

    private static MoneyRange rent(Advice advice, String option) {
        Cost cost = Shipped.verdict(advice, option).best().candidate().cost();
        return Objects.requireNonNull(cost.part(CostPart.RENT));
    }
}
