package advisor.rules.session;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.report.json.JsonReport;
import advisor.request.RequestForm;
import advisor.rules.RuleBook;
import advisor.rules.text.RuleDefinition;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

/** Every verdict comes out of a Drools session, and out of one alone. */
class JudgeTest {
    private static final LocalDate DAY = Shipped.TODAY;

    private static final RuleBook RULES = Shipped.rules();

    /** Sessions of a base are numbered one after the other, so a session asked for tells how many came before. */
    private long sessions(Lens lens, LocalDate day) {
        return sessions(RULES, lens, day);
    }

    private long sessions(RuleBook book, Lens lens, LocalDate day) {
        KieSession session = book.bases()
                .of(rule -> book.asks(rule) && rule.speaksUnder(lens) && rule.knownOn(day))
                .newSession();
        try {
            return session.getIdentifier();
        } finally {
            session.dispose();
        }
    }

    @Test
    void aJudgementTakesOneSession() {
        List<Object> facts = facts();
        long before = sessions(Lens.EVIDENCE, DAY);
        assertThat(RULES.judge(facts, Lens.EVIDENCE, DAY).firings()).isNotEmpty();
        assertThat(sessions(Lens.EVIDENCE, DAY) - before - 1).isEqualTo(1);
    }

    @Test
    void anAdviceTakesOneSessionAndItsAnalysisOneForEachRun() {
        Advisor advisor = new Advisor(Shipped.catalog(), RULES);
        Request request = new RequestForm(Map.of("model", "deepseek-r1", "budget", "3000000CNY")).request(DAY);
        long before = sessions(Lens.EVIDENCE, DAY);
        Advice advice = advisor.advise(request);
        assertThat(JsonReport.of(advice)).contains("\"corrects\"");
        assertThat(sessions(Lens.EVIDENCE, DAY) - before - 1).isEqualTo(1);
        RuleBook ofRuns = RULES.withoutNotes();
        before = sessions(ofRuns, Lens.EVIDENCE, DAY);
        int runs = SensitivityAnalysis.sharing(advisor.sizings(advice), Shipped.catalog(), RULES)
                .analysed(advice)
                .sensitivity()
                .runs();
        assertThat(sessions(ofRuns, Lens.EVIDENCE, DAY) - before - 1)
                .isEqualTo(runs)
                .isEqualTo(18);
    }

    @Test
    void daysOnWhichTheSameRulesAreKnownShareANetwork() {
        RuleBases bases = RULES.bases();
        RuleBase one = bases.of(rule -> rule.knownOn(LocalDate.of(2026, 11, 21)));
        assertThat(bases.of(rule -> rule.knownOn(LocalDate.of(2026, 11, 22)))).isSameAs(one);
        assertThat(bases.of(rule -> rule.knownOn(LocalDate.of(2025, 1, 1)))).isNotSameAs(one);
    }

    /** The same rules over the same facts, one lens after the other: each base holds what may speak and no more. */
    @Test
    void onlyRulesThatMaySpeakDo() {
        List<Object> facts = facts();
        for (Lens lens : Lens.values()) {
            Set<RuleDefinition> spoke = new HashSet<>();
            RULES.judge(facts, lens, DAY).firings().forEach(firing -> spoke.add(firing.rule()));
            assertThat(spoke).isNotEmpty().allMatch(rule -> rule.speaksUnder(lens));
        }
    }

    private static List<Object> facts() {
        return Shipped.assess("model", "deepseek-r1", "budget", "3000000CNY").judgement().facts().stream()
                .filter(fact -> !(fact instanceof Finding))
                .toList();
    }

    @Test
    void whatIsShownIsReadAfterTheSessionIsGone() {
        Judgement judgement = RULES.judge(facts(), Lens.EVIDENCE, DAY);
        Firing firing = judgement.firings().stream()
                .filter(one -> one.rule().id().equals("memory/does-not-fit"))
                .findFirst()
                .orElseThrow();
        Candidate candidate = firing.candidate();
        assertThat(firing.arguments())
                .containsEntry("candidate.memory.needed", candidate.memory().needed())
                .containsEntry("candidate.memory.shortfall", candidate.memory().shortfall());
    }
}
