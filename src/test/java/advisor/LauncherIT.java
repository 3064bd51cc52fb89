package advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped: the launcher, and the jar on its own. */
class LauncherIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final List<String> REQUEST =
            List.of("advise", "--model", "deepseek-r1", "--budget", "3000000CNY", "--as-of", "2026-11-22");

    @TempDir
    Path elsewhere;

    /** What one process printed and returned. */
    private record Run(int exitCode, String out, String err) {}

    @Test
    void theLauncherWorksFromAnyFolderAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), PROJECT.resolve("advisor"));
        Run run = run(Map.of(), with(link.toString(), REQUEST, "--lang", "en"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("DeepSeek-R1 671B");
    }

    @Test
    void theLauncherPassesExitCodesOn() throws Exception {
        Run run = run(Map.of(), List.of(PROJECT.resolve("advisor").toString(), "advise", "--model", "deepseek-r2"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("deepseek-r1");
    }

    @Test
    void theJarAloneGivesTheSameBytesUnderAnyLocaleAndTimeZone() throws Exception {
        Run launched = run(Map.of(), with(PROJECT.resolve("advisor").toString(), REQUEST, "--output", "json"));
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                PROJECT.resolve("target/advisor.jar").toString()));
        java.addAll(REQUEST);
        java.addAll(List.of("--output", "json"));
        Run alone = run(Map.of("LC_ALL", "C", "TZ", "Pacific/Kiritimati"), java);
        assertThat(alone.exitCode()).isZero();
        assertThat(alone.out()).isEqualTo(launched.out()).contains("需要");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAFaultAndOneThatIsCutShortIsNone() throws Exception {
        String options = "'" + PROJECT.resolve("advisor") + "' options --lang en ";
        for (String lost : List.of("> /dev/full", ">&-")) {
            Run run = run(Map.of(), List.of("bash", "-c", options + lost));
            assertThat(run.exitCode()).as(lost).isEqualTo(1);
            assertThat(run.err()).as(lost).startsWith("The answer was not written: ");
        }
        Run cut = run(Map.of(), List.of("bash", "-c", options + "| head -n 1"));
        assertThat(cut.err()).isEmpty();
        assertThat(cut.out().lines()).hasSize(1);
    }

    @Test
    void aTerminalIsFilledAndReadByThePager() throws Exception {
        List<String> paged = onTerminal("options --lang en").out().lines().toList();
        assertThat(paged)
                .hasSizeGreaterThan(100)
                .allSatisfy(line -> assertThat(line).startsWith("P:").hasSizeLessThanOrEqualTo(72 + "P:".length()));
        Run atOnce = onTerminal("options --lang en --no-pager");
        assertThat(atOnce.out().lines()).hasSameSizeAs(paged).noneMatch(line -> line.startsWith("P:"));
        assertThat(onTerminal("advise --model deepseek-r2").exitCode()).isEqualTo(2);
    }

    private Run onTerminal(String arguments) throws Exception {
        // Who waits long there is shown the seconds, which are no part of the answer.
        String command = "stty cols 72 rows 24; '%s' %s 2>/dev/null".formatted(PROJECT.resolve("advisor"), arguments);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
        return run(
                Map.of("PAGER", "sed s/^/P:/", "TERM", "xterm"),
                List.of("/usr/bin/script", "-qec", command, "/dev/null"));
    }

    /** A checkout on a disk that may only be read, and that nobody has built. */
    @Test
    void whatCannotBeBuiltIsSaidToBeSo() throws Exception {
        Path home = Files.createDirectory(elsewhere.resolve("unbuilt"));
        Files.copy(PROJECT.resolve("advisor"), home.resolve("advisor"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("target"), "no folder");
        Run english = run(Map.of("LC_ALL", "C"), List.of(home.resolve("advisor").toString(), "options"));
        assertThat(english.exitCode()).isEqualTo(1);
        assertThat(english.err()).startsWith("The advisor is not built, and cannot be built here");
        Run chinese = run(
                Map.of("LC_ALL", "zh_CN.UTF-8"), List.of(home.resolve("advisor").toString(), "options"));
        assertThat(chinese.err()).startsWith("程序尚未构建");
    }

    private static List<String> with(String program, List<String> arguments, String... more) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        command.addAll(List.of(more));
        return command;
    }

    private Run run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(elsewhere, "out", ".txt");
        Path err = Files.createTempFile(elsewhere, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", elsewhere.resolve("caches").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(Patience.ends(process)).as("ended in time").isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
