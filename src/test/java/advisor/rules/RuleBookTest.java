package advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.unit.Parameter;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.explain.Facts;
import advisor.rules.session.Judgement;
import advisor.rules.session.RuleFailure;
import advisor.text.LoadException;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTest {
    private static final LocalDate DAY = LocalDate.of(2025, 2, 11);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("rules"));
    }

    private final RuleCompiler compiler = new RuleCompiler();

    @Test
    void aRuleSpeaksWithTheValuesItMatched() throws IOException {
        write("power.drl", rule("power/high", "", "Parameter( $value : value > 1 )", "Finding.remark()"));
        Judgement judgement = judge(Lens.EVIDENCE, DAY, 7);
        assertThat(judgement.firings()).singleElement().satisfies(firing -> {
            assertThat(firing.rule().id()).isEqualTo("power/high");
            assertThat(firing.rule().place()).isEqualTo("rules/power.drl:3");
            assertThat(firing.kind()).isEqualTo(Finding.Kind.NOTE);
            assertThat(firing.arguments()).containsEntry("value", 7.0);
            assertThat(firing.citations()).containsExactly("source-of-figure");
        });
    }

    /** What stands before it in the match may be several things, or nothing. */
    @Test
    void aRuleSpeaksWithItsValuesBehindAnyForm() throws IOException {
        String forms =
                """
                not Parameter( value > 100 )
                exists Parameter( value > 1 )
                accumulate( $p : Parameter( value < 100 ); $count : count($p) )
                ( Parameter( value < 1 ) or ( Parameter( value > 5 ) and $other : Parameter( $value : value > 6 ) ) )""";
        write(
                "power.drl",
                rule("power/high", "", forms.replace("value < 1 )", "$value : value < 1 )"), "Finding.remark()"));
        assertThat(judge(Lens.EVIDENCE, DAY, 7).firings()).singleElement().satisfies(firing -> {
            assertThat(firing.arguments()).containsEntry("value", 7.0);
            assertThat(firing.citations()).containsExactly("source-of-figure");
        });
    }

    @Test
    void everyShippedFileAsksItsQuestionInBothLanguages() {
        assertThat(Shipped.rules().texts().questions()).hasSizeGreaterThan(10).allSatisfy((file, question) -> {
            assertThat(question.en()).as(file).endsWith("?").doesNotContainPattern("\\p{IsHan}");
            assertThat(question.zh()).as(file).endsWith("？").containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void aRuleOfTheOtherLensIsNotAskedButCanBeExplained() throws IOException {
        write("power.drl", rule("power/high", "@lens(founding)", "Parameter( $value : value )", "Finding.remark()"));
        Judgement evidence = judge(Lens.EVIDENCE, DAY, 7);
        assertThat(evidence.firings()).isEmpty();
        RuleBook rules = RuleLoader.load(folder, compiler);
        assertThat(rules.shownBy(rules.rules().get(0), new Facts(evidence.facts()), null))
                .containsEntry("value", 7.0);
        assertThat(judge(Lens.FOUNDING, DAY, 7).firings()).hasSize(1);
    }

    @Test
    void aRuleIsSilentBeforeTheDayItCouldBeKnown() throws IOException {
        write(
                "power.drl",
                rule("power/high", "@since(\"2025-02-11\")", "Parameter( $value : value )", "Finding.remark()"));
        assertThat(judge(Lens.EVIDENCE, DAY.minusDays(1), 7).firings()).isEmpty();
        assertThat(judge(Lens.EVIDENCE, DAY, 7).firings()).hasSize(1);
    }

    @Test
    void onlyTheEditedFileIsCompiledAgain() throws IOException {
        write("power.drl", rule("power/high", "", "Parameter( $value : value )", "Finding.remark()"));
        write("memory.drl", rule("memory/low", "", "Parameter( $value : value )", "Finding.remark()"));
        RuleBook before = RuleLoader.load(folder, compiler);
        assertThat(compiler.compilations()).isEqualTo(2);
        write("power.drl", rule("power/high", "", "Parameter( $value : value > 100 )", "Finding.remark()"));
        RuleBook after = RuleLoader.load(folder, compiler);
        assertThat(compiler.compilations()).isEqualTo(3);
        assertThat(after.sha256()).isNotEqualTo(before.sha256());
        assertThat(ids(before)).containsExactly("memory/low", "power/high");
        assertThat(ids(after)).containsExactly("memory/low");
    }

    @Test
    void everyFaultOfEveryFileIsReported() throws IOException {
        write("a.drl", "rule \"x\"\n\nwhen\n  Parameter( value > )\nthen\nend\n");
        write("b.drl", rule("b/no-points", "", "Parameter( $value : value )", "Finding.remark(\"b/other\")"));
        write("c.drl", rule("c/unknown-field", "", "Parameter( $value : worth )", "Finding.remark()"));
        write("d.drl", rule("d/bad-then", "", "Parameter( $value : value )", "Finding.remark($nothing)"));
        write("e.drl", rule("e/lens", "@lens(rosy)", "Parameter( $value : value )", "Finding.remark()"));
        assertThatThrownBy(() -> RuleLoader.load(folder, compiler))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("rules/a.drl:4")
                .hasMessageContaining("rules/b.drl:")
                .hasMessageContaining("The finding (Finding.remark) is given no text: its id is the name of the rule.")
                .hasMessageContaining("rules/c.drl:")
                .hasMessageContaining("rules/d.drl:11:34")
                .hasMessageContaining("rules/e.drl:5:5: The @lens (rosy)");
    }

    @Test
    void placeholdersMustBeBoundAndTheSameInBothLanguages() throws IOException {
        String text = rule("a/one", "", "Parameter( $value : value )", "Finding.remark()");
        write("a.drl", text.replace("power of {value}", "power of {valeu}"));
        assertThatThrownBy(() -> RuleLoader.load(folder, compiler))
                .hasMessageContaining("show different values: [valeu] in English, [value] in Chinese")
                .hasMessageContaining("The placeholder ({valeu})");
    }

    @Test
    void theSameIdTwiceIsAFault() throws IOException {
        String one = rule("a/one", "", "Parameter( $value : value )", "Finding.remark()");
        String other = one.substring(one.indexOf("rule \""));
        write("a.drl", one + "\n" + other);
        assertThatThrownBy(() -> RuleLoader.load(folder, compiler))
                .hasMessageContaining(
                        "rules/a.drl:14:7: The id (a/one) is already the one of the rule at rules/a.drl:3");
    }

    @Test
    void anIdBelongsToTheTopicOfItsFile() throws IOException {
        write("b.drl", rule("a/one", "", "Parameter( $value : value )", "Finding.remark()"));
        assertThatThrownBy(() -> RuleLoader.load(folder, compiler))
                .hasMessageContaining("The name (a/one) of a rule is its id: b/");
    }

    @Test
    void pointsBelongToConcernsAndMeritsAlone() throws IOException {
        write("a.drl", rule("a/one", "@points(3)", "Parameter( $value : value )", "Finding.remark()"));
        assertThatThrownBy(() -> RuleLoader.load(folder, compiler)).hasMessageContaining("must have no @points");
    }

    @Test
    void notesThatNobodyMindsAreLeftOut() throws IOException {
        assertThat(notesAskedBeside("not OnCandidate( kind == Finding.Kind.BLOCKER )"))
                .isEmpty();
        assertThat(notesAskedBeside("not OnCandidate( rule == \"a/noted\" )")).containsExactly("a/noted");
        assertThat(notesAskedBeside("not OnCandidate( rule in (\"a/noted\", \"b/other\") )"))
                .containsExactly("a/noted");
        assertThat(notesAskedBeside("not OnCandidate( rule != \"b/other\" )")).containsExactly("a/noted", "b/reads");
        assertThat(notesAskedBeside("not OnCandidate()")).containsExactly("a/noted", "b/reads");
    }

    private List<String> notesAskedBeside(String condition) throws IOException {
        write("a.drl", rule("a/noted", "", "Parameter( $value : value )", "Finding.remark()"));
        write("b.drl", rule("b/reads", "", "Parameter( $value : value ) " + condition, "Finding.remark()"));
        return ids(RuleLoader.load(folder, compiler).withoutNotes());
    }

    @Test
    void aRuleThatBreaksIsNamed() throws IOException {
        write("a.drl", rule("a/one", "", "Parameter( $value : value, $none : asPrinted )", "Finding.remark($none)"));
        assertThatThrownBy(() -> judge(Lens.EVIDENCE, DAY, 7).orThrow())
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("rules/a.drl:3 (a/one)")
                .hasMessageContaining("NullPointerException");
    }

    @Test
    void aRuleMayCount() throws IOException {
        write(
                "a.drl",
                rule(
                        "a/one",
                        "",
                        "accumulate( $p : Parameter(); $value : count($p); $value > 0 )",
                        "Finding.remark()"));
        assertThat(judge(Lens.EVIDENCE, DAY, 7).firings()).hasSize(1);
    }

    @Test
    void chineseTextSurvives() throws IOException {
        write("a.drl", rule("a/one", "", "Parameter( $value : value )", "Finding.remark()"));
        assertThat(judge(Lens.EVIDENCE, DAY, 7).firings().get(0).rule().text())
                .isEqualTo(new Text("power of {value}", "功率 {value}"));
    }

    private Judgement judge(Lens lens, LocalDate day, double value) {
        Parameter parameter =
                new Parameter("power/limit", value, "kW", new Text("limit", "上限"), DAY, "source-of-figure");
        return RuleLoader.load(folder, compiler).judge(List.of(parameter), lens, day);
    }

    private List<String> ids(RuleBook book) {
        Parameter parameter = new Parameter("p", 7, "kW", new Text("p", "p"), DAY, "s");
        return book.judge(List.of(parameter), Lens.EVIDENCE, DAY).firings().stream()
                .map(firing -> firing.rule().id())
                .sorted()
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String rule(String id, String annotation, String when, String then) {
        return """
                // A question?

                rule "%s"
                    @source("nobody-2025")
                    %s
                    @en("power of {value}")
                    @zh("功率 {value}")
                when
                    %s
                then
                    insertLogical(%s);
                end
                """
                .formatted(id, annotation, when, then);
    }
}
