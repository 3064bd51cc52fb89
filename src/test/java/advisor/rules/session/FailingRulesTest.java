package advisor.rules.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import advisor.Shipped;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.unit.Parameter;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that break beside healthy ones: what the healthy ones say must all be there, and who broke must be named. */
class FailingRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 2, 11);
    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final String EVERY_CANDIDATE = "$candidate : Candidate( )";

    /** A finding is about no null. */
    private static final String NOTHING = "Parameter( asPrinted == null, $nothing : asPrinted )";

    private static final String VALUE = "Parameter( $value : value )\n";

    private static final List<Candidate> CANDIDATES =
            Shipped.advise("model", "deepseek-r1", "as-of", "2026-11-22").verdicts().stream()
                    .map(verdict -> verdict.best().candidate())
                    .limit(5)
                    .toList();
    private static final String UNLUCKY = CANDIDATES.get(3).option().id();

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void healthyRules() throws IOException {
        folder = Files.createDirectory(temporary.resolve("rules"));
        write("healthy", rule("healthy/each", EVERY_CANDIDATE, "Finding.note($candidate)"));
        write("sound", rule("sound/remark", "Parameter( $value : value )", "Finding.remark($value)"));
    }

    @Test
    void aConsequenceThatBreaksOnOneCandidateLeavesTheOtherRulesAlone() throws IOException {
        write(
                "bad",
                rule(
                        "bad/then",
                        "$candidate : Candidate( option.id == \"%s\" )\n%s".formatted(UNLUCKY, NOTHING),
                        "Finding.note($candidate, $nothing)"));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors()).singleElement().satisfies(error -> {
            assertThat(error.rule().place()).isEqualTo("rules/bad.drl:3");
            assertThat(error.candidate()).isEqualTo(CANDIDATES.get(3));
            assertThat(error.message().en()).isEqualTo("NullPointerException");
        });
    }

    @Test
    void aConditionThatBreaksOnOneCandidateLeavesTheOtherRulesAlone() throws IOException {
        write("bad", rule("bad/when", breaksOn(UNLUCKY), "Finding.note($candidate)"));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors()).singleElement().satisfies(error -> {
            assertThat(error.rule().id()).isEqualTo("bad/when");
            assertThat(error.candidate()).isEqualTo(CANDIDATES.get(3));
            assertThat(error.message().en()).contains("option.id.substring").contains("OutOfBounds");
        });
    }

    @Test
    void everyRuleThatBreaksIsNamed() throws IOException {
        write("bad", rule("bad/when", breaksOn(UNLUCKY), "Finding.note($candidate)"));
        write("worse", rule("worse/bound", "Parameter( $share : (1 / (id.length - 11)) )", remark("$share")));
        write("worst", rule("worst/then", NOTHING, remark("$nothing")));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors())
                .extracting(error -> error.rule().id())
                .containsExactlyInAnyOrder("bad/when", "worse/bound", "worst/then");
        assertThatThrownBy(judgement::orThrow)
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("rules/bad.drl:3 (bad/when)")
                .hasMessageContaining("rules/worst.drl:3 (worst/then) failed: NullPointerException");
    }

    @Test
    void twoRulesWithTheSameBrokenConditionAreBothNamed() throws IOException {
        write("bad", rule("bad/when", breaksOn(UNLUCKY), "Finding.note($candidate)"));
        write("worse", rule("worse/when", breaksOn(UNLUCKY), "Finding.note($candidate)"));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors())
                .extracting(error -> error.rule().id())
                .containsExactlyInAnyOrder("bad/when", "worse/when");
    }

    @Test
    void aRuleThatAnswersItselfIsStopped() throws IOException {
        write("loop", rule("loop/self", "Finding.OnRequest( $next : (((Double) about.get(0)) + 1) )", remark("$next")));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors()).singleElement().satisfies(error -> {
            assertThat(error.rule().place()).isEqualTo("rules/loop.drl:3");
            assertThat(error.message().en()).startsWith("it was stopped after firing 10018 times");
            assertThat(error.message().zh()).startsWith("触发 10018 次后被停止");
        });
    }

    @Test
    void aRuleThatNestsItsOwnFindingsIsStopped() throws IOException {
        write("loop", rule("loop/self", "$value : Finding( )", "Finding.remark($value)"));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors()).extracting(error -> error.rule().id()).containsExactly("loop/self");
    }

    @Test
    void aRuleThatJoinsFactsWithoutEndIsStoppedBeforeItDoes() throws IOException {
        write("wide", rule("wide/pairs", VALUE + "Candidate( )\n".repeat(24), remark("$value")));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors()).singleElement().satisfies(error -> {
            assertThat(error.rule().place()).isEqualTo("rules/wide.drl:3");
            assertThat(error.message().en()).startsWith("it was stopped before trying more than 1000360 pairs");
            assertThat(error.message().zh()).startsWith("在尝试超过 1000360 对事实之前被停止");
        });
    }

    @Test
    void aSumOverPairsWithoutEndIsStopped() throws IOException {
        write(
                "wide",
                rule(
                        "wide/sum",
                        "accumulate( %s$one : Candidate( ); $sum : count($one); $sum > 0 )"
                                .formatted("Candidate( ) and ".repeat(24)),
                        remark("$sum")));
        String none = "not ( %sCandidate( ) )".formatted("Candidate( ) and ".repeat(24));
        write("wider", rule("wider/none", VALUE + none, remark("$value")));
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors())
                .extracting(error -> error.rule().id())
                .containsExactlyInAnyOrder("wide/sum", "wider/none");
    }

    @Test
    void twoRulesThatShareAnEndlessJoinAreBothNamed() throws IOException {
        for (String topic : List.of("wide", "wider")) {
            write(topic, rule(topic + "/pairs", VALUE + "Candidate( )\n".repeat(24), remark("$value")));
        }
        Judgement judgement = judge();
        assertHealthyRulesSpoke(judgement);
        assertThat(judgement.errors())
                .extracting(error -> error.rule().id())
                .containsExactlyInAnyOrder("wide/pairs", "wider/pairs");
    }

    @Test
    void aJudgementThatIsLateSaysSo() {
        RuleBook book = RuleLoader.load(folder, COMPILER).within(Patience.seconds(0));
        RuleFailure late = late(book);
        assertThat(late.isLate()).isTrue();
        assertThat(late.text().en()).isEqualTo("The judgement was stopped after 0 seconds.");
        assertThat(late.text().zh()).isEqualTo("判断在 0 秒后被停止。");
    }

    /** The clock is asked at the beginning, before each firing and before the one join: the hour is over behind that. */
    @Test
    void aJudgementThatIsLateNamesTheRuleThatItIsAt() throws IOException {
        write("wide", rule("wide/pairs", VALUE + "$candidate : Candidate( )", "Finding.note($candidate, $value)"));
        AtomicInteger asked = new AtomicInteger();
        Patience untilTenth =
                new Patience(Duration.ofHours(1), () -> false, () -> asked.incrementAndGet() > 9 ? Long.MAX_VALUE : 0);
        RuleFailure late = late(RuleLoader.load(folder, COMPILER).within(untilTenth));
        assertThat(late.text().en())
                .isEqualTo(
                        "The judgement was stopped after 3600 seconds, at the rule at rules/wide.drl:3 (wide/pairs).");
        assertThat(late.text().zh()).startsWith("判断在 3600 秒后被停止，当时在规则 rules/");
    }

    @Test
    void whatWasWaitedBeforeCounts() throws IOException {
        write("sound", rule("sound/rule", VALUE + "$candidate : Candidate( )", "Finding.note($candidate, $value)"));
        RuleBook book = RuleLoader.load(folder, COMPILER);
        long hour = Duration.ofHours(1).toNanos();
        assertThat(late(book.within(new Patience(Duration.ofHours(1), () -> false, () -> hour + 1, () -> 0)))
                        .isLate())
                .isTrue();
        assertThat(book.within(new Patience(Duration.ofHours(1), () -> false, () -> hour + 1))
                        .judge(facts(), Lens.EVIDENCE, DAY)
                        .firings())
                .isNotEmpty();
    }

    private static RuleFailure late(RuleBook book) {
        return catchThrowableOfType(RuleFailure.class, () -> book.judge(facts(), Lens.EVIDENCE, DAY));
    }

    @Test
    void aJudgementThatNobodyWaitsForStopsAtItsNextJoin() {
        AtomicInteger asked = new AtomicInteger();
        Patience untilThird = new Patience(Duration.ofHours(1), () -> asked.incrementAndGet() > 3, System::nanoTime);
        RuleBook book = RuleLoader.load(folder, COMPILER).within(untilThird);
        assertThatThrownBy(() -> book.judge(facts(), Lens.EVIDENCE, DAY)).isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(4);
    }

    @Test
    void theRuleThatFiredMostIsTheOneStopped() {
        Judgement judgement = RuleLoader.load(folder, COMPILER).judge(facts(), Lens.EVIDENCE, DAY, 4);
        assertThat(judgement.errors()).extracting(error -> error.rule().id()).containsExactly("healthy/each");
        assertThat(ids(judgement)).containsExactly("sound/remark");
    }

    @Test
    void whatFailsOnceDoesNotFailForAnotherRequest() throws IOException {
        write("bad", rule("bad/when", breaksOn(UNLUCKY), "Finding.note($candidate)"));
        RuleBook book = RuleLoader.load(folder, COMPILER);
        assertThat(book.judge(facts(), Lens.EVIDENCE, DAY).errors()).hasSize(1);
        assertThat(book.judge(CANDIDATES.subList(0, 3), Lens.EVIDENCE, DAY).errors())
                .isEmpty();
        assertThat(book.judge(facts(), Lens.EVIDENCE, DAY).errors()).hasSize(1);
    }

    private static void assertHealthyRulesSpoke(Judgement judgement) {
        assertThat(judgement.firings().stream()
                        .filter(firing -> firing.rule().id().equals("healthy/each"))
                        .map(Firing::candidate))
                .containsExactlyInAnyOrderElementsOf(CANDIDATES);
        assertThat(ids(judgement)).contains("sound/remark").hasSize(CANDIDATES.size() + 1);
        assertThat(judgement.facts()).filteredOn(Finding.class::isInstance).hasSize(CANDIDATES.size() + 1);
    }

    private static List<String> ids(Judgement judgement) {
        return judgement.firings().stream().map(firing -> firing.rule().id()).toList();
    }

    private Judgement judge() {
        return RuleLoader.load(folder, COMPILER).judge(facts(), Lens.EVIDENCE, DAY);
    }

    private static List<Object> facts() {
        List<Object> facts = new ArrayList<>(CANDIDATES);
        facts.add(new Parameter("power/limit", 7, "kW", new Text("limit", "上限"), DAY, "source-of-figure"));
        return facts;
    }

    private static String breaksOn(String option) {
        return "$candidate : Candidate( option.id.substring(-1 - option.id.indexOf(\"%s\")) != null )"
                .formatted(option);
    }

    private static String remark(String arguments) {
        return "Finding.remark(%s)".formatted(arguments);
    }

    private void write(String topic, String rule) throws IOException {
        Files.writeString(folder.resolve(topic + ".drl"), rule);
    }

    private static String rule(String id, String when, String then) {
        return """
                // A question?

                rule "%s"
                    @source("nobody-2025")
                    @en("so it is")
                    @zh("如此")
                when
                    %s
                then
                    insertLogical(%s);
                end
                """
                .formatted(id, when, then);
    }
}
