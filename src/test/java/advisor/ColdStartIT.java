package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a start fast must never be heard or seen: archives of classes, locks and caches, sound or not. */
class ColdStartIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final List<String> REQUEST =
            List.of("advise", "--model", "deepseek-r1", "--budget", "3000000CNY", "--as-of", "2026-11-22");

    @TempDir
    Path temporary;

    private Path home;

    /** What one process printed and returned. */
    private record Run(int exitCode, String out, String err) {}

    /** As a user unpacks the program: nothing to build, no archive yet. */
    @BeforeEach
    void freshHome() throws IOException {
        home = Files.createDirectories(temporary.resolve("home"));
        Path target = Files.createDirectory(home.resolve("target"));
        Files.copy(PROJECT.resolve("advisor"), home.resolve("advisor"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(PROJECT.resolve("target/advisor.jar"), target.resolve("advisor.jar"));
        for (String name : List.of("rules", "catalog", "target/lib")) {
            Files.createSymbolicLink(home.resolve(name), PROJECT.resolve(name));
        }
    }

    @AfterEach
    void dropLinks() throws IOException {
        for (String name : List.of("rules", "catalog", "target/lib")) {
            Files.delete(home.resolve(name));
        }
    }

    /** A few ways; {@code -Pfaults} draws two hundred. */
    @Test
    void anArchiveIsMadeAtFirstUseAndNothingIsSaidIfItIsSpoilt() throws Exception {
        Run first = run(home);
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        Path archive = archive();
        assertThat(archive).isNotEmptyFile();
        byte[] whole = Files.readAllBytes(archive);
        assertThat(run(home)).isEqualTo(first);
        for (byte[] spoilt : List.of(
                "nonsense".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2),
                flipped(whole, 40),
                drawn(whole, 500),
                new byte[0])) {
            Files.delete(archive);
            Files.write(archive, spoilt);
            assertThat(run(home)).as("%s bytes", spoilt.length).isEqualTo(first);
        }
    }

    /** A few hundred bits turned within crashed the JVM, at each start anew. */
    private static byte[] drawn(byte[] bytes, int bits) {
        Random random = new Random(20261129);
        byte[] drawn = bytes.clone();
        for (int i = 0; i < bits; i++) {
            drawn[random.nextInt(drawn.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return drawn;
    }

    @Test
    void twoFirstStartsAtOnceDoNotDisturbEachOther() throws Exception {
        Process one = start(home, "one");
        Process other = start(home, "other");
        Run first = end(one, "one");
        assertThat(end(other, "other")).isEqualTo(first);
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(archive()).isNotEmptyFile();
        assertThat(home.resolve("target/launcher.lock")).doesNotExist();
    }

    @Test
    void aLockOfAProcessThatEndedHoldsNobodyUp() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path lock = Files.createDirectory(home.resolve("target/launcher.lock"));
        Files.writeString(lock.resolve("pid"), ended.pid() + "\n");
        assertThat(run(home).exitCode()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void theMeasurementRuns() throws Exception {
        Process process = new ProcessBuilder(
                        PROJECT.resolve("src/test/bench/cold-start").toString(), "1")
                .redirectOutput(temporary.resolve("bench.out").toFile())
                .redirectError(temporary.resolve("bench.err").toFile())
                .start();
        Run run = end(process, "bench");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("hello-world .* 1\\.00 .*"))
                .anyMatch(line -> line.matches("advise +\\d+ .*"))
                .anyMatch(line -> line.matches("advise right after an edit +\\d+ .*"))
                .anyMatch(line -> line.matches("advise --no-cache +\\d+ .*"));
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("target/archives"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".sum"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 0x55;
        return flipped;
    }

    private Run run(Path from) throws IOException, InterruptedException {
        return end(start(from, "run"), "run");
    }

    private Process start(Path from, String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(from.resolve("advisor").toString()));
        command.addAll(REQUEST);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(temporary.resolve(name + ".out").toFile())
                .redirectError(temporary.resolve(name + ".err").toFile());
        builder.environment().put("XDG_CACHE_HOME", temporary.resolve("caches").toString());
        return builder.start();
    }

    private Run end(Process process, String name) throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(Patience.ends(process)).as("ended in time").isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(temporary.resolve(name + ".out"), StandardCharsets.UTF_8),
                Files.readString(temporary.resolve(name + ".err"), StandardCharsets.UTF_8));
    }
}
