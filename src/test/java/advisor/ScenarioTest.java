package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Assessment;
import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.report.words.TestText;
import advisor.rules.explain.Facts;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.Tracer;
import advisor.rules.explain.Walk;
import advisor.rules.text.RuleDefinition;
import advisor.text.Ids;
import advisor.text.Layers;
import advisor.workshop.Coverage;
import advisor.workshop.RuleCheck;
import advisor.workshop.RuleCoverage;
import advisor.workshop.TestBench;
import advisor.workshop.TestResult;
import advisor.workshop.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scenarios of {@code rules/scenarios}, as {@code advisor rules test} and {@code coverage} run them. */
class ScenarioTest {
    private static final int TURNS = 120;

    /** All that is found out of what came of each scenario, which is too large to keep. */
    private static final class Seen {
        private static final Coverage.Tally TALLY = new Coverage.Tally(Shipped.rules());
        private static final List<String> DISAGREEMENTS = new ArrayList<>();
        private static final RuleCheck.Watch WATCH = new RuleCheck.Watch(Shipped.loadedRules(), Shipped.workshop());
        private static final List<TestResult> RESULTS = new TestRun(Shipped.workshop())
                .run(
                        Pattern.compile(""),
                        TALLY.andThen(WATCH).andThen(assessment -> DISAGREEMENTS.addAll(disagreements(assessment))));
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        assertThat(Seen.RESULTS).as("scenarios").hasSizeGreaterThan(150);
        return Seen.RESULTS.stream()
                .map(result -> DynamicTest.dynamicTest(result.scenario().name(), () -> assertThat(result.failures())
                        .as(TestText.of(List.of(result), advisor.text.Language.EN))
                        .isEmpty()));
    }

    @Test
    void everyRuleAndEveryConditionIsSeenBothWays() {
        assertThat(Seen.RESULTS).isNotEmpty();
        Coverage coverage = Seen.TALLY.coverage();
        assertThat(coverage.rules()).allMatch(RuleCoverage::covered).allSatisfy(rule -> assertThat(rule.conditions())
                .as(rule.rule().id())
                .allMatch(advisor.workshop.ConditionCoverage::covered));
        assertThat(coverage.percent()).isEqualTo(100);
    }

    /** As {@code advisor rules check} has it, of the same runs. */
    @Test
    void theShippedRulesPassEveryCheck() {
        assertThat(Seen.RESULTS).isNotEmpty();
        assertThat(new RuleCheck(Shipped.catalog())
                        .report(Shipped.loadedRules(), TestBench.read(Layers.ofRules(Shipped.RULES)), Seen.WATCH)
                        .notices())
                .isEmpty();
    }

    /** Where a rule holds must be where the session let it speak, in every scenario. */
    @Test
    void theWalkOfEveryRuleAgreesWithTheSession() {
        assertThat(Seen.RESULTS).isNotEmpty();
        assertThat(Seen.DISAGREEMENTS).isEmpty();
    }

    /** And under the lens that it does not ask for. */
    @Test
    void itAgreesUnderTheOtherLensToo() {
        List<Map<String, String>> others = Shipped.workshop().scenarios().stream()
                .map(scenario -> underTheOtherLens(scenario.request()))
                .distinct()
                .toList();
        assertThat(others).hasSizeGreaterThan(20);
        assertThat(others).allSatisfy(request -> assertThat(disagreements(Shipped.assess(request)))
                .isEmpty());
    }

    private static Map<String, String> underTheOtherLens(Map<String, String> request) {
        Map<String, String> fields = new TreeMap<>(request);
        boolean founding = Ids.of(Lens.FOUNDING).equals(request.get("lens"));
        fields.put("lens", Ids.of(founding ? Lens.EVIDENCE : Lens.FOUNDING));
        return fields;
    }

    /** Of one in so many candidates, which differ from request to request; all of every assessment would take minutes. */
    private static List<String> disagreements(Assessment assessment) {
        Request request = assessment.advice().request();
        Facts facts = new Facts(assessment.judgement().facts());
        Set<String> fired = assessment.judgement().firings().stream()
                .map(firing -> pair(firing.rule(), firing.candidate()))
                .collect(Collectors.toSet());
        int turn = Math.floorMod(assessment.advice().decisionId().hashCode(), TURNS);
        List<Candidate> some = oneInSoMany(assessment.judgement().facts(), turn);
        return Shipped.rules().logic().stream()
                .filter(logic ->
                        logic.rule().speaksUnder(request.lens()) && logic.rule().knownOn(request.asOf()))
                .flatMap(logic -> subjects(logic, some)
                        .filter(subject -> isToldOtherwise(logic, facts, subject.orElse(null), fired))
                        .map(subject -> pair(logic.rule(), subject.orElse(null)) + " of " + request))
                .toList();
    }

    private static boolean isToldOtherwise(
            RuleLogic logic, Facts facts, @Nullable Candidate subject, Set<String> fired) {
        boolean spoke = fired.contains(pair(logic.rule(), subject));
        return Walk.match(logic, facts, subject).isPresent() != spoke || holds(logic, facts, subject) != spoke;
    }

    private static List<Candidate> oneInSoMany(List<Object> facts, int turn) {
        List<Candidate> all = facts.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % TURNS == turn)
                .mapToObj(all::get)
                .toList();
    }

    private static String pair(RuleDefinition rule, @Nullable Candidate candidate) {
        return rule.id() + " on " + (candidate == null ? "the request" : candidate.id());
    }

    private static boolean holds(RuleLogic logic, Facts facts, @Nullable Candidate candidate) {
        return Tracer.trace(logic, facts, candidate).stream()
                .filter(trace -> trace.condition().within() == null)
                .allMatch(trace -> Boolean.TRUE.equals(trace.holds()));
    }

    /** The candidates that a rule is asked about; none at all for a rule on the request. */
    private static Stream<Optional<Candidate>> subjects(RuleLogic logic, List<Candidate> some) {
        return logic.hasSubject() ? some.stream().map(Optional::of) : Stream.of(Optional.empty());
    }
}
