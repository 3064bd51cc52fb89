package advisor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import advisor.cli.FewRules;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code advisor rules check}. */
class RulesCheckCommandTest {
    @TempDir
    Path folder;

    private FewRules rules;

    @BeforeEach
    void copyOneFile() throws IOException {
        rules = FewRules.in(folder);
    }

    @Test
    void pointsHaveTheSignOfTheirKind() throws IOException {
        rules.edit("memory.drl", "@points(-6)", "@points(6)");
        assertThat(rules.run("check", "--lang", "en").out())
                .contains("error [points] The @points (6)", "must be below 0", "Maybe @points(-6)?");
    }

    @Test
    void testAndCheckSpeakJUnit() throws Exception {
        Document passed = xml(rules.run("test", "--output", "junit").out());
        assertThat(passed.getDocumentElement().getAttribute("failures")).isEqualTo("0");
        rules.edit("scenarios/memory.yaml", "stance: rejected", "stance: recommended");
        Document failed = xml(rules.run("test", "--output", "junit").out());
        assertThat(failed.getElementsByTagName("failure").getLength()).isEqualTo(1);
        rules.edit("memory.drl", "memory.shortfall != null", "memory.shortfal != null");
        Document checked = xml(rules.run("check", "--output", "junit").out());
        assertThat(checked.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void aBrokenFileIsReportedWithACaretAndInSarif() throws IOException {
        rules.edit("memory.drl", "Candidate( memory.shortfall != null )", "Candidate( memory.shortfal != null )");
        CommandRun run = rules.run("check", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.out())
                .containsPattern("rules/memory.drl:\\d+:29: error \\[compile] The condition \\(memory.shortfal")
                .contains(
                        "  |     $candidate : Candidate( memory.shortfal != null )\n  |                             ^");
        JsonNode result = new JsonMapper()
                .readTree(rules.run("check", "--output", "sarif").out())
                .at("/runs/0/results/0");
        assertThat(result.get("ruleId").asText()).isEqualTo("compile");
        assertThat(result.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(29);
    }

    @Test
    void levelsAndExceptionsDecideHowSeriousALintIs() throws IOException {
        rules.edit("memory.drl", "memory.spareShare < $little,", "memory.spareShare < 7,");
        assertThat(rules.run("check", "--lang", "en").out()).contains("warning [literal] The figure (7)");
        Files.writeString(rules.folder().resolve("lint.yaml"), "literal: error\nunused-parameter: off\n");
        assertThat(rules.run("check").exitCode()).isEqualTo(ExitCode.FAILED);
        rules.edit("memory.drl", "rule \"memory/little-room\"", "rule \"memory/little-room\"\n    @lint(\"literal\")");
        assertThat(rules.run("check", "--lang", "en").out()).contains("must give a reason");
        rules.edit("memory.drl", "@lint(\"literal\")", "@lint(\"literal: a test\")");
        assertThat(rules.run("check", "--lang", "en").out()).doesNotContain("[literal]");
        Files.writeString(rules.folder().resolve("lint.yaml"), "litteral: error\n");
        assertThat(rules.run("check", "--lang", "en").err()).contains("rules/lint.yaml:1:", "Maybe literal");
    }

    @Test
    void aRuleThatFailsWhenItRunsIsNamedByTheCheck() throws IOException {
        rules.edit(
                "memory.drl",
                "Candidate( memory.shortfall != null )",
                "Candidate( memory.shortfall != null, option.id.substring(100) != null )");
        CommandRun run = rules.run("check", "--lang", "en");
        assertThat(run.out()).contains("error [runs] The rule (memory/does-not-fit) fails on ", "OutOfBounds");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(rules.run("test", "--lang", "en").out()).contains("memory/does-not-fit fails: ");
    }

    /** The shipped rules are checked with the runs of {@code ScenarioTest}. */
    @Test
    void rulesInOrderAreToldWithoutAWord() throws IOException {
        CommandRun run = rules.run("check", "--lang", "en");
        assertThat(run.out()).contains(" rules, 0 errors, ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
