package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.facts.Finding;
import advisor.facts.offer.DeploymentOption;
import advisor.report.brief.BriefLine;
import advisor.request.Question;
import advisor.rules.RuleBook;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every advice, over requests that nobody wrote. The seeds are fixed: each run asks the same. */
class AdvicePropertyTest {
    private static final List<String> DAYS =
            List.of("2025-02-11", "2025-08-20", "2026-01-15", "2026-06-01", "2026-11-22");

    /** Demands with values from strict to loose; an empty one is no demand at all. */
    private static final Map<String, List<Optional<String>>> STRICT_TO_LOOSE = Map.of(
            "warranty", demands("manufacturer", "dealer", "none"),
            "privacy", demands("on-premises", "in-country", "any"),
            "precision-floor", demands("native", "int8", "4bit", "any"),
            "fp8", demands("native", "any"),
            "sanctions", demands("comply", "report"),
            "max-nodes", limits("1", "2", "4"),
            "max-power-kw", limits("2", "8", "15", "40"),
            "min-speed", limits("60", "30", "15", "4"),
            "max-first-token", limits("0.3", "1", "5", "60"),
            "budget", limits("60000CNY", "400000CNY", "2500000CNY", "9000000CNY"));

    private static List<Optional<String>> demands(String... values) {
        return Stream.of(values).map(Optional::of).toList();
    }

    private static List<Optional<String>> limits(String... values) {
        return Stream.concat(Stream.of(values).map(Optional::of), Stream.of(Optional.<String>empty()))
                .toList();
    }

    @Property(tries = 25, seed = "20261122")
    void everyOptionHasAStanceAndEveryFindingASource(@ForAll("requests") Map<String, String> request) {
        Advice advice = Shipped.advise(request);
        assertThat(advice.complete()).isTrue();
        assertThat(advice.verdicts().stream()
                        .map(verdict -> verdict.option().id())
                        .filter(id -> !Shipped.catalog().composable().containsKey(id)))
                .containsExactlyInAnyOrderElementsOf(Shipped.catalog().options().values().stream()
                        .filter(advice.request()::asksOf)
                        .map(DeploymentOption::id)
                        .toList());
        for (OptionVerdict verdict : advice.verdicts()) {
            assertThat(verdict.stance()).isNotNull();
            assertThat(verdict.all()).allSatisfy(AdvicePropertyTest::isGrounded);
        }
        assertThat(advice.notes()).allSatisfy(AdvicePropertyTest::hasKnownSources);
    }

    @Property(tries = 40, seed = "20261129")
    void whoReadsNoNotesGetsTheSameVerdicts(@ForAll("requests") Map<String, String> request) {
        RuleBook withoutNotes = Shipped.rules().withoutNotes();
        Assessment brief = new Advisor(Shipped.catalog(), withoutNotes).assess(Question.of(request, Shipped.TODAY));
        Assessment whole = Shipped.assess(request);
        assertThat(brief.judgement().firings())
                .hasSizeLessThan(whole.judgement().firings().size());
        assertThat(BriefLine.of(brief.advice())).isEqualTo(BriefLine.of(whole.advice()));
        assertThat(brief.advice().verdicts())
                .usingElementComparator(Comparator.comparing(AdvicePropertyTest::standing))
                .containsExactlyElementsOf(whole.advice().verdicts());
    }

    private static String standing(OptionVerdict verdict) {
        return "%s %s %s"
                .formatted(
                        verdict.rank(),
                        verdict.option().id(),
                        verdict.all().stream()
                                .map(one -> one.candidate().precision() + " " + one.stance() + " " + one.score())
                                .toList());
    }

    private static void isGrounded(Verdict verdict) {
        assertThat(verdict.reasons()).isNotEmpty().allSatisfy(AdvicePropertyTest::hasKnownSources);
    }

    private static void hasKnownSources(Reason reason) {
        assertThat(reason.sources()).as(reason.rule().id()).isNotEmpty().allSatisfy(source -> assertThat(
                        Shipped.catalog().unresolved(source))
                .isEmpty());
    }

    @Property(tries = 15, seed = "20261123")
    void aLargerBudgetNeverAddsABlockerOfBudget(
            @ForAll("requests") Map<String, String> request, @ForAll("budgets") Budgets budgets) {
        Map<String, Long> smaller = budgetBlockers(with(request, "budget", budgets.smaller()));
        Map<String, Long> larger = budgetBlockers(with(request, "budget", budgets.larger()));
        assertThat(larger.keySet()).isEqualTo(smaller.keySet());
        larger.forEach((candidate, blockers) ->
                assertThat(blockers).as(candidate).isLessThanOrEqualTo(smaller.get(candidate)));
    }

    record Budgets(String smaller, String larger) {}

    @Provide
    Arbitrary<Budgets> budgets() {
        Arbitrary<BigDecimal> amounts = Arbitraries.of(20_000, 90_000, 300_000, 1_000_000, 2_400_000, 7_000_000)
                .map(BigDecimal::valueOf);
        Arbitrary<BigDecimal> factors = Arbitraries.of("1.05", "1.5", "3", "12").map(BigDecimal::new);
        return Combinators.combine(amounts, factors, Arbitraries.of("CNY", "USD"))
                .as((amount, factor, currency) -> new Budgets(
                        amount.toPlainString() + currency,
                        amount.multiply(factor).toPlainString() + currency));
    }

    /** By candidate. */
    private static Map<String, Long> budgetBlockers(Map<String, String> request) {
        Map<String, Long> blockers = new TreeMap<>();
        for (OptionVerdict option : Shipped.advise(request).verdicts()) {
            for (Verdict verdict : option.all()) {
                blockers.put(
                        verdict.candidate().id(),
                        verdict.reasons(Finding.Kind.BLOCKER).stream()
                                .filter(reason -> reason.rule().topic().equals("budget"))
                                .count());
            }
        }
        return blockers;
    }

    /**
     * The speed that is asked for is a limit, and what is paid for is the load. In which formats an option of several sizes
     * is judged may depend on it.
     */
    @Property(tries = 5, seed = "20261127")
    void theSpeedThatIsAskedForChangesNoTokenCount(
            @ForAll("requests") Map<String, String> request, @ForAll @IntRange(min = 1, max = 100) int speed) {
        Map<String, Double> patient = tokens(with(request, "min-speed", Optional.empty()));
        Map<String, Double> hasty = tokens(with(request, "min-speed", Optional.of(Integer.toString(speed))));
        hasty.keySet().retainAll(patient.keySet());
        patient.keySet().retainAll(hasty.keySet());
        assertThat(hasty).isNotEmpty().isEqualTo(patient);
    }

    /** Of a month, by candidate. */
    private static Map<String, Double> tokens(Map<String, String> request) {
        Map<String, Double> tokens = new TreeMap<>();
        Shipped.advise(request).verdicts().stream()
                .flatMap(option -> option.all().stream())
                .map(Verdict::candidate)
                .forEach(candidate ->
                        tokens.put(candidate.id(), candidate.cost().tokens().tokensPerMonth()));
        return tokens;
    }

    @Property(tries = 5, seed = "20261124")
    void aLooserConstraintNeverRejectsWhatATighterOneKept(
            @ForAll("requests") Map<String, String> request, @ForAll("loosenings") List<Loosening> loosenings) {
        assertThat(loosenings).hasSameSizeAs(STRICT_TO_LOOSE.keySet());
        for (Loosening loosening : loosenings) {
            Map<String, Stance> tight = stances(with(request, loosening.field(), loosening.tight()));
            Map<String, Stance> loose = stances(with(request, loosening.field(), loosening.loose()));
            tight.entrySet().stream()
                    .filter(kept -> kept.getValue() != Stance.REJECTED)
                    .forEach(kept -> assertThat(loose.get(kept.getKey()))
                            .as("%s, %s", kept.getKey(), loosening)
                            .isNotEqualTo(Stance.REJECTED));
        }
    }

    record Loosening(String field, Optional<String> tight, Optional<String> loose) {}

    /** One of each demand. */
    @Provide
    Arbitrary<List<Loosening>> loosenings() {
        return Combinators.combine(STRICT_TO_LOOSE.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(demand -> loosening(demand.getKey(), demand.getValue()))
                        .toList())
                .as(list -> list);
    }

    private static Arbitrary<Loosening> loosening(String field, List<Optional<String>> values) {
        return Arbitraries.integers().between(0, values.size() - 2).flatMap(tight -> Arbitraries.integers()
                .between(tight + 1, values.size() - 1)
                .map(loose -> new Loosening(field, values.get(tight), values.get(loose))));
    }

    private static Map<String, Stance> stances(Map<String, String> request) {
        Map<String, Stance> stances = new TreeMap<>();
        Shipped.advise(request)
                .verdicts()
                .forEach(verdict -> stances.put(verdict.option().id(), verdict.stance()));
        return stances;
    }

    private static Map<String, String> with(Map<String, String> request, String field, String value) {
        return with(request, field, Optional.of(value));
    }

    private static Map<String, String> with(Map<String, String> request, String field, Optional<String> value) {
        Map<String, String> changed = new TreeMap<>(request);
        changed.remove(field);
        value.ifPresent(given -> changed.put(field, given));
        return changed;
    }

    /** Over all fields; most are left out at times. */
    @Provide
    Arbitrary<Map<String, String>> requests() {
        List<Arbitrary<Optional<Map.Entry<String, String>>>> fields = List.of(
                always("model", Shipped.catalog().models().keySet().toArray(String[]::new)),
                always("as-of", DAYS.toArray(String[]::new)),
                demand("budget", "5万CNY", "80k CNY", "30kUSD", "300wCNY", "¥2000万", "2000kUSD"),
                field("streams", "1", "4", "16", "64", "500"),
                field("prompt-tokens", "200", "4096", "30000"),
                field("output-tokens", "50", "1024", "8000"),
                demand("min-speed", "5", "20", "80"),
                field("horizon", "3", "12", "36", "60"),
                field("billing", "always-on", "working-hours", "scale-to-zero"),
                field("jurisdiction", "CN", "DE", "US", "HK"),
                field("buyer", "private", "state-funded", "multinational"),
                demand("privacy", "any", "in-country", "on-premises"),
                demand("warranty", "none", "dealer", "manufacturer"),
                field("sanctions", "comply", "report"),
                demand("fp8", "any", "native"),
                demand("precision-floor", "native", "int8", "4bit", "any"),
                demand("max-power-kw", "1", "10", "30"),
                demand("max-nodes", "1", "2"),
                field("lens", "evidence", "founding"));
        return Combinators.combine(fields).as(AdvicePropertyTest::request);
    }

    private static Map<String, String> request(List<Optional<Map.Entry<String, String>>> fields) {
        Map<String, String> request = new TreeMap<>();
        fields.stream().flatMap(Optional::stream).forEach(field -> request.put(field.getKey(), field.getValue()));
        return request;
    }

    private static Arbitrary<Optional<Map.Entry<String, String>>> always(String name, String... values) {
        return Arbitraries.of(values).map(value -> Optional.of(Map.entry(name, value)));
    }

    private static Arbitrary<Optional<Map.Entry<String, String>>> field(String name, String... values) {
        Arbitrary<Optional<Map.Entry<String, String>>> absent = Arbitraries.just(Optional.empty());
        return Arbitraries.oneOf(always(name, values), absent);
    }

    /** What keeps options out is asked for less often, or nothing would be left. */
    private static Arbitrary<Optional<Map.Entry<String, String>>> demand(String name, String... values) {
        return Arbitraries.oneOf(
                field(name, values), Arbitraries.just(Optional.empty()), Arbitraries.just(Optional.empty()));
    }
}
