package advisor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import advisor.cli.FewRules;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code advisor rules list|show|coverage|diff|new|doc}. */
class RulesCommandTest {
    @TempDir
    Path folder;

    private FewRules rules;

    @BeforeEach
    void copyOneFile() throws IOException {
        rules = FewRules.in(folder);
    }

    /** Its last rule, a note, as a concern. */
    private static String concern(String rules) {
        int kind = rules.lastIndexOf("Finding.note");
        int name = rules.lastIndexOf("    @lens(evidence)");
        return rules.substring(0, name) + "    @points(-60)\n" + rules.substring(name, kind)
                + rules.substring(kind).replace("Finding.note", "Finding.concern");
    }

    @Test
    void listAndShowGiveWhatARuleSaysOfItself() throws IOException {
        assertThat(rules.run("list", "--lang", "en").out()).contains("memory/does-not-fit", "blocker", "founding lens");
        assertThat(rules.run("list", "--lang", "zh").out()).contains("否决");
        assertThat(rules.run("show", "memory/does-not-fit", "--lang", "en").out())
                .contains("rules/memory.drl:", "rule \"memory/does-not-fit\"", "memory.shortfall != null");
        JsonNode node = new JsonMapper()
                .readTree(rules.run("show", "memory/little-room", "--output", "json")
                        .out());
        assertThat(node.get("points").asInt()).isNegative();
        assertThat(node.get("rule").asText()).contains("when");
        CommandRun unknown = rules.run("show", "memory/does-not-fitt", "--lang", "en");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(unknown.err()).contains("Maybe memory/does-not-fit");
    }

    @Test
    void coverageNamesWhatNoScenarioTries() {
        CommandRun run = rules.run("coverage", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("in no scenario", "% covered".substring(2));
        assertThat(rules.run("coverage", "--min", "100").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aDiffTellsWhatFlipsAndThroughWhichRule() throws IOException {
        Path edited = folder.resolve("edited");
        rules.copyTo(edited);
        String text = Files.readString(edited.resolve("memory.drl"));
        Files.writeString(edited.resolve("memory.drl"), concern(text));
        CommandRun run =
                FewRules.ofRules("diff", rules.folder().toString(), edited.toString(), "--lang", "en", "--all");
        assertThat(run.out()).startsWith("4 requests, ").contains("memory/fits-with-room", "VERDICTS THAT FLIP");
        assertThat(FewRules.ofRules(
                                "diff",
                                rules.folder().toString(),
                                rules.folder().toString(),
                                "--lang",
                                "en")
                        .out())
                .contains("0 flip, 0 more differ");
        assertThat(FewRules.ofRules("diff", rules.folder().toString(), edited.toString(), "--output", "markdown")
                        .out())
                .contains("|---|---|---|---|");
        assertThat(new JsonMapper()
                        .readTree(FewRules.ofRules(
                                        "diff", rules.folder().toString(), edited.toString(), "--output", "json")
                                .out())
                        .get("flips")
                        .asInt())
                .isPositive();
    }

    @Test
    void aNewRuleCompilesAndStandsInScenariosAndIndex() throws IOException {
        assertThat(rules.run("new", "memory/too-tight").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(rules.run("check", "--lang", "en").out()).contains("[never-fires] The rule (memory/too-tight)");
        assertThat(Files.readString(rules.folder().resolve("README.md"))).contains("`memory/too-tight`");
        assertThat(rules.run("test", "--lang", "en").out()).contains("memory/too-tight does not fire");
        assertThat(rules.run("new", "memory/too-tight").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(rules.run("new", "Memory").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(rules.run("new", "quiet/first-rule").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(rules.run("list").out()).contains("quiet/first-rule");
    }

    @Test
    void theIndexOfTheShippedRulesAndTheReferenceOfTheirFactsAreFresh() {
        assertThat(FewRules.ofRules("doc", "--verify").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(rules.run("doc", "--verify").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "FACTS.md"})
    void eachPageIsWrittenAndFoundStale(String page) throws IOException {
        assertThat(rules.run("doc").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(rules.run("doc", "--verify").exitCode()).isEqualTo(ExitCode.OK);
        rules.edit(page, "./advisor rules doc", "hand");
        assertThat(rules.run("doc", "--verify").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aPageThatCannotBeWrittenIsNoFaultOfTheProgram() throws IOException {
        Files.createDirectory(rules.folder().resolve("FACTS.md"));
        CommandRun run = rules.run("doc", "--lang", "zh");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("FACTS.md", "无法写入");
    }
}
