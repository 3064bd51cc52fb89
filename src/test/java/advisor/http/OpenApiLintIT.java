package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import advisor.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server says of itself, as a linter of others reads it; skipped where npm does not reach its registry. */
class OpenApiLintIT {
    private static final String LINTER = "@redocly/cli@2.77.0";

    @TempDir
    Path folder;

    @Test
    void theDocumentHasNoWarning() throws Exception {
        assumeTrue(npx("--version").exitCode() == 0, "npm does not reach its registry");
        for (String name : List.of("openapi.json", "schemas/advice-2.json", "schemas/models-1.json")) {
            write(name);
        }
        Run lint = npx("lint", "--format=json", "openapi.json");
        assertThat(lint.exitCode()).as(lint.said()).isZero();
        JsonNode totals = new JsonMapper().readTree(lint.said()).path("totals");
        assertThat(totals.path("errors").asInt(-1)).as(lint.said()).isZero();
        assertThat(totals.path("warnings").asInt(-1)).as(lint.said()).isZero();
    }

    private void write(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, TestServer.get(TestServer.shared(), "/api/" + name).body());
    }

    private record Run(int exitCode, String said) {}

    private Run npx(String... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("npx", "--yes", LINTER);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        Process process;
        try {
            process = builder.directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            // There is no npm.
            return new Run(1, e.toString());
        }
        assertThat(Patience.ends(process)).isTrue();
        return new Run(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
