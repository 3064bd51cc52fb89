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
import advisor.workshop.Coverage;
import advisor.workshop.RuleCoverage;
import advisor.workshop.Scenario;
import advisor.workshop.TestResult;
import advisor.workshop.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios of {@code rules/scenarios}, as {@code advisor rules test} and {@code coverage} run them. */
class ScenarioTest {
    private static final int TURNS = 120;

    @TestFactory
    Stream<DynamicTest> scenarios() {
        List<TestResult> results = new TestRun(Shipped.workshop()).run(Pattern.compile(""));
        assertThat(results).as("scenarios").hasSizeGreaterThan(150);
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(result.scenario().name(), () -> assertThat(result.failures())
                        .as(TestText.of(List.of(result), advisor.text.Language.EN))
                        .isEmpty()));
    }

    @Test
    void everyRuleAndEveryConditionIsSeenBothWays() {
        Coverage coverage = Coverage.of(Shipped.workshop());
        assertThat(coverage.rules()).allMatch(RuleCoverage::covered).allSatisfy(rule -> assertThat(rule.conditions())
                .as(rule.rule().id())
                .allMatch(advisor.workshop.ConditionCoverage::covered));
        assertThat(coverage.percent()).isEqualTo(100);
    }

    /** Where a rule holds must be where the session let it speak, in every scenario. */
    @ParameterizedTest
    @EnumSource
    void theWalkOfEveryRuleAgreesWithTheSession(Lens lens) {
        List<? extends Map<String, String>> requests = Shipped.workshop().scenarios().stream()
                .map(Scenario::request)
                .distinct()
                .toList();
        assertThat(requests).hasSizeGreaterThan(20);
        for (int i = 0; i < requests.size(); i++) {
            assertThat(disagreements(under(lens, requests.get(i)), i))
                    .as("%s", requests.get(i))
                    .isEmpty();
        }
    }

    private static Assessment under(Lens lens, Map<String, String> request) {
        Map<String, String> fields = new TreeMap<>(request);
        fields.put("lens", Ids.of(lens));
        return Shipped.assess(fields);
    }

    /** @param turn which of the candidates; all of every assessment would take minutes */
    private static List<String> disagreements(Assessment assessment, int turn) {
        Request request = assessment.advice().request();
        List<Object> all = assessment.judgement().facts();
        Facts facts = new Facts(all);
        Set<String> fired = assessment.judgement().firings().stream()
                .map(firing -> pair(firing.rule(), firing.candidate()))
                .collect(Collectors.toSet());
        List<String> disagreements = new ArrayList<>();
        for (RuleLogic logic : Shipped.rules().logic()) {
            if (logic.rule().speaksUnder(request.lens()) && logic.rule().knownOn(request.asOf())) {
                List<@Nullable Candidate> subjects = subjects(logic, all);
                for (int i = subjects.size() > 1 ? turn % TURNS : 0; i < subjects.size(); i += TURNS) {
                    Candidate subject = subjects.get(i);
                    boolean spoke = fired.contains(pair(logic.rule(), subject));
                    if (Walk.match(logic, facts, subject).isPresent() != spoke
                            || holds(logic, facts, subject) != spoke) {
                        disagreements.add(pair(logic.rule(), subject));
                    }
                }
            }
        }
        return disagreements;
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
    private static List<@Nullable Candidate> subjects(RuleLogic logic, List<Object> facts) {
        List<@Nullable Candidate> subjects = new ArrayList<>();
        if (logic.hasSubject()) {
            facts.stream()
                    .filter(Candidate.class::isInstance)
                    .map(Candidate.class::cast)
                    .forEach(subjects::add);
        } else {
            subjects.add(null);
        }
        return subjects;
    }
}
