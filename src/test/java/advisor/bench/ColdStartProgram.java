package advisor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How long a start takes: a hello-world, {@code advise} with unchanged rules, right after an edit, and without any
 * cache, in turn. Prints medians with the least and the most, ratios to the hello-world, and the peak of memory.
 * {@code src/test/bench/cold-start} runs it; Linux only.
 */
public final class ColdStartProgram {
    private static final List<String> ADVISE = List.of("advise", "--model", "deepseek-r1", "--budget", "3000000CNY");
    private static final String EDITED = "budget.drl";
    private static final String HELLO = "advisor/bench/HelloProgram.class";

    private final Path home;
    private final Path work;
    private final String java;
    private final List<String> flags;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private int edits;

    private ColdStartProgram(Path home, Path work) throws IOException {
        this.home = home;
        this.work = work;
        String javaHome = System.getenv("JAVA_HOME");
        this.java = javaHome == null || javaHome.isEmpty() ? "java" : javaHome + "/bin/java";
        this.flags = flags(home.resolve("advisor"));
    }

    /** One way of starting something, and what its runs took. */
    private static final class Way {
        private final List<String> command;
        private final List<Run> runs = new ArrayList<>();

        Way(List<String> command) {
            this.command = List.copyOf(command);
        }

        double median() {
            return quantile(0.5);
        }

        /** Milliseconds. */
        double quantile(double share) {
            double[] sorted =
                    runs.stream().mapToDouble(Run::milliseconds).sorted().toArray();
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }

        double medianCpu() {
            double[] sorted =
                    runs.stream().mapToDouble(Run::cpuMilliseconds).sorted().toArray();
            return sorted[(sorted.length - 1) / 2];
        }

        double peak() {
            return runs.stream().mapToDouble(Run::peakMegabytes).max().orElse(0);
        }
    }

    private record Run(double milliseconds, double cpuMilliseconds, double peakMegabytes) {}

    /** @param arguments rounds; 9 without it */
    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("cold-start");
        try {
            new ColdStartProgram(Path.of("").toAbsolutePath(), work)
                    .run(arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]), System.out);
        } finally {
            delete(work);
        }
    }

    /** The flags that the launcher gives to a short command. */
    private static List<String> flags(Path launcher) throws IOException {
        List<String> flags = new ArrayList<>();
        for (String line : Files.readAllLines(launcher)) {
            if (line.startsWith("common='") || line.startsWith("short='")) {
                flags.addAll(List.of(line.substring(line.indexOf('\'') + 1, line.length() - 1)
                        .split(" ")));
            }
        }
        return flags;
    }

    private void run(int rounds, PrintStream out) throws Exception {
        copyRules();
        ways.put("hello-world of JVM, Picocli, Jackson", new Way(hello()));
        ways.put("advise", new Way(launcher()));
        ways.put(
                "advise right after an edit",
                new Way(launcher("--rules", work.resolve("rules").toString())));
        ways.put("advise --no-cache", new Way(launcher("--no-cache")));
        if (rounds > 1) {
            warmUp();
        }
        for (int round = 0; round < rounds; round++) {
            edit();
            for (Way way : ways.values()) {
                way.runs.add(measure(way.command));
            }
        }
        report(rounds, out);
    }

    /** Fills page cache, archives and caches; one round alone is a trial of the measurement. */
    private void warmUp() throws Exception {
        for (Way way : ways.values()) {
            measure(way.command);
        }
    }

    private List<String> launcher(String... more) {
        List<String> command = new ArrayList<>(List.of(home.resolve("advisor").toString()));
        command.addAll(ADVISE);
        command.addAll(List.of(more));
        return command;
    }

    /** With an archive of classes of its own, made as the launcher makes one. */
    private List<String> hello() throws Exception {
        Path jar = helloJar();
        String classPath = jar + ":" + libraries();
        Path archive = work.resolve("hello.archive");
        boolean aot = Runtime.version().feature() >= 25;
        List<String> dump = new ArrayList<>(List.of(java));
        dump.addAll(flags);
        dump.add((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        dump.addAll(List.of("-cp", classPath, "advisor.bench.HelloProgram"));
        measure(dump, true);
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.add((aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        command.addAll(List.of("-cp", classPath, "advisor.bench.HelloProgram", "--name", "you"));
        return command;
    }

    private Path helloJar() throws IOException {
        Path jar = work.resolve("hello.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = ColdStartProgram.class.getResourceAsStream("/" + HELLO)) {
            out.putNextEntry(new JarEntry(HELLO));
            in.transferTo(out);
        }
        return jar;
    }

    private String libraries() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("target/lib"))) {
            return String.join(
                    ":",
                    jars.map(Path::toString)
                            .filter(jar -> jar.contains("/picocli-") || jar.contains("/jackson-"))
                            .sorted()
                            .toList());
        }
    }

    private void copyRules() throws IOException {
        Path rules = Files.createDirectory(work.resolve("rules"));
        try (Stream<Path> files = Files.list(home.resolve("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, rules.resolve(file.getFileName()));
            }
        }
    }

    /** Another text each time, in the midst of a rule. */
    private void edit() throws IOException {
        edits++;
        String text = Files.readString(home.resolve("rules").resolve(EDITED));
        Files.writeString(
                work.resolve("rules").resolve(EDITED),
                text.replaceFirst("@points\\(-\\d+\\)", "@points(-%s)".formatted(edits)));
    }

    private Run measure(List<String> command) throws IOException, InterruptedException {
        return measure(command, false);
    }

    /** @param maySpeak whether the error stream may hold something */
    private Run measure(List<String> command, boolean maySpeak) throws IOException, InterruptedException {
        Path times = work.resolve("times");
        List<String> timed =
                new ArrayList<>(List.of("sh", "-c", "\"$@\"; code=$?; times >" + times + "; exit $code", "sh"));
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(work.resolve("errors").toFile());
        builder.environment().put("XDG_CACHE_HOME", work.resolve("cache").toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(
                    peak,
                    process.descendants()
                            .mapToDouble(ColdStartProgram::peakMegabytes)
                            .max()
                            .orElse(0));
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        if (process.exitValue() != 0 || !maySpeak && Files.size(work.resolve("errors")) > 0) {
            throw new IllegalStateException("%s: exit code %s, %s"
                    .formatted(command, process.exitValue(), Files.readString(work.resolve("errors"))));
        }
        return new Run(milliseconds, cpuMilliseconds(times), peak);
    }

    private static double peakMegabytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1000)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0; // it has ended
        }
    }

    /** The second line of {@code times}: user and system of the children, as {@code 0m0.21s 0m0.05s}. */
    private static double cpuMilliseconds(Path times) throws IOException {
        double seconds = 0;
        for (String part : Files.readAllLines(times).get(1).trim().split(" ")) {
            int minutes = part.indexOf('m');
            seconds += 60 * Double.parseDouble(part.substring(0, minutes))
                    + Double.parseDouble(part.substring(minutes + 1, part.length() - 1));
        }
        return seconds * 1000;
    }

    private void report(int rounds, PrintStream out) {
        String line = "%-38s %9s %9s %9s %7s %9s %9s";
        write(
                out,
                "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + rounds
                        + " rounds");
        write(out, line.formatted("", "median ms", "least", "most", "times", "CPU ms", "peak MB"));
        double floor = ways.values().iterator().next().median();
        ways.forEach((name, way) -> write(
                out,
                line.formatted(
                        name,
                        rounded(way.median(), 0),
                        rounded(way.quantile(0), 0),
                        rounded(way.quantile(1), 0),
                        rounded(way.median() / floor, 2),
                        rounded(way.medianCpu(), 0),
                        rounded(way.peak(), 0))));
    }

    private static String rounded(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static void write(PrintStream out, String line) {
        byte[] bytes = (line.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
