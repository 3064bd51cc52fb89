package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.advice.change.Changes;
import advisor.advice.change.Counterfactual;
import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.advice.change.Explainer;
import advisor.advice.change.Explanation;
import advisor.report.screen.Screen;
import advisor.report.text.ExplanationText;
import advisor.request.Question;
import advisor.rules.RuleTraces;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleTrace;
import advisor.rules.text.RuleDefinition;
import advisor.text.Language;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Six requests that differ, over every option: the ledger, the outcomes of rules, and what is said to change a verdict. */
class SixCasesTest {
    private static final long SEED = 20261122;
    private static final int SAMPLED = 1;

    private static final Map<Cases, Assessment> ASSESSED = new EnumMap<>(Cases.class);
    private static final Map<Cases, Explainer> EXPLAINERS = new EnumMap<>(Cases.class);
    private static final Map<String, Changes> CHANGES = new HashMap<>();
    private static final Map<Map<String, String>, Advice> BY_HAND = new HashMap<>();

    @ParameterizedTest
    @EnumSource
    void theLedgerOfEveryCandidateAddsUp(Cases one) {
        List<Verdict> verdicts = verdicts(one);
        assertThat(verdicts).hasSizeGreaterThan(60);
        assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.start()
                        + verdict.reasons().stream().mapToInt(Reason::points).sum())
                .as(verdict.candidate().id())
                .isEqualTo(verdict.score()));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasExactlyOneOutcomeForEveryCandidate(Cases one) {
        Assessment assessment = assessed(one);
        var request = assessment.advice().request();
        RuleTraces traces = new RuleTraces(Shipped.rules(), assessment.judgement(), request.lens(), request.asOf());
        Set<String> known =
                Shipped.rules().rules().stream().map(RuleDefinition::id).collect(Collectors.toSet());
        for (Verdict verdict : traced(one)) {
            List<RuleTrace> outcomes = traces.of(verdict.candidate());
            List<String> ids = outcomes.stream().map(trace -> trace.rule().id()).toList();
            assertThat(ids).doesNotHaveDuplicates().allMatch(known::contains);
            assertThat(fired(outcomes)).as(verdict.candidate().id()).isEqualTo(said(verdict, assessment.advice()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldBrieflyIsTheSame(Cases one) {
        Assessment assessment = assessed(one);
        var request = assessment.advice().request();
        RuleTraces traces = new RuleTraces(Shipped.rules(), assessment.judgement(), request.lens(), request.asOf());
        for (Verdict verdict : traced(one)) {
            List<RuleTrace> brief = traces.brief(verdict.candidate());
            List<RuleTrace> whole = traces.of(verdict.candidate());
            assertThat(brief).extracting(RuleTrace::rule).isEqualTo(rules(whole));
            assertThat(brief).extracting(RuleTrace::outcome).isEqualTo(outcomes(whole));
            assertThat(open(brief)).isEqualTo(open(whole)).isNotEmpty();
        }
    }

    private static List<RuleDefinition> rules(List<RuleTrace> traces) {
        return traces.stream().map(RuleTrace::rule).toList();
    }

    private static List<Outcome> outcomes(List<RuleTrace> traces) {
        return traces.stream().map(RuleTrace::outcome).toList();
    }

    /** What keeps the rules silent that might have spoken. */
    private static List<List<ConditionTrace>> open(List<RuleTrace> traces) {
        return traces.stream()
                .filter(trace -> trace.outcome() == Outcome.NOT_FIRED || trace.outcome() == Outcome.UNKNOWN)
                .map(RuleTrace::failing)
                .toList();
    }

    private static Set<String> fired(List<RuleTrace> outcomes) {
        return outcomes.stream()
                .filter(trace -> trace.outcome() == Outcome.FIRED)
                .map(trace -> trace.rule().id())
                .collect(Collectors.toSet());
    }

    /** Of the candidate, and of the request. */
    private static Set<String> said(Verdict verdict, Advice advice) {
        return Stream.concat(verdict.reasons().stream(), advice.notes().stream())
                .map(reason -> reason.rule().id())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void theExplanationIsAsKept(Cases one) throws IOException {
        for (Language language : Language.values()) {
            String text = ExplanationText.of(
                    explained(one, one.option()),
                    changes(one, one.option()),
                    RuleTrace::nearMiss,
                    Screen.file(language));
            Golden.compare(
                    one.file(language.name().toLowerCase(Locale.ROOT)), text.replaceAll("\\bd-[0-9a-f]{16}\\b", "…"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfTheRequestThatIsAppliedByHandGivesWhatWasPromised(Cases one) {
        assertThat(changes(one, one.option()).counterfactuals()).isNotEmpty();
        for (String option : options(one)) {
            for (Counterfactual found : changes(one, option).counterfactuals()) {
                if (found.changes().stream().allMatch(change -> change.of() == Of.REQUEST)) {
                    holds(one, option, found);
                }
            }
        }
    }

    private static void holds(Cases one, String option, Counterfactual found) {
        OptionVerdict before = assessed(one).advice().verdict(option);
        OptionVerdict after = byHand(one, option, found.changes());
        assertThat(after.stance()).as("%s of %s: %s", option, one, found).isEqualTo(found.stance());
        assertThat(after.best().score()).isEqualTo(found.score());
        assertThat(found.stance()).isLessThan(before.stance());
        if (found.changes().size() > 1) {
            assertThat(found.changes()).allSatisfy(change -> assertThat(
                            byHand(one, option, List.of(change)).stance())
                    .isGreaterThanOrEqualTo(before.stance()));
        }
    }

    private static OptionVerdict byHand(Cases one, String option, List<Change> changes) {
        Map<String, String> fields = one.fields();
        changes.forEach(change -> fields.put(change.field(), change.to()));
        return BY_HAND.computeIfAbsent(fields, Shipped::advise).verdict(option);
    }

    /** The one that is kept, and some more. */
    private static List<String> options(Cases one) {
        List<String> all = assessed(one).advice().verdicts().stream()
                .map(verdict -> verdict.option().id())
                .sorted()
                .toList();
        return Stream.concat(
                        Stream.of(one.option()),
                        new Random(SEED + one.ordinal())
                                .ints(SAMPLED, 0, all.size())
                                .mapToObj(all::get))
                .distinct()
                .toList();
    }

    /** All candidates of the first; of the others, where it only takes longer, the best of each option. */
    private static List<Verdict> traced(Cases one) {
        return one == Cases.FOUNDING
                ? verdicts(one)
                : assessed(one).advice().verdicts().stream()
                        .map(OptionVerdict::best)
                        .toList();
    }

    private static List<Verdict> verdicts(Cases one) {
        return assessed(one).advice().verdicts().stream()
                .flatMap(option -> option.all().stream())
                .toList();
    }

    private static Assessment assessed(Cases one) {
        return ASSESSED.computeIfAbsent(one, key -> Shipped.assess(key.fields()));
    }

    private static Explanation explained(Cases one, String option) {
        return explainer(one).explain(option, null);
    }

    private static Changes changes(Cases one, String option) {
        return CHANGES.computeIfAbsent(one + " " + option, key -> explainer(one).changes(option));
    }

    private static Explainer explainer(Cases one) {
        return EXPLAINERS.computeIfAbsent(
                one,
                key -> new Explainer(
                        new Advisor(Shipped.catalog(), Shipped.rules()), Question.of(key.fields(), Shipped.TODAY)));
    }
}
