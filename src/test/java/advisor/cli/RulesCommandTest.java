package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code advisor rules …} on a copy of a few rule files with scenarios of their own. */
class RulesCommandTest {
    private static final String SCENARIO =
            """
            - name: Eight H100 are too small for R1
              request: {model: deepseek-r1, as-of: 2026-11-22}
              expect:
                cloud-h100-rental: {precision: fp8, stance: rejected, fired: [memory/does-not-fit]}
                h200-sxm-x8-self-built: {precision: fp8, not_fired: [{rule: memory/does-not-fit, because: "memory.shortfall != null"}]}
            """;

    @TempDir
    Path folder;

    private Path rules;

    @BeforeEach
    void copyOneFile() throws IOException {
        rules = Files.createDirectories(folder.resolve("rules/scenarios")).getParent();
        Files.copy(Shipped.RULES.resolve("memory.drl"), rules.resolve("memory.drl"));
        Files.writeString(rules.resolve("scenarios/memory.yaml"), SCENARIO);
    }

    @Test
    void listAndShowGiveWhatARuleSaysOfItself() throws IOException {
        assertThat(run("list", "--lang", "en").out()).contains("memory/does-not-fit", "blocker", "founding lens");
        assertThat(run("list", "--lang", "zh").out()).contains("否决");
        assertThat(run("show", "memory/does-not-fit", "--lang", "en").out())
                .contains("rules/memory.drl:", "@id(\"memory/does-not-fit\")", "memory.shortfall != null");
        JsonNode node = new JsonMapper()
                .readTree(
                        run("show", "memory/fits-with-room", "--output", "json").out());
        assertThat(node.get("points").asInt()).isPositive();
        assertThat(node.get("rule").asText()).contains("when");
        CommandRun unknown = run("show", "memory/does-not-fitt", "--lang", "en");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(unknown.err()).contains("Maybe memory/does-not-fit");
    }

    @Test
    void aTestThatPassesSaysSo() {
        CommandRun run = run("test", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("1 scenarios, 1 passed, 0 failed");
    }

    @Test
    void aFailurePrintsTheFalseConditionWithItsValues() throws IOException {
        edit(
                "scenarios/memory.yaml",
                "fp8, not_fired: [{rule: memory/does-not-fit,",
                "fp8, fired: [memory/little-room], not_fired: [{rule: memory/does-not-fit,");
        CommandRun run = run("test", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("rules/scenarios/memory.yaml:1: Eight H100 are too small for R1")
                .contains("memory/little-room does not fire on h200-sxm-x8-self-built@fp8.")
                .containsPattern(
                        "false memory.spareShare < \\$little  \\(memory.spareShare = 0\\.\\d+, \\$little = 0\\.05\\)");
    }

    @Test
    void aRuleThatIsSilentForAnotherReasonFailsTheTest() throws IOException {
        edit("scenarios/memory.yaml", "memory.shortfall != null", "memory.shortfall == null");
        assertThat(run("test", "--lang", "en").out())
                .contains("does not fire on h200-sxm-x8-self-built@fp8, but not because of memory.shortfall == null")
                .contains("false memory.shortfall != null  (memory.shortfall = null)");
    }

    @Test
    void anExpectationOfAnUnknownRuleOptionOrKeyIsAFault() throws IOException {
        edit("scenarios/memory.yaml", "fired: [memory/does-not-fit]}", "fired: [memory/does-not-fitt]}");
        assertThat(run("test", "--lang", "en").out()).contains("There is no rule memory/does-not-fitt.");
        edit("scenarios/memory.yaml", "cloud-h100-rental", "cloud-h1000-rental");
        assertThat(run("test", "--lang", "en").out()).contains("There is no option cloud-h1000-rental in fp8.");
        edit("scenarios/memory.yaml", "stance:", "stanze:");
        CommandRun run = run("test", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.err()).contains("rules/scenarios/memory.yaml:4:", "The key (stanze)", "Maybe stance");
    }

    @Test
    void aStanceThatIsNoneIsNoFailedJudgementAndALedgerTellsWhy() throws IOException {
        edit("scenarios/memory.yaml", "stance: rejected", "stance: reject");
        assertThat(run("test", "--lang", "en").out())
                .contains("There is no stance reject: one of strongly-recommended");
        edit("scenarios/memory.yaml", "stance: reject,", "stance: acceptable,");
        assertThat(run("test", "--lang", "en").out())
                .contains("cloud-h100-rental@fp8 is rejected, expected acceptable.")
                .containsPattern("blocker  memory/does-not-fit  rules/memory.drl:\\d+");
    }

    @Test
    void pointsHaveTheSignOfTheirKind() throws IOException {
        edit("memory.drl", "@points(-6)", "@points(6)");
        assertThat(run("check", "--lang", "en").out())
                .contains("error [points] The @points (6)", "must be below 0", "Maybe @points(-6)?");
    }

    @Test
    void placesNameTheFolderThatWasGiven() throws IOException {
        Path other = folder.resolve("mine");
        copy(rules, other);
        Files.writeString(other.resolve("memory.drl"), "package rules.memory;\n");
        assertThat(runIn("check", "--rules", other.toString()).out()).contains(other + "/memory.drl");
    }

    @Test
    void faultsOfARequestAreToldInTheLanguageThatIsAsked() {
        assertThat(run("show", "no/such", "--lang", "zh").err()).contains("没有该规则");
        assertThat(run("new", "Memory", "--lang", "zh").err()).contains("须为");
    }

    @Test
    void onlyNamedScenariosAreRunAndNoneCanBeAFailure() {
        assertThat(run("test", "--run", "nothing", "--lang", "en").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("test", "--run", "nothing", "--fail-on-empty").exitCode())
                .isEqualTo(ExitCode.FAILED);
        assertThat(run("test", "--run", "(").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
    }

    @Test
    void testAndCheckSpeakJUnit() throws Exception {
        Document passed = xml(run("test", "--output", "junit").out());
        assertThat(passed.getDocumentElement().getAttribute("failures")).isEqualTo("0");
        edit("scenarios/memory.yaml", "stance: rejected", "stance: recommended");
        Document failed = xml(run("test", "--output", "junit").out());
        assertThat(failed.getElementsByTagName("failure").getLength()).isEqualTo(1);
        edit("memory.drl", "memory.shortfall != null", "memory.shortfal != null");
        Document checked = xml(run("check", "--output", "junit").out());
        assertThat(checked.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void aBrokenFileIsReportedWithACaretAndInSarif() throws IOException {
        edit("memory.drl", "Candidate( memory.shortfall != null )", "Candidate( memory.shortfal != null )");
        CommandRun run = run("check", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.out())
                .containsPattern("rules/memory.drl:\\d+:29: error \\[compile] The condition \\(memory.shortfal")
                .contains(
                        "  |     $candidate : Candidate( memory.shortfal != null )\n  |                             ^");
        JsonNode result = new JsonMapper()
                .readTree(run("check", "--output", "sarif").out())
                .at("/runs/0/results/0");
        assertThat(result.get("ruleId").asText()).isEqualTo("compile");
        assertThat(result.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(29);
    }

    @Test
    void levelsAndExceptionsDecideHowSeriousALintIs() throws IOException {
        edit("memory.drl", "memory.spareShare < $little )", "memory.spareShare < 7 )");
        assertThat(run("check", "--lang", "en").out()).contains("warning [literal] The figure (7)");
        Files.writeString(rules.resolve("lint.yaml"), "literal: error\nunused-parameter: off\n");
        assertThat(run("check").exitCode()).isEqualTo(ExitCode.FAILED);
        edit("memory.drl", "@id(\"memory/little-room\")", "@id(\"memory/little-room\")\n    @lint(\"literal\")");
        assertThat(run("check", "--lang", "en").out()).contains("must give a reason");
        edit("memory.drl", "@lint(\"literal\")", "@lint(\"literal: a test\")");
        assertThat(run("check", "--lang", "en").out()).doesNotContain("[literal]");
        Files.writeString(rules.resolve("lint.yaml"), "litteral: error\n");
        assertThat(run("check", "--lang", "en").err()).contains("rules/lint.yaml:1:", "Maybe literal");
    }

    @Test
    void aRuleThatFailsWhenItRunsIsNamedByTheCheck() throws IOException {
        edit(
                "memory.drl",
                "insertLogical(Finding.blocker(\"memory/does-not-fit\", $candidate));",
                "insertLogical(Finding.blocker(\"memory/does-not-fit\", $candidate, 1 / ($candidate.option().nodes() - $candidate.option().nodes())));");
        CommandRun run = run("check", "--lang", "en");
        assertThat(run.out()).contains("error [runs] The rule (memory/does-not-fit) fails on ", "/ by zero");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run("test", "--lang", "en").out()).contains("memory/does-not-fit fails: ArithmeticException");
    }

    @Test
    void coverageNamesWhatNoScenarioTries() {
        CommandRun run = run("coverage", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("in no scenario", "% covered".substring(2));
        assertThat(run("coverage", "--min", "100").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aDiffTellsWhatFlipsAndThroughWhichRule() throws IOException {
        Path edited = folder.resolve("edited");
        copy(rules, edited);
        String text = Files.readString(edited.resolve("memory.drl"));
        Files.writeString(edited.resolve("memory.drl"), text.replace("@points(4)", "@points(40)"));
        CommandRun run = runIn("diff", rules.toString(), edited.toString(), "--lang", "en");
        assertThat(run.out()).contains("memory/fits-with-room +", "VERDICTS THAT FLIP", "1 requests");
        assertThat(runIn("diff", rules.toString(), rules.toString(), "--lang", "en")
                        .out())
                .contains("0 flip, 0 more differ");
        assertThat(runIn("diff", rules.toString(), edited.toString(), "--output", "markdown")
                        .out())
                .contains("|---|---|---|---|");
        assertThat(new JsonMapper()
                        .readTree(runIn("diff", rules.toString(), edited.toString(), "--output", "json")
                                .out())
                        .get("flips")
                        .asInt())
                .isPositive();
    }

    @Test
    void aNewRuleCompilesAndStandsInScenariosAndIndex() throws IOException {
        assertThat(run("new", "memory/too-tight").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("check", "--lang", "en").out()).contains("[never-fires] The rule (memory/too-tight)");
        assertThat(Files.readString(rules.resolve("README.md"))).contains("`memory/too-tight`");
        assertThat(run("test", "--lang", "en").out()).contains("memory/too-tight does not fire");
        assertThat(run("new", "memory/too-tight").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run("new", "Memory").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run("new", "quiet/first-rule").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("list").out()).contains("quiet/first-rule");
    }

    @Test
    void theIndexOfTheShippedRulesIsFresh() {
        assertThat(runIn("doc", "--verify").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("doc", "--verify").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void theShippedRulesPassEveryCheck() {
        CommandRun run = runIn("check", "--lang", "en");
        assertThat(run.out()).contains(" rules, 0 errors, 0 warnings");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = rules.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private CommandRun run(String... arguments) {
        return runIn(Stream.concat(Stream.of(arguments), Stream.of("--rules", rules.toString()))
                .toArray(String[]::new));
    }

    private static CommandRun runIn(String... arguments) {
        return CommandRun.of("rules", List.of(arguments));
    }
}
