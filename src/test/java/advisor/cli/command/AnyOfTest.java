package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.audit.Small;
import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --model any-of:…} on the command line, by a few rules and options. */
class AnyOfTest {
    private static final String BOTH = "any-of:qwen3-8b, llama-3.1-70b,qwen3-8b";

    @TempDir
    Path folder;

    private Path rules;
    private Path catalog;

    @BeforeEach
    void writeRulesAndCatalog() throws IOException {
        rules = folder.resolve("rules");
        catalog = folder.resolve("catalog");
        write(rules, Small.RULES.texts().files());
        write(catalog, Small.CATALOG.texts().files());
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void oneModelInTheListIsThePlainRequest(String output) {
        assertThat(advise("any-of:qwen3-8b", "--output", output).out())
                .isNotEmpty()
                .isEqualTo(advise("qwen3-8b", "--output", output).out());
    }

    @Test
    void eachModelIsToldOnceInBothLanguagesAndEveryForm() throws IOException {
        CommandRun english = advise(BOTH, "--lang", "en");
        assertThat(english.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(english.out())
                .contains("The cheapest of these that carries the load is Qwen3-8B", "try each")
                .containsOnlyOnce("  1  Qwen3-8B")
                .containsOnlyOnce("  2  Llama-3.1-70B");
        assertThat(advise(BOTH, "--lang", "zh").out()).contains("其中能承载该负载且最便宜的是 Qwen3-8B", "先用自己的任务试过");
        assertThat(advise(BOTH, "--output", "markdown").out()).contains("| Qwen3-8B | ", "| Llama-3.1-70B | ");
        assertThat(advise(BOTH, "--output", "csv").out().lines()).hasSize(3);
        assertThat(advise(BOTH, "--output", "html", "--lang", "en").err())
                .contains("The output (html) shows one model");
        JsonNode json =
                new JsonMapper().readTree(advise(BOTH, "--output", "json").out());
        assertThat(ModelsSchema.faults(json)).isEmpty();
        assertThat(json.path("cheapest").asText()).isEqualTo("qwen3-8b");
        assertThat(json.path("models")).hasSize(2);
    }

    @Test
    void aRequestFileMayNameSeveral() throws IOException {
        Path file = Files.writeString(
                folder.resolve("request.yaml"), "model: any-of:qwen3-8b,llama-3.1-70b\nas-of: 2026-11-22\n");
        assertThat(run("advise", "--file", file.toString()).out())
                .isEqualTo(advise(BOTH).out());
    }

    @Test
    void everyFaultIsToldAtOnceWithTheNearestNames() {
        CommandRun run = advise("any-of:qwen3-8,llama-3.1-71b,./own/config.json", "--streams", "0", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("The streams (0)", "The model (qwen3-8) is not", "Maybe qwen3-8b")
                .contains("The model (llama-3.1-71b) is not", "Maybe llama-3.1-70b", "it can be asked for alone");
    }

    @Test
    void whoAsksWhyNamesOneModel() {
        assertThat(run("explain", "h20-x8", "--model", BOTH, "--lang", "en").err())
                .contains("must be one", "Maybe qwen3-8b, llama-3.1-70b");
        assertThat(run("explain", "h20-x8", "--model", BOTH, "--lang", "zh").err())
                .contains("须为一个模型");
        assertThat(advise("any-of:", "--lang", "en").err()).contains("Maybe any-of:qwen3-32b,llama-3.1-70b?");
    }

    @Test
    void eachModelHasARecordOfItsOwnThatReplays() throws IOException {
        Path records = folder.resolve("records");
        assertThat(advise(BOTH, "--record", records.toString()).out())
                .isEqualTo(advise(BOTH).out());
        try (Stream<Path> files = Files.list(records)) {
            List<String> all = files.map(Path::toString)
                    .filter(file -> file.endsWith(".json.gz"))
                    .toList();
            assertThat(all).hasSize(2);
            assertThat(all).allSatisfy(record -> assertThat(CommandRun.of("audit", "replay", record, "--lang", "en")
                            .out())
                    .contains("replays to the same bytes"));
        }
        Path none = folder.resolve("none");
        advise(BOTH, "--record", none.toString(), "--output", "html");
        assertThat(none.toFile().list((directory, name) -> name.endsWith(".json.gz")))
                .isEmpty();
        assertThat(advise(BOTH, "--record", folder.resolve("one.json").toString(), "--lang", "en")
                        .err())
                .contains("name a folder");
    }

    private CommandRun advise(String model, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--model", model, "--as-of", "2026-11-22"));
        arguments.addAll(List.of(more));
        return run("advise", arguments.toArray(String[]::new));
    }

    private CommandRun run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--rules", rules.toString(), "--catalog", catalog.toString()));
        return CommandRun.of(command, all);
    }
}
