package advisor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program as a user unpacks it, with rules of its own, an empty cache, and processes that may be killed. */
final class Installed {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    final Path home;
    final Path caches;
    private final Path output;
    private int runs;

    private Installed(Path folder) throws IOException {
        this.home = Files.createDirectories(folder.resolve("home"));
        this.caches = folder.resolve("caches");
        this.output = Files.createDirectories(folder.resolve("output"));
    }

    /** What one process printed and returned. */
    record Run(int exitCode, String out, String err) {}

    static Installed in(Path folder) throws IOException {
        Installed installed = new Installed(folder);
        Path target = Files.createDirectories(installed.home.resolve("target"));
        Files.copy(PROJECT.resolve("advisor"), installed.home.resolve("advisor"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(PROJECT.resolve("target/advisor.jar"), target.resolve("advisor.jar"));
        copy(PROJECT.resolve("target/lib"), target.resolve("lib"));
        copy(PROJECT.resolve("rules"), installed.home.resolve("rules"));
        copy(PROJECT.resolve("catalog"), installed.home.resolve("catalog"));
        return installed;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** All regular files below a folder, in the order of their names; none if there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return shell("exec \"$0\" \"$@\"", arguments);
    }

    /** Runs the program through a line of the shell, which calls it {@code "$0" "$@"}. */
    Run shell(String line, String... arguments) throws IOException, InterruptedException {
        Path out = output.resolve("out-" + runs);
        Path err = output.resolve("err-" + runs++);
        Process process = begin(line, out, err, arguments);
        assertThat(Patience.ends(process)).as("ended in time").isTrue();
        return new Run(process.exitValue(), text(out), text(err));
    }

    /** Starts the program and kills it and all that it started after a while, unless it has ended by then. */
    void killed(long afterMillis, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        Thread.sleep(afterMillis);
        kill(process);
    }

    Process start(String... arguments) throws IOException {
        return begin("exec \"$0\" \"$@\"", output.resolve("started.out"), output.resolve("started.err"), arguments);
    }

    /** What was printed so far by what was started last. */
    String said() throws IOException {
        return text(output.resolve("started.out"));
    }

    /** As the system does it: nothing of the program runs after that. */
    static void kill(Process process) throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().join();
        }
    }

    private Process begin(String line, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", line));
        command.add(home.resolve("advisor").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(output.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", caches.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
