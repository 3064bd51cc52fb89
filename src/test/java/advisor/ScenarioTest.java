package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.engine.trace.Facts;
import advisor.engine.trace.RuleLogic;
import advisor.engine.trace.Tracer;
import advisor.model.Candidate;
import advisor.report.TestText;
import advisor.workshop.Coverage;
import advisor.workshop.RuleCoverage;
import advisor.workshop.TestResult;
import advisor.workshop.TestRun;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scenarios of {@code rules/scenarios}, as {@code advisor rules test} and {@code coverage} run them. */
class ScenarioTest {
    @TestFactory
    Stream<DynamicTest> scenarios() {
        List<TestResult> results = new TestRun(Shipped.workshop()).run(Pattern.compile(""));
        assertThat(results).as("scenarios").hasSizeGreaterThan(150);
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(result.scenario().name(), () -> assertThat(result.failures())
                        .as(TestText.of(List.of(result), advisor.model.Language.EN))
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

    /** What is said of a rule's conditions must agree with what the engine made of them. */
    @Test
    void theTraceOfEveryRuleAgreesWithTheEngine() {
        for (var assessment : List.of(
                Shipped.assess("model", "deepseek-r1", "budget", "3000000CNY"),
                Shipped.assess("model", "deepseek-r1", "lens", "founding", "as-of", "2025-02-11", "jurisdiction", "CN"),
                Shipped.assess("model", "qwen3-8b", "budget", "5万", "privacy", "on-premises", "jurisdiction", "DE"))) {
            Facts facts = new Facts(assessment.judgement().facts());
            Set<String> matched = Stream.concat(
                            assessment.judgement().firings().stream(), assessment.judgement().suppressed().stream())
                    .filter(firing -> firing.candidate() != null)
                    .map(firing ->
                            firing.rule().id() + " on " + firing.candidate().id())
                    .collect(Collectors.toSet());
            for (RuleLogic logic : Shipped.rules().logic()) {
                if (logic.hasSubject() && logic.rule().since() == null) {
                    candidates(assessment.judgement().facts())
                            .forEach(candidate -> assertThat(holds(logic, facts, candidate))
                                    .as("%s on %s", logic.rule().id(), candidate.id())
                                    .isEqualTo(matched.contains(logic.rule().id() + " on " + candidate.id())));
                }
            }
        }
    }

    private static boolean holds(RuleLogic logic, Facts facts, Candidate candidate) {
        return Tracer.trace(logic, facts, candidate).stream()
                .filter(trace -> trace.condition().within() == null)
                .allMatch(trace -> Boolean.TRUE.equals(trace.holds()));
    }

    private static Stream<Candidate> candidates(List<Object> facts) {
        return facts.stream().filter(Candidate.class::isInstance).map(Candidate.class::cast);
    }
}
