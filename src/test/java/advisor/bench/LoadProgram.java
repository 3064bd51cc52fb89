package advisor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How many advices a server gives and how long each takes, with 1, 8 and 64 connections, while the rules stay and while
 * one is edited four times a second; and what memory it takes meanwhile. The server is a process of its own, on
 * loopback; its clients share the machine with it. {@code src/test/bench/load} runs it; memory is read on Linux only.
 */
public final class LoadProgram {
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 64);
    private static final int EDIT_EVERY_MS = 250;
    private static final String EDITED = "power.drl";

    private final Path home;
    private final Path rules;
    private final int seconds;
    private final PrintStream out;
    private int edits;

    private LoadProgram(Path home, Path rules, int seconds, PrintStream out) {
        this.home = home;
        this.rules = rules;
        this.seconds = seconds;
        this.out = out;
    }

    /**
     * @param arguments seconds of each measurement, and of the warm-up before all, 20 without it; then the connections
     *     of each measurement, 1, 8 and 64 without them
     */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        Path home = Path.of("").toAbsolutePath();
        List<Integer> connections = arguments.length < 2
                ? CONNECTIONS
                : Stream.of(arguments).skip(1).map(Integer::valueOf).toList();
        run(List.of(home.resolve("advisor").toString()), home, seconds, connections, System.out);
    }

    /**
     * Starts a server, puts it under load, and prints a table.
     *
     * @param launcher the command that takes {@code serve}
     * @param home holds the rules that the server gets a copy of
     * @param connections a measurement for each
     */
    static void run(List<String> launcher, Path home, int seconds, List<Integer> connections, PrintStream out)
            throws Exception {
        Path work = Files.createTempDirectory("load");
        try {
            Path rules = Files.createDirectory(work.resolve("rules"));
            copy(home.resolve("rules"), rules);
            List<String> command = new ArrayList<>(launcher);
            command.addAll(List.of("serve", "--port", "0", "--rules", rules.toString()));
            Process server =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            try {
                new LoadProgram(home, rules, seconds, out).measure(server, connections);
            } finally {
                server.destroy();
                server.waitFor(10, TimeUnit.SECONDS);
            }
        } finally {
            delete(work);
        }
    }

    private void measure(Process server, List<Integer> connections) throws Exception {
        URI address = address(server);
        write(
                "JDK %s, %d cores, %d s each",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), seconds);
        write(
                "%11s %7s %9s %8s %8s %8s %7s %7s %7s",
                "connections", "reloads", "advices/s", "p50 ms", "p99 ms", "most ms", "errors", "CPU ms", "RSS MB");
        load(address, 8);
        for (int count : connections) {
            Duration before = cpu(server);
            report(count, load(address, count), 0, before, server);
        }
        for (int count : connections) {
            Duration before = cpu(server);
            report(count, loadWithEdits(address, count), edits, before, server);
        }
    }

    /** The server says where it listens once it does. */
    private static URI address(Process server) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains("http://")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The server did not start.");
        }
        return URI.create(line.substring(line.indexOf("http://")).strip());
    }

    private LoadClients.Result load(URI address, int connections) throws Exception {
        return LoadClients.run(address, connections, seconds);
    }

    private LoadClients.Result loadWithEdits(URI address, int connections) throws Exception {
        edits = 0;
        Thread editor = new Thread(this::editOnAndOn, "editor");
        editor.start();
        try {
            return load(address, connections);
        } finally {
            editor.interrupt();
            editor.join();
        }
    }

    /** Another text each time, so that the file is compiled. */
    private void editOnAndOn() {
        try {
            String original = Files.readString(home.resolve("rules").resolve(EDITED));
            while (true) {
                Thread.sleep(EDIT_EVERY_MS);
                Path beside = rules.resolve("." + EDITED);
                Files.writeString(beside, original + "// Edit " + System.nanoTime() + ".\n");
                Files.move(beside, rules.resolve(EDITED), StandardCopyOption.ATOMIC_MOVE);
                edits++;
            }
        } catch (InterruptedException e) {
            // The measurement is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(int connections, LoadClients.Result result, int reloads, Duration cpuBefore, Process server)
            throws IOException {
        double cpu = cpu(server).minus(cpuBefore).toMillis() / (double) Math.max(1, result.nanoseconds().length);
        write(
                "%11d %7d %9.1f %8.1f %8.1f %8.1f %7d %7.1f %7d",
                connections,
                reloads,
                result.perSecond(),
                result.milliseconds(0.5),
                result.milliseconds(0.99),
                result.milliseconds(1),
                result.errors(),
                cpu,
                residentMegabytes(server));
    }

    /** Of all that the server has done. */
    private static Duration cpu(Process server) {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** 0 where the system does not tell. */
    private static long residentMegabytes(Process server) throws IOException {
        Path status = Path.of("/proc", Long.toString(server.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private void write(String format, Object... values) {
        byte[] line = (String.format(Locale.ROOT, format, values) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
