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
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules say without a session is what they say in one. */
class PlainRunTest {
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    @Test
    void theShippedRulesSayTheSameOfEveryScenario() {
        List<Assessment> assessments = Shipped.workshop().scenarios().stream()
                .map(Scenario::request)
                .distinct()
                .map(PlainRunTest::assess)
                .toList();
        assertThat(assessments).hasSizeGreaterThan(20);
        assertThat(Shipped.rules().rulesInSession()).isEqualTo(1);
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
    void aRuleThatReadsFindingsNeedsASession(@TempDir Path folder) throws IOException {
        String rule = Files.readString(Shipped.RULES.resolve("budget.drl"))
                .replace(
                        "$candidate : Candidate( option.hardwareUnderstated )",
                        "$candidate : Candidate( option.hardwareUnderstated )\n    not Finding( rule == \"budget/within\" )");
        Files.writeString(folder.resolve("budget.drl"), rule);
        assertThat(RuleBook.load(folder, new RuleCompiler()).rulesInSession()).isEqualTo(1);
        Files.copy(
                Shipped.RULES.resolve("budget.drl"), folder.resolve("budget.drl"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(RuleBook.load(folder, new RuleCompiler()).rulesInSession()).isZero();
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

    private static Map<Firing, Long> counted(List<Firing> firings) {
        return firings.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
