package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import advisor.report.json.JsonReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    private static final String AS_OF = "\"as-of\": \"2026-11-22\"";

    @TempDir
    private Path folder;

    @Test
    void anAdviceALineInTheOrderOfTheRequests() throws IOException {
        List<String> models = List.of("deepseek-r1", "qwen3-8b", "llama-3.1-70b", "qwen3-8b", "deepseek-r1");
        List<String> requests = models.stream()
                .map(model -> "{\"model\": \"%s\", %s}".formatted(model, AS_OF))
                .toList();
        CommandRun run = batch(requests, "--jobs", "3");
        assertThat(run.exitCode()).isZero();
        assertThat(lines(run))
                .hasSize(5)
                .extracting(line -> line.at("/request/model").asText())
                .isEqualTo(models);
        assertThat(run.out().lines().toList().get(1))
                .isEqualTo(JsonReport.line(Shipped.advise("model", "qwen3-8b", "as-of", "2026-11-22")));
    }

    @Test
    void severalModelsInALineAreOneLineAndAnUnknownOneIsTold() throws IOException {
        CommandRun run = batch(List.of(
                "{\"model\": \"any-of:qwen3-8b,llama-3.1-8b\", " + AS_OF + "}",
                "{\"model\": \"any-of:qwen3-8b,llama-3.1-9b\", " + AS_OF + "}"));
        assertThat(lines(run)).extracting(line -> line.path("schema").asText()).containsExactly("models/1", "fault/1");
        assertThat(lines(run).get(1).toString()).contains("llama-3.1-9b", "Maybe llama-3.1-8b");
    }

    @Test
    void aModelMayBeWrittenAsOnTheCommandLine() throws IOException {
        CommandRun run = batch(
                List.of(
                        "{\"model\": \"Qwen/Qwen3-8B\", " + AS_OF + "}",
                        "{\"model\": \"any-of:Qwen/Qwen3-8B,qwen3-8b,Llama 3.1 8B\", " + AS_OF + "}"),
                "--brief");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(lines(run).get(1).path("models")).hasSize(2);
    }

    @Test
    void aFolderIsNoFileOfRequests() {
        CommandRun run = CommandRun.of("batch", "-f", folder.toString(), "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("cannot be read");
    }

    @Test
    void aBadLineBecomesALineThatSaysWhatIsWrongAndTheRestGoesOn() throws IOException {
        CommandRun run = batch(List.of(
                "{nonsense",
                "",
                "[1]",
                "{\"model\": \"deepseek-r9\"}",
                "{\"model\": \"qwen3-8b\", \"streams\": [1], \"budget\": {}}",
                "{\"model\": \"qwen3-8b\", \"model\": \"qwen3-8b\"}",
                "{\"model\": \"qwen3-8b\", \"streams\": -1, \"bugdet\": 1}",
                "{\"model\": \"qwen3-8b\", \"assume\": {\"cost/busy-share\": 0.5}, " + AS_OF + "}"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        List<JsonNode> lines = lines(run);
        assertThat(lines)
                .extracting(line -> line.path("schema").asText())
                .containsExactly("fault/1", "fault/1", "fault/1", "fault/1", "fault/1", "fault/1", "advice/2");
        assertThat(lines.get(0).path("line").asInt()).isEqualTo(1);
        assertThat(lines.get(0).toString()).contains("requests.jsonl:1:2");
        assertThat(lines.get(1).toString()).contains("requests.jsonl:3:1", "must be an object");
        assertThat(lines.get(2).toString()).contains("deepseek-r1");
        assertThat(lines.get(3).path("faults")).hasSize(2);
        assertThat(lines.get(4).toString()).contains("Duplicate");
        assertThat(lines.get(5).path("faults")).hasSize(2);
        assertThat(lines.get(6).path("request").toString()).contains("cost/busy-share\":0.5");
    }

    /** Some programs put it before the first line of what they save as UTF-8. */
    @Test
    void aByteOrderMarkSaysNothing() throws IOException {
        String request = "{\"model\": \"qwen3-8b\", " + AS_OF + "}";
        assertThat(batch(List.of("\uFEFF" + request), "--brief").out())
                .isEqualTo(batch(List.of(request), "--brief").out())
                .contains("brief-line/1");
    }

    @Test
    void whatWasAnsweredBeforeIsSkipped() throws IOException {
        List<String> requests = new ArrayList<>();
        for (int streams = 1; streams <= 4; streams++) {
            requests.add("{\"model\": \"qwen3-8b\", \"streams\": %s, %s}".formatted(streams, AS_OF));
        }
        String whole = batch(requests).out();
        String rest = batch(requests, "--skip", "3").out();
        assertThat(rest.lines()).hasSize(1);
        assertThat(whole).endsWith(rest);
    }

    @Test
    void aLineThatIsNoTextOrHasNoEndIsOneFault() throws IOException {
        Path file = folder.resolve("requests.jsonl");
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        Files.writeString(
                file,
                "{" + " ".repeat(3 << 20) + "}\n",
                StandardCharsets.UTF_8,
                java.nio.file.StandardOpenOption.APPEND);
        CommandRun run = CommandRun.of("batch", "-f", file.toString());
        assertThat(lines(run)).hasSize(2).allSatisfy(line -> assertThat(line.toString())
                .contains("UTF-8", "mebibyte"));
    }

    @Test
    void nonsenseOptionsAreRefused() {
        assertThat(CommandRun.of("batch", "-f", "no-such-file.jsonl").exitCode())
                .isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(CommandRun.of("batch", "--jobs", "0").err()).contains("at least 1");
        assertThat(CommandRun.of("batch", "--skip", "-1").err()).contains("at least 0");
    }

    private CommandRun batch(List<String> requests, String... options) throws IOException {
        Path file = folder.resolve("requests.jsonl");
        Files.writeString(file, String.join("\n", requests), StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("-f", file.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of("batch", arguments);
    }

    private static List<JsonNode> lines(CommandRun run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(new JsonMapper().readTree(line));
        }
        return lines;
    }
}
