package advisor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import advisor.cli.FewRules;
import advisor.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advisor rules test}. */
class RulesTestCommandTest {
    @TempDir
    Path folder;

    private FewRules rules;

    @BeforeEach
    void copyOneFile() throws IOException {
        rules = FewRules.in(folder);
    }

    @Test
    void aTestThatPassesSaysSo() {
        CommandRun run = rules.run("test", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("1 scenarios, 1 passed, 0 failed");
    }

    @Test
    void aFailurePrintsTheFalseConditionWithItsValues() throws IOException {
        rules.edit(
                "scenarios/memory.yaml",
                "fp8, not_fired: [{rule: memory/does-not-fit,",
                "fp8, fired: [memory/little-room], not_fired: [{rule: memory/does-not-fit,");
        CommandRun run = rules.run("test", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("rules/scenarios/memory.yaml:1: Eight H100 are too small for R1")
                .contains("memory/little-room does not fire on h200-sxm-x8-self-built@fp8.")
                .containsPattern(
                        "false memory.spareShare < \\$little  \\(memory.spareShare = 0\\.\\d+, \\$little = 0\\.05\\)");
    }

    @Test
    void aRuleThatIsSilentForAnotherReasonFailsTheTest() throws IOException {
        rules.edit("scenarios/memory.yaml", "memory.shortfall != null", "memory.shortfall == null");
        assertThat(rules.run("test", "--lang", "en").out())
                .contains("does not fire on h200-sxm-x8-self-built@fp8, but not because of memory.shortfall == null")
                .contains("false memory.shortfall != null  (memory.shortfall = null)");
    }

    @Test
    void anExpectationOfAnUnknownRuleOptionOrKeyIsAFault() throws IOException {
        rules.edit("scenarios/memory.yaml", "fired: [memory/does-not-fit]}", "fired: [memory/does-not-fitt]}");
        assertThat(rules.run("test", "--lang", "en").out()).contains("There is no rule memory/does-not-fitt.");
        rules.edit("scenarios/memory.yaml", "cloud-h100-rental", "cloud-h1000-rental");
        assertThat(rules.run("test", "--lang", "en").out()).contains("There is no option cloud-h1000-rental in fp8.");
        rules.edit("scenarios/memory.yaml", "stance:", "stanze:");
        CommandRun run = rules.run("test", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.err()).contains("rules/scenarios/memory.yaml:4:", "The key (stanze)", "Maybe stance");
    }

    @Test
    void aStanceThatIsNoneIsNoFailedJudgementAndALedgerTellsWhy() throws IOException {
        rules.edit("scenarios/memory.yaml", "stance: rejected", "stance: reject");
        assertThat(rules.run("test", "--lang", "en").out())
                .contains("There is no stance reject: one of strongly-recommended");
        rules.edit("scenarios/memory.yaml", "stance: reject,", "stance: acceptable,");
        assertThat(rules.run("test", "--lang", "en").out())
                .contains("cloud-h100-rental@fp8 is rejected, expected acceptable.")
                .containsPattern("blocker  memory/does-not-fit  rules/memory.drl:\\d+");
    }

    @Test
    void faultsOfARequestAreToldInTheLanguageThatIsAsked() {
        assertThat(rules.run("show", "no/such", "--lang", "zh").err()).contains("没有该规则");
        assertThat(rules.run("new", "Memory", "--lang", "zh").err()).contains("须为");
    }

    @Test
    void onlyNamedScenariosAreRunAndNoneCanBeAFailure() {
        assertThat(rules.run("test", "--run", "nothing", "--lang", "en").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(rules.run("test", "--run", "nothing", "--fail-on-empty").exitCode())
                .isEqualTo(ExitCode.FAILED);
        assertThat(rules.run("test", "--run", "(").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
    }

    @Test
    void placesNameTheFolderThatWasGiven() throws IOException {
        Path other = folder.resolve("mine");
        rules.copyTo(other);
        Files.writeString(other.resolve("memory.drl"), "// Memory?\n");
        assertThat(FewRules.ofRules("check", "--rules", other.toString()).out()).contains(other + "/memory.drl");
    }
}
