package advisor.sizing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.CostCurve;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakEvenTest {
    private static final int HORIZON = 60;
    private static final long CAPACITY = 81_000_000;

    /**
     * The cases of ConfigIQ's {@code lib/hybrid-savings/audit-scenarios.test.ts} at commit 52334371: 800k tokens in and
     * 200k out, 4,000 in a request's prompt and 1,000 in its answer, 100 active hours at twice the mean in the peak;
     * hosted at 1 and 3 dollars a million; a candidate of 100 output tokens a second at 2 dollars an hour, or 24,000
     * dollars for five years.
     */
    @Nested
    class ConfigIqVectors {
        private final CostCurve hosted = CostCurve.service(usd(0.8 * 1 + 0.2 * 3), HORIZON);
        private final CostCurve rented = rented(2 * 100, 0);
        private final CostCurve owned = owned(24_000);

        @ParameterizedTest
        @CsvSource({
            "1000000, 1.40, 200, 400",
            "40500000, 56.7, 200, 400",
            "80190000, 112.266, 200, 400",
            "81000000, 113.4, 200, 400",
            "81000001, 113.4000014, 400, 800",
        })
        void aMonthCosts(long tokens, double ofHosted, double ofRented, double ofOwned) {
            assertThat(hosted.averageMonth(tokens).amount().doubleValue())
                    .isEqualTo(ofHosted, org.assertj.core.data.Offset.offset(1e-6));
            assertThat(rented.averageMonth(tokens)).isEqualByComparingTo(usd(ofRented));
            assertThat(owned.averageMonth(tokens)).isEqualByComparingTo(usd(ofOwned));
        }

        @Test
        void rentAt1DollarAnHourAnd30DollarsAMonthPaysFrom235714286Tokens() {
            assertThat(BreakEven.load(rented(100, 30), hosted)).isEqualTo(235_714_286L);
        }

        @Test
        void whatIsDearerThanHostedWhenFullNeverPays() {
            assertThat(BreakEven.load(rented, hosted)).isNull();
            assertThat(BreakEven.load(owned, hosted)).isNull();
        }
    }

    @Test
    void theBreakEvenIsTheFirstTokenAtWhichTheOrderTurns() {
        CostCurve machine = rented(100, 30);
        CostCurve hosted = CostCurve.service(usd(1.4), HORIZON);
        long load = BreakEven.load(machine, hosted);
        assertThat(machine.total(load)).isLessThanOrEqualTo(hosted.total(load));
        assertThat(machine.total(load - 1)).isGreaterThan(hosted.total(load - 1));
    }

    @Test
    void aBreakEvenBehindTheCapacityOfOneReplicaIsMovedByTheNext() {
        CostCurve hosted = CostCurve.service(usd(1.4), HORIZON);
        long straight = (long) Math.ceil(130 / 1.4 * 1e6);
        assertThat(straight).isGreaterThan(CAPACITY);
        assertThat(BreakEven.load(rented(100, 30), hosted)).isGreaterThan(straight);
    }

    @Test
    void betweenTwoMachinesTheLargerPaysWhenTheSmallerNeedsAnother() {
        CostCurve small = machine(100, 81_000_000L);
        CostCurve large = machine(150, 200_000_000L);
        assertThat(BreakEven.load(large, small)).isEqualTo(81_000_001L);
        assertThat(BreakEven.turn(small, large)).isEqualTo(BreakEven.turn(large, small));
    }

    @Test
    void twoOptionsOfTheSamePriceAreEvenAtOnce() {
        assertThat(BreakEven.load(rented(100, 0), rented(100, 0))).isEqualTo(1);
    }

    @Test
    void nothingIsCheaperThanDoingNothing() {
        CostCurve nothing = CostCurve.nothing(new Currency("USD"), HORIZON);
        assertThat(BreakEven.load(rented(100, 0), nothing)).isNull();
        assertThat(BreakEven.load(CostCurve.service(usd(1.4), HORIZON), nothing))
                .isNull();
        assertThat(nothing.total(CAPACITY)).isEqualByComparingTo(usd(0));
    }

    @Test
    void aPurchasePaysForItselfAfterItsPriceOverTheMonthlyDifference() {
        assertThat(BreakEven.months(bought(24_000, 100, 0), rented(1_100, 0), 1))
                .isEqualTo(24);
        assertThat(BreakEven.months(rented(1_100, 0), bought(24_000, 100, 0), 1))
                .isEqualTo(24);
        assertThat(BreakEven.months(bought(24_001, 100, 0), rented(1_100, 0), 1))
                .isEqualTo(25);
    }

    @Test
    void aPurchaseThatRunsDearerThanRentNeverPaysForItself() {
        assertThat(BreakEven.months(bought(24_000, 1_100, 0), rented(1_100, 0), 1))
                .isNull();
    }

    @Test
    void aMachineThatWearsOutBeforeItHasPaidForItselfIsBoughtAgain() {
        assertThat(BreakEven.months(bought(24_000, 100, 20), rented(1_100, 0), 1))
                .isNull();
        assertThat(BreakEven.months(bought(24_000, 100, 24), rented(1_100, 0), 1))
                .isEqualTo(24);
    }

    /** Trap 15: a cost of several replicas is that of one times their number, once. */
    @Test
    void replicasAreNotMultipliedTwice() {
        CostCurve machine = machine(100, 81_000_000L);
        assertThat(machine.replicas(240_000_000)).isEqualTo(3);
        assertThat(machine.averageMonth(240_000_000)).isEqualByComparingTo(usd(300));
        assertThat(machine.spent(2, 240_000_000)).isEqualByComparingTo(usd(600));
    }

    private static CostCurve rented(double monthly, double direct) {
        return new CostCurve(usd(0), usd(monthly), usd(0), usd(0), 0, usd(direct), usd(0), CAPACITY, HORIZON);
    }

    private static CostCurve machine(double monthly, long capacity) {
        return new CostCurve(usd(0), usd(monthly), usd(0), usd(0), 0, usd(0), usd(0), capacity, HORIZON);
    }

    private static CostCurve owned(double price) {
        return bought(price, 0, HORIZON);
    }

    private static CostCurve bought(double price, double monthly, int lifeMonths) {
        return new CostCurve(
                usd(price), usd(monthly), usd(0), usd(price), lifeMonths, usd(0), usd(0), CAPACITY, HORIZON);
    }

    private static Money usd(double amount) {
        return Money.of(amount, new Currency("USD"));
    }
}
