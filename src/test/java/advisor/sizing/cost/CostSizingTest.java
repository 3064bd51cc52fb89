package advisor.sizing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.facts.Comparison;
import advisor.facts.Cost;
import advisor.facts.CostLine;
import advisor.facts.CostPart;
import advisor.facts.CostPart.Due;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas, on an option of the catalog with every assumption set to a round figure. */
class CostSizingTest {
    private static final String BOUGHT = "h200-sxm-x8-self-built";
    private static final String RENTED = "cloud-h200-rental-cn";
    private static final String HOSTED = "deepseek-api";
    private static final double PRICE = 2_450_000;

    private static final Map<String, String> ROUND = Map.ofEntries(
            Map.entry("cost/busy-share", "0.5"),
            Map.entry("cost/tokens-per-second-per-stream", "10"),
            Map.entry("cost/setup-days-per-device", "2.1"),
            Map.entry("cost/staff-month-cn", "10000"),
            Map.entry("cost/staff-per-device", "0.1"),
            Map.entry("cost/staff-per-rented-device", "0.05"),
            Map.entry("cost/maintenance-share-year", "0.12"),
            Map.entry("cost/repairs-year", "0.6"),
            Map.entry("cost/repair-share", "0.1"),
            Map.entry("cost/life-months", "24"),
            Map.entry("cost/value-kept-year", "0.5"),
            Map.entry("cost/capital-rate-year", "0.12"),
            Map.entry("load/cached-input-share", "0"),
            Map.entry("cost/reservation-discount", "0"),
            Map.entry("electricity/tariff-cn", "1"),
            Map.entry("exchange/usd-cny", "7"));

    @ParameterizedTest
    @CsvSource({
        "HARDWARE, 2450000",
        "SETUP, 8000",
        "POWER, 10103.2",
        "MAINTENANCE, 24500",
        "REPAIR, 12250",
        "STAFF, 8000",
        "CAPITAL, 18375",
        "RESALE, -1225000",
    })
    void aPurchaseForAYearCosts(CostPart part, double amount) {
        Cost cost = cost(BOUGHT, Map.of(), "horizon", "12", "as-of", "2025-03-01");
        assertThat(likely(cost.part(part))).isCloseTo(amount, Offset.offset(0.01));
    }

    @Test
    void aMachineThatWearsOutWithinTheHorizonIsReplacedLessWhatTheOldOneBrings() {
        Cost cost = cost(BOUGHT, Map.of(), "horizon", "36", "as-of", "2025-03-01");
        assertThat(likely(cost.part(CostPart.REPLACEMENT))).isCloseTo(PRICE * 0.75, Offset.offset(0.01));
        assertThat(likely(cost.part(CostPart.RESALE))).isCloseTo(-PRICE * 0.5, Offset.offset(0.01));
    }

    @Test
    void aMachineThatLastsUntilTheEndIsNotReplaced() {
        Cost cost = cost(BOUGHT, Map.of(), "horizon", "24", "as-of", "2025-03-01");
        assertThat(cost.part(CostPart.REPLACEMENT)).isNull();
        assertThat(likely(cost.part(CostPart.RESALE))).isCloseTo(-PRICE * 0.25, Offset.offset(0.01));
    }

    @Test
    void whatTheMakerWarrantsNeedsNoRepair() {
        assertThat(cost("h20-sxm-x16-pair", Map.of(), "as-of", "2025-03-01").part(CostPart.REPAIR))
                .isNull();
    }

    @Test
    void theLinesAddUpToTheSums() {
        for (String option : List.of(BOUGHT, RENTED, "h100-x8-research", "deepinfra")) {
            Cost cost = cost(option, Map.of());
            assertThat(sum(cost, Due.UPFRONT))
                    .isEqualByComparingTo(cost.upfront().likely());
            assertThat(sum(cost, Due.MONTHLY))
                    .isEqualByComparingTo(cost.monthly().likely());
            assertThat(cost.total().likely())
                    .isEqualByComparingTo(cost.upfront()
                            .likely()
                            .plus(cost.monthly().likely().times(36))
                            .plus(sum(cost, Due.LATER)));
        }
    }

    /** In yuan in China, else in dollars. */
    @ParameterizedTest
    @CsvSource({"CN, 0.6", "US, 0.091", "DE, 0.21", "CH, 0.15"})
    void powerIsPaidByThePlace(String jurisdiction, double price) {
        Map<String, String> rate = Map.of("exchange/usd-cny", "7.2");
        Cost cost = costAsShipped(BOUGHT, rate, "jurisdiction", jurisdiction, "sanctions", "report");
        assertThat(likely(cost.part(CostPart.POWER))).isCloseTo(price * 1.73 * 8 * 730, Offset.offset(0.1));
    }

    @Test
    void powerThatOnlyTheDevicesPrintIsRaisedByHostAndRoom() {
        Map<String, String> factors = Map.of("electricity/host-factor", "1.5", "electricity/pue", "2");
        var candidate = Shipped.verdict(advice(factors, "model", "qwen3-8b", "streams", "1"), "h100-pcie-x2")
                .best()
                .candidate();
        assertThat(candidate.power().allInEstimated()).isTrue();
        assertThat(candidate.power().allInKilowatts()).isCloseTo(0.35 * 2 * 3, Offset.offset(1e-9));
        assertThat(candidate.cost().assumptions())
                .extracting(Parameter::id)
                .contains("electricity/host-factor", "electricity/pue");
    }

    @Test
    void aComputerUnderADeskHasNoRoomAndLittleStaff() {
        Map<String, String> desk = Map.of("electricity/desk-factor", "2", "cost/staff-per-desk-device", "0.01");
        var candidate = Shipped.verdict(advice(desk, "model", "qwen3-8b", "streams", "1"), "rtx-4090-x1")
                .best()
                .candidate();
        assertThat(candidate.power().allInKilowatts()).isCloseTo(0.45 * 2, Offset.offset(1e-9));
        assertThat(likely(candidate.cost().part(CostPart.STAFF))).isCloseTo(350, Offset.offset(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "always-on, 0.25, 730",
        "working-hours, 0.25, 200",
        "working-hours, 0.5, 365",
        "scale-to-zero, 0.25, 219"
    })
    void rentIsPaidForTheHoursOfTheBilling(String billing, String busyShare, double hours) {
        Map<String, String> more =
                Map.of("cost/busy-share", busyShare, "cost/working-hours", "200", "cost/start-up-share", "0.2");
        Cost cost = cost(RENTED, more, "billing", billing, "as-of", "2026-01-15");
        assertThat(likely(cost.part(CostPart.RENT))).isCloseTo(20.83 * 8 * hours, Offset.offset(0.01));
        assertThat(likely(cost.part(CostPart.STAFF))).isCloseTo(4_000, Offset.offset(0.01));
    }

    /** One answer takes 102.4 s: 10 a day come one after the other, and 1,000 within the quarter of the time that is an office's. */
    @ParameterizedTest
    @CsvSource({"10, 10.38", "1000, 219", "30000, 389.33"})
    void fewRequestsKeepAMachineUpForTheirOwnTimeAndManyForThatOfAnOffice(int requests, double hours) {
        Map<String, String> more = Map.of("cost/busy-share", "0.25", "cost/start-up-share", "0.2");
        Cost cost = cost(
                RENTED,
                more,
                "billing",
                "scale-to-zero",
                "as-of",
                "2026-01-15",
                "streams",
                "80",
                "requests-per-day",
                Integer.toString(requests));
        assertThat(likely(cost.part(CostPart.RENT))).isCloseTo(20.83 * 8 * hours, Offset.offset(2.0));
    }

    @Test
    void aReservationLowersTheRent() {
        Cost cost = cost(RENTED, Map.of("cost/reservation-discount", "0.3"), "as-of", "2026-01-15");
        assertThat(likely(cost.part(CostPart.RENT))).isCloseTo(20.83 * 8 * 730 * 0.7, Offset.offset(0.01));
    }

    /** 16 streams of 10 tokens/s for half of the time are 210.24 million tokens out, four times as many in. */
    @Test
    void anApiIsPaidByTokensInCachedAndOut() {
        Cost cost = cost(HOSTED, Map.of("load/cached-input-share", "0.25"), "as-of", "2025-03-01");
        assertThat(cost.tokens().tokensPerMonth()).isCloseTo(210.24e6, Offset.offset(0.1));
        assertThat(likely(cost.part(CostPart.INPUT_TOKENS))).isCloseTo(840.96 * 0.75 * 0.55 * 7, Offset.offset(0.01));
        assertThat(likely(cost.part(CostPart.CACHED_TOKENS))).isCloseTo(840.96 * 0.25 * 0.14 * 7, Offset.offset(0.01));
        assertThat(likely(cost.part(CostPart.OUTPUT_TOKENS))).isCloseTo(210.24 * 2.19 * 7, Offset.offset(0.01));
    }

    /** How fast each wants to be answered is a limit, and no load. */
    @ParameterizedTest
    @CsvSource({"1", "20", "60"})
    void theSpeedThatIsAskedForChangesNoTokenCount(String speed) {
        Cost asked = cost(HOSTED, Map.of(), "as-of", "2025-03-01", "min-speed", speed);
        assertThat(asked.tokens().tokensPerMonth()).isCloseTo(210.24e6, Offset.offset(0.1));
        assertThat(likely(asked.total()))
                .isEqualTo(likely(cost(HOSTED, Map.of(), "as-of", "2025-03-01").total()));
        assertThat(cost(BOUGHT, Map.of(), "as-of", "2025-03-01", "min-speed", speed)
                        .tokens()
                        .tokensPerMonth())
                .isCloseTo(210.24e6, Offset.offset(0.1));
    }

    /** Of a month of 730 hours, however many streams that takes. */
    @ParameterizedTest
    @CsvSource({"7, chat, 400", "9000, none, 1024", "9000, batch, 500"})
    void theRequestsOfADayAreTheTokensOfTheMonth(String requests, String preset, double answer) {
        Cost cost = cost(HOSTED, Map.of(), "as-of", "2025-03-01", "requests-per-day", requests, "preset", preset);
        assertThat(cost.tokens().tokensPerMonth())
                .isCloseTo(Double.parseDouble(requests) * answer * 730 / 24, Offset.offset(1e-3));
    }

    @Test
    void aBatchRunsInTheHoursOfTheNight() {
        Map<String, String> eightHours = Map.of("load/batch-hours", "8");
        Cost cost = cost(HOSTED, eightHours, "as-of", "2025-03-01", "preset", "batch", "streams", "16");
        assertThat(cost.tokens().tokensPerMonth()).isCloseTo(16 * 10 * 730 * 3600 / 3.0, Offset.offset(1e-3));
    }

    @Test
    void aBatchOfAnApiTakesAShareOfThePrice() {
        Map<String, String> third = Map.of("load/batch-price-share", "0.3", "load/batch-hours", "12");
        String[] lengths = {"as-of", "2025-03-01", "prompt-tokens", "4096", "output-tokens", "1024", "preset", "batch"};
        Cost batch = cost(HOSTED, third, lengths);
        assertThat(likely(batch.part(CostPart.OUTPUT_TOKENS))).isCloseTo(210.24 * 2.19 * 7 * 0.3, Offset.offset(0.01));
        assertThat(likely(batch.part(CostPart.INPUT_TOKENS))).isCloseTo(840.96 * 0.55 * 7 * 0.3, Offset.offset(0.01));
    }

    @Test
    void theShareOfThePromptThatWasSeenIsPaidAsCached() {
        Cost cost = cost(HOSTED, Map.of(), "as-of", "2025-03-01", "prefix-cache-share", "0.25");
        assertThat(likely(cost.part(CostPart.INPUT_TOKENS))).isCloseTo(840.96 * 0.75 * 0.55 * 7, Offset.offset(0.01));
        assertThat(likely(cost.part(CostPart.CACHED_TOKENS))).isCloseTo(840.96 * 0.25 * 0.14 * 7, Offset.offset(0.01));
    }

    @Test
    void anApiCostsTheSameForAMillionTokensAtAnyLoad() {
        Cost cost = cost(HOSTED, Map.of(), "as-of", "2025-03-01");
        assertThat(likely(cost.tokens().atLoad())).isCloseTo((2.19 + 4 * 0.55) * 7, Offset.offset(1e-6));
        assertThat(cost.tokens().atFullLoad()).isEqualTo(cost.tokens().atLoad());
    }

    @Test
    void aMillionTokensOfAMachineCostLessWhenItIsFull() {
        Cost cost = cost(BOUGHT, Map.of());
        double hours = 36 * 730.0;
        double tokensPerSecond = cost.tokens().fullLoadTokensPerSecond().likely();
        assertThat(likely(cost.tokens().atLoad())).isCloseTo(likely(cost.total()) / (36 * 210.24), Offset.offset(1e-6));
        assertThat(likely(cost.tokens().atFullLoad()))
                .isCloseTo(likely(cost.total()) / (tokensPerSecond * hours * 3600 / 1e6), Offset.offset(1e-6))
                .isLessThan(likely(cost.tokens().atLoad()));
    }

    @Test
    void withoutASpeedTheCostOfAMillionTokensIsUnknown() {
        String quote = "8 x nvidia-rtx-pro-6000d, 400万";
        Advice advice = Shipped.advise("model", "deepseek-r1", "as-of", "2026-11-28", "quote", quote);
        Cost cost = Shipped.verdict(advice, "quote-8-nvidia-rtx-pro-6000d")
                .best()
                .candidate()
                .cost();
        assertThat(cost.total()).isNotNull();
        assertThat(cost.tokens().atLoad()).isNull();
        assertThat(cost.tokens().atFullLoad()).isNull();
    }

    /** Trap 13: what has no price is unknown, and compared with nothing. */
    @Test
    void anOptionWithoutAPriceNeverCostsNothing() {
        Advice advice = advice(Map.of());
        Cost cost = Shipped.verdict(advice, "b300-x8").best().candidate().cost();
        assertThat(cost.upfront()).isNull();
        assertThat(cost.monthly()).isNull();
        assertThat(cost.total()).isNull();
        assertThat(cost.curve()).isNull();
        assertThat(cost.lines()).contains(new CostLine(CostPart.HARDWARE, null, null));
        assertThat(cost.tokens().atLoad()).isNull();
        assertThat(advice.comparisons())
                .isNotEmpty()
                .noneMatch(comparison -> comparison.candidate().option().id().equals("b300-x8")
                        || comparison.other().option().id().equals("b300-x8"));
        assertThat(advice.comparisons())
                .extracting(Comparison::total, Comparison::otherTotal)
                .allSatisfy(totals -> assertThat(totals.toList())
                        .allMatch(total -> ((Money) total).amount().signum() > 0));
    }

    @Test
    void aRentWithoutARateIsUnknownToo() {
        Cost cost = cost("cloud-h100-rental", Map.of(), "as-of", "2025-01-15");
        assertThat(cost.upfront()).isNull();
        assertThat(cost.total()).isNull();
    }

    /** Trap 15: every sum is that of all units, each counted once. */
    @Test
    void severalMachinesForALoadAreCountedOnce() {
        Advice advice = Shipped.advise("model", "deepseek-r1", "streams", "2000", "as-of", "2026-11-22");
        var candidate = Shipped.verdict(advice, BOUGHT).best().candidate();
        Cost cost = candidate.cost();
        int units = candidate.plan().units();
        assertThat(units).isGreaterThan(1);
        assertThat(cost.part(CostPart.HARDWARE).likely().amount())
                .isEqualByComparingTo(java.math.BigDecimal.valueOf(2_450_000L * units));
        Comparison withApi = advice.comparisons(candidate).get(0);
        assertThat(withApi.total().amount().doubleValue()).isCloseTo(likely(cost.total()), Offset.offset(1.0));
        assertThat(likely(cost.tokens().atLoad()))
                .isCloseTo(likely(cost.total()) / (cost.tokens().tokensPerMonth() * 36 / 1e6), Offset.offset(1e-3));
    }

    @Test
    void everyAssumptionNamesItsSource() {
        Advice advice = advice(Map.of("cost/busy-share", "0.1"));
        Cost cost = Shipped.verdict(advice, BOUGHT).best().candidate().cost();
        assertThat(cost.assumptions())
                .allSatisfy(assumption -> assertThat(assumption.source()).isNotBlank());
        assertThat(cost.assumptions())
                .filteredOn(assumption -> assumption.id().equals("cost/busy-share"))
                .singleElement()
                .satisfies(assumption -> {
                    assertThat(assumption.value()).isEqualTo(0.1);
                    assertThat(assumption.source()).isEqualTo(Source.THE_REQUEST);
                });
    }

    private static Cost cost(String option, Map<String, String> more, String... fields) {
        Map<String, String> all = new TreeMap<>(ROUND);
        all.putAll(more);
        return costAsShipped(option, all, fields);
    }

    private static Cost costAsShipped(String option, Map<String, String> assumed, String... fields) {
        return Shipped.verdict(advice(assumed, fields), option)
                .best()
                .candidate()
                .cost();
    }

    private static Advice advice(Map<String, String> assumed, String... fields) {
        Map<String, String> all = new TreeMap<>(Map.of("model", "deepseek-r1", "as-of", "2026-11-22"));
        all.put(
                "assume",
                String.join(
                        ",", assumed.entrySet().stream().map(Object::toString).toList()));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return Shipped.advise(all);
    }

    private static double likely(MoneyRange range) {
        return range.likely().amount().doubleValue();
    }

    private static Money sum(Cost cost, Due due) {
        return cost.lines().stream()
                .filter(line -> line.due(due))
                .map(line -> line.amount().likely())
                .reduce(Money.zero(cost.total().currency()), Money::plus);
    }
}
