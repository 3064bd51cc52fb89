package advisor.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice from rules of which two break, each in a condition and on one option alone. */
class IncompleteAdviceTest {
    private static final String UNLUCKY = "h200-sxm-x8-self-built";

    @TempDir
    static Path temporary;

    private static Path folder;

    @BeforeAll
    static void breakTwoRules() throws IOException {
        folder = Files.createDirectory(temporary.resolve("rules"));
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        replace(
                "memory.drl",
                "Candidate( memory.shortfall != null )",
                "Candidate( option.id.substring(-1 - option.id.indexOf(\"%s\")) != null, memory.shortfall != null )"
                        .formatted(UNLUCKY));
        String owner = "适合高隐私需求和长期使用\")\nwhen\n    $candidate : Candidate( option.elsewhere == false";
        replace(
                "privacy.drl",
                owner,
                owner + ", option.id.substring(-1 - option.id.indexOf(\"%s\")) != null".formatted(UNLUCKY));
    }

    @Test
    void theTextSaysFirstThatItIsIncomplete() {
        CommandRun run = advise("--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.out()).startsWith("THIS ADVICE IS INCOMPLETE: 2 of ");
        assertThat(run.out().replaceAll("\\s+", " "))
                .containsPattern("rules/memory\\.drl:\\d+ \\(memory/does-not-fit\\), on %s@\\S+: option.id.substring"
                        .formatted(UNLUCKY))
                .contains("Incomplete: rules failed, so nothing is recommended. Of what could be judged, ");
    }

    @Test
    void soItDoesInChinese() {
        CommandRun run = advise("--lang", "zh");
        assertThat(run.out()).startsWith("本建议不完整：").contains("建议不完整：有规则出错，因此不作推荐。");
    }

    @Test
    void jsonNamesWhatFailedAndRecommendsNothing() throws IOException {
        CommandRun run = advise("--output", "json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        JsonNode advice = new JsonMapper().readTree(run.out());
        assertThat(advice.get("recommended").isNull()).isTrue();
        assertThat(advice.get("errors")).hasSize(2).allSatisfy(error -> {
            assertThat(error.get("at").asText()).matches("rules/(memory|privacy)\\.drl:\\d+");
            assertThat(error.get("candidate").asText()).startsWith(UNLUCKY + "@");
            assertThat(error.get("message").get("zh").asText()).isNotEmpty();
        });
        assertThat(advice.get("verdicts")).isNotEmpty();
    }

    private static CommandRun advise(String... more) {
        Stream<String> arguments = Stream.concat(
                Stream.of("advise", "--model", "deepseek-r1", "--as-of", "2026-11-22", "--rules", folder.toString()),
                Stream.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static void replace(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
