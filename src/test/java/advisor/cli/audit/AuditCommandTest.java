package advisor.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.audit.Small;
import advisor.audit.record.StoredRecord;
import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private static final Pattern REVEAL = Pattern.compile("--reveal '([^']+)'");

    @TempDir
    Path folder;

    private Path rules;
    private Path catalog;
    private Path records;

    @BeforeEach
    void writeRulesAndCatalog() throws IOException {
        rules = folder.resolve("rules");
        catalog = folder.resolve("catalog");
        records = folder.resolve("records");
        write(rules, Small.RULES.texts().files());
        write(catalog, Small.CATALOG.texts().files());
    }

    @Test
    void aRecordReplaysToTheSameBytesAfterTheRulesHaveChanged() throws IOException {
        CommandRun advise = advise("--record", records.toString());
        assertThat(advise.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(advise.err()).contains("Recorded in").containsPattern("SHA-256 [0-9a-f]{64}");
        Path budget = rules.resolve("budget.drl");
        Files.writeString(budget, Files.readString(budget).replace("@points(-4)", "@points(-44)"));

        CommandRun replay = audit("replay", record());
        assertThat(replay.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(replay.out()).contains("replays to the same bytes");

        CommandRun diff = audit("diff", record(), "--rules", rules.toString(), "--catalog", catalog.toString());
        assertThat(diff.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(diff.out()).contains("budget/of-parts −4 → −44", "budget.drl: changed");
    }

    @Test
    void theFolderIsVerifiedAgainstTheHashThatWasPrinted() {
        Matcher printed = Pattern.compile("[0-9a-f]{64}")
                .matcher(advise("--record", records.toString()).err());
        assertThat(printed.find()).isTrue();
        CommandRun kept = audit("verify", records.toString(), "--head", printed.group());
        assertThat(kept.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(kept.out()).contains(printed.group());
        CommandRun lost = audit("verify", records.toString(), "--head", "0".repeat(64));
        assertThat(lost.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(lost.out()).contains("removed from the end");
    }

    /** Whoever writes x.txt means a file, and would find a folder of that name. */
    @Test
    void whatIsCalledLikeAFileIsNoFolderOfRecords() {
        Path file = folder.resolve("decision.txt");
        CommandRun run = advise("--record", file.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("called like a file", ".json.gz");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderIsNoRecordAndItsLastOneIsNamed() throws IOException {
        advise("--record", records.toString());
        for (String command : List.of("show", "replay", "diff")) {
            CommandRun run = audit(command, records.toString());
            assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
            assertThat(run.err()).contains("is a folder", "Maybe its last, " + record() + "?");
        }
    }

    @Test
    void aDamagedRecordIsNeitherShownNorReplayedNorCompared() throws IOException {
        advise("--record", records.toString());
        Path record = Path.of(record());
        String text = new String(StoredRecord.read(record).bytes(), StandardCharsets.UTF_8);
        Files.writeString(record, text.replaceFirst("\"stance\" : \"", "\"stance\" : \"x"));
        for (String command : List.of("show", "replay", "diff")) {
            CommandRun run = audit(command, record.toString());
            assertThat(run.exitCode()).as(command).isEqualTo(ExitCode.FAILED);
            assertThat(run.out()).as(command).isEmpty();
            assertThat(run.err()).as(command).contains("the record was altered");
        }
        assertThat(audit("verify", record.toString()).out()).contains("the record was altered");
    }

    @Test
    void aMaskedBudgetIsAskedForAndChecked() throws IOException {
        Matcher reveal = REVEAL.matcher(
                advise("--record", records.toString(), "--mask", "budget").err());
        assertThat(reveal.find()).isTrue();
        CommandRun silent = audit("replay", record());
        assertThat(silent.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(silent.err()).contains("--reveal budget=VALUE#KEY");
        assertThat(audit("replay", record(), "--reveal", reveal.group(1)).exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(audit("show", record()).out()).contains("(masked)").doesNotContain("1234577");
        assertThat(audit("show", record(), "--reveal", reveal.group(1)).out()).contains("1234577CNY");
        assertThat(audit("show", record(), "--reveal", reveal.group(1).replace("=1", "=2"))
                        .err())
                .contains("The value or the key of budget is not the one");
    }

    @Test
    void theWholeRecordIsShownWithNothingReferredTo() throws IOException {
        advise("--record", records.toString());
        String shown = audit("show", record(), "--json").out();
        assertThat(new JsonMapper().readTree(shown).at("/candidates/0/outcomes/fired"))
                .isNotEmpty();
        assertThat(shown).doesNotContain("\"^").contains("\"path\" : \"budget.drl\"");
        CommandRun both = audit("show", record(), "--json", "--option", "h20-x8");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--json");
    }

    @Test
    void twoRecordsAreSetBesideEachOther() throws IOException {
        Path one = folder.resolve("one.json");
        Path other = folder.resolve("other.json.gz");
        advise("--record", one.toString());
        advise("--record", other.toString(), "--max-power-kw", "3");
        CommandRun diff = audit("diff", one.toString(), other.toString());
        assertThat(diff.out()).contains("ASKED OTHERWISE", "max-power-kw", "not given → 3", "VERDICTS THAT FLIP");
        assertThat(audit("diff", one.toString(), one.toString()).out()).doesNotContain("ASKED OTHERWISE");
    }

    @Test
    void anExistingFileIsRefusedBeforeAnythingIsJudged() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken.json"), "taken");
        CommandRun run = advise("--record", taken.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("must not be a file that exists");
        assertThat(taken).hasContent("taken");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedWithoutAnAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path target : List.of(file.resolve("records"), file.resolve("record.json"))) {
            CommandRun run = advise("--record", target.toString());
            assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("Nothing was recorded");
        }
    }

    @Test
    void aMaskWithoutARecordIsRefused() {
        assertThat(advise("--mask", "budget").err()).contains("--record is missing");
    }

    @Test
    void theAnswerIsTheSameAsWithoutARecord() {
        assertThat(advise("--record", records.toString()).out()).isEqualTo(advise().out());
    }

    private CommandRun advise(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--model", "llama-3.1-70b", "--budget", "1234577CNY", "--as-of", "2026-11-22", "--lang", "en"));
        arguments.addAll(List.of("--rules", rules.toString(), "--catalog", catalog.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of("advise", arguments);
    }

    private static CommandRun audit(String... arguments) {
        return CommandRun.of(
                "audit",
                Stream.concat(Stream.of(arguments), Stream.of("--lang", "en")).toList());
    }

    private String record() throws IOException {
        try (Stream<Path> files = Files.list(records)) {
            return files.filter(file -> file.toString().endsWith(".json.gz"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
