package advisor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import advisor.faults.Installed.Run;
import advisor.text.Fingerprint;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed in the midst of writing: what lies there is what was, or what was to be. */
@Tag("faults")
class KilledIT {
    private static final String[] REQUEST = {"advise", "--model", "deepseek-r1", "--as-of", "2026-11-22", "--lang", "en"
    };

    @TempDir
    Path temporary;

    private Installed program;

    @BeforeEach
    void install() throws IOException {
        program = Installed.in(temporary);
    }

    @Test
    void whileRulesAreCompiledIntoTheCache() throws Exception {
        Draw draw = new Draw(1);
        for (String file : List.of("budget.drl", "memory.drl", "power.drl")) {
            Files.writeString(program.home.resolve("rules").resolve(file), "\n// Mine.\n", StandardOpenOption.APPEND);
        }
        program.run(REQUEST);
        Installed.delete(program.caches);
        long begun = System.nanoTime();
        Run whole = program.run(REQUEST);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        for (int kill = 0; kill < Draw.KILLS; kill++) {
            Installed.delete(program.caches);
            program.killed(draw.within(millis), REQUEST);
            assertThat(program.run(REQUEST)).as("kill %s", kill).isEqualTo(whole);
        }
    }

    @Test
    void whileTheArchiveOfClassesIsMade() throws Exception {
        Draw draw = new Draw(2);
        program.run(REQUEST);
        Installed.delete(program.home.resolve("target/archives"));
        long begun = System.nanoTime();
        Run whole = program.run(REQUEST);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        for (int kill = 0; kill < Draw.KILLS; kill++) {
            Installed.delete(program.home.resolve("target/archives"));
            program.killed(draw.within(millis), REQUEST);
            assertThat(program.run(REQUEST)).as("kill %s", kill).isEqualTo(whole);
        }
        assertThat(program.home.resolve("target/launcher.lock")).doesNotExist();
    }

    /** A server that writes one of two texts again and again has one of them in the file, and starts anew. */
    @Test
    void whileAServerWritesRules() throws Exception {
        Draw draw = new Draw(3);
        Path file = program.home.resolve("rules/power.drl");
        String one = Files.readString(file, StandardCharsets.UTF_8);
        String other = one.replace("@points(-5)", "@points(-60)");
        assertThat(other).isNotEqualTo(one);
        Process unharmed = program.start("serve", "--port", "0", "--edit", "--lang", "en");
        URI there = address(unharmed);
        long begun = System.nanoTime();
        write(there, file, other);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        Installed.kill(unharmed);
        for (int kill = 0; kill < Draw.KILLS; kill++) {
            Process server = program.start("serve", "--port", "0", "--edit", "--lang", "en");
            URI address = address(server);
            AtomicInteger written = new AtomicInteger();
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> writeInTurn(address, file, List.of(one, other), written));
            Patience.until("it writes", () -> written.get() > 0 || writing.isDone());
            Thread.sleep(draw.within(3 * millis));
            Installed.kill(server);
            Patience.of(writing);
            assertThat(Files.readString(file, StandardCharsets.UTF_8))
                    .as("kill %s", kill)
                    .isIn(one, other);
        }
        assertThat(program.run("rules", "list").exitCode()).isZero();
    }

    private URI address(Process server) throws Exception {
        Patience.until("the server answers", () -> {
            assertThat(server.isAlive()).isTrue();
            return program.said().contains("http://");
        });
        return URI.create(program.said().strip());
    }

    /** Until the server is no more. */
    private static void writeInTurn(URI address, Path file, List<String> texts, AtomicInteger written) {
        try {
            while (true) {
                write(address, file, texts.get(texts.get(0).equals(Files.readString(file)) ? 1 : 0));
                written.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            // The server was killed.
        }
    }

    private static void write(URI address, Path file, String text) throws IOException, InterruptedException {
        Map<String, String> draft = Map.of("text", text, "sha256", Fingerprint.ofBytes(Files.readAllBytes(file)));
        HttpRequest put = HttpRequest.newBuilder(address.resolve("/api/files/rules/power.drl"))
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "advisor")
                .PUT(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(draft)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(put, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    /** The launcher builds it when it is first used; whoever kills that has it built at the next use. */
    @Test
    void whileTheProgramIsBuilt() throws Exception {
        Draw draw = new Draw(4);
        Run whole = program.run(REQUEST);
        for (String source : List.of("pom.xml", ".mvn", "src/main")) {
            Path to = program.home.resolve(source);
            Files.createDirectories(to.getParent());
            Installed.copy(Path.of(source), to);
        }
        Installed.delete(program.home.resolve("target"));
        long begun = System.nanoTime();
        assertThat(program.run(REQUEST).out()).isEqualTo(whole.out());
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        for (int kill = 0; kill < Draw.BUILDS; kill++) {
            Installed.delete(program.home.resolve("target"));
            program.killed(draw.within(millis), REQUEST);
            Run next = program.run(REQUEST);
            assertThat(next.out()).as("kill %s: %s", kill, next.err()).isEqualTo(whole.out());
            assertThat(program.run(REQUEST)).isEqualTo(whole);
        }
    }
}
