package advisor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Assessment;
import advisor.catalog.Scenario;
import advisor.model.Finding;
import advisor.model.Lens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules say without a session is what they say in one. */
class PlainRunTest {
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final String UNDERSTATED = "$candidate : Candidate( option.hardwareUnderstated )";
    private static final String WITHIN = "\n    exists Finding( rule == \"budget/within\" )";
    private static final String CARDS_ALONE =
            "$candidate : Candidate( option.purchased, cost.likelyOutlay != null, option.pricedByCardsAloneOn($day) )";
    private static final String NOT_UNDERSTATED = "\n    not Finding( rule == \"budget/rows-exceed-total\" )";

    @Test
    void theShippedRulesSayTheSameOfEveryScenario() {
        List<Assessment> assessments = Shipped.workshop().scenarios().stream()
                .map(Scenario::request)
                .distinct()
                .map(PlainRunTest::assess)
                .toList();
        assertThat(assessments).hasSizeGreaterThan(20);
        assertThat(Shipped.rules().rulesInSession()).isZero();
        for (Assessment assessment : assessments) {
            List<Object> facts = new ArrayList<>(assessment.judgement().facts());
            facts.removeIf(Finding.class::isInstance);
            LocalDate day = assessment.advice().request().asOf();
            for (Lens lens : Lens.values()) {
                same(
                        Shipped.rules().judge(facts, lens, day, NO_LIMIT),
                        Shipped.rules().inSession(facts, lens, day, NO_LIMIT));
            }
        }
    }

    @Test
    void aRuleThatReadsFindingsIsTriedAfterThoseThatStateThem(@TempDir Path folder) throws IOException {
        RuleBook rules = budgetRules(folder, Map.of(UNDERSTATED, UNDERSTATED + WITHIN));
        assertThat(rules.rulesInSession()).isZero();
        assertThat(said(rules)).contains("budget/within", "budget/rows-exceed-total");
        same(judged(rules), inSession(rules));
    }

    @Test
    void rulesThatReadEachOthersFindingsAreJudgedInASession(@TempDir Path folder) throws IOException {
        RuleBook rules = budgetRules(
                folder, Map.of(UNDERSTATED, UNDERSTATED + WITHIN, CARDS_ALONE, CARDS_ALONE + NOT_UNDERSTATED));
        assertThat(said(rules)).contains("budget/rows-exceed-total").doesNotContain("budget/cards-alone");
        same(judged(rules), inSession(rules));
    }

    private static Set<String> said(RuleBook rules) {
        return judged(rules).firings().stream()
                .map(firing -> firing.rule().id())
                .collect(Collectors.toSet());
    }

    private static Judgement judged(RuleBook rules) {
        return rules.judge(facts(), Lens.EVIDENCE, DAY, NO_LIMIT);
    }

    private static Judgement inSession(RuleBook rules) {
        return rules.inSession(facts(), Lens.EVIDENCE, DAY, NO_LIMIT);
    }

    private static List<Object> facts() {
        return Shipped.assess("model", "deepseek-r1", "budget", "3000000CNY", "as-of", DAY.toString())
                .judgement()
                .facts()
                .stream()
                .filter(fact -> !(fact instanceof Finding))
                .toList();
    }

    private static RuleBook budgetRules(Path folder, Map<String, String> changes) throws IOException {
        String text = Files.readString(Shipped.RULES.resolve("budget.drl"));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        Files.writeString(folder.resolve("budget.drl"), text);
        return RuleBook.load(folder, new RuleCompiler());
    }

    private static Assessment assess(SortedMap<String, String> request) {
        return Shipped.assess(request.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new));
    }

    private static void same(Judgement plain, Judgement inSession) {
        assertThat(counted(plain.firings())).isEqualTo(counted(inSession.firings()));
        assertThat(counted(plain.suppressed())).isEqualTo(counted(inSession.suppressed()));
        assertThat(new HashSet<>(plain.facts())).isEqualTo(new HashSet<>(inSession.facts()));
        assertThat(plain.facts()).hasSameSizeAs(inSession.facts());
        assertThat(plain.errors()).isEqualTo(inSession.errors());
    }

    @Test
    void brieflyTheSameRulesSpeakOfTheSameCandidates() {
        Judgement brief = Shipped.rules().judgeBriefly(facts(), Lens.EVIDENCE, DAY);
        assertThat(claims(brief)).isEqualTo(claims(judged(Shipped.rules())));
        assertThat(brief.facts()).isEqualTo(judged(Shipped.rules()).facts());
        assertThat(brief.firings()).isNotEmpty().allMatch(firing -> firing.arguments()
                .isEmpty());
    }

    private static List<List<Object>> claims(Judgement judgement) {
        return judgement.firings().stream()
                .map(firing -> Arrays.<Object>asList(firing.rule().id(), firing.kind(), firing.candidate()))
                .toList();
    }

    private static Map<Firing, Long> counted(List<Firing> firings) {
        return firings.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
