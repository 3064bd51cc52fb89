package advisor.bench;

import advisor.advice.Advisor;
import advisor.catalog.CatalogLoader;
import advisor.facts.Finding;
import advisor.facts.Request;
import advisor.request.RequestForm;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.live.LiveRules;
import advisor.rules.live.LoadStatus;
import advisor.rules.session.Firing;
import advisor.rules.session.Judgement;
import advisor.rules.text.RuleDefinition;
import advisor.text.Layers;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * How long a reload of one changed file takes, and whether memory stays flat over 200 of them, while two threads judge by
 * the shipped rules. Run by hand, in the
 * folder of the repository:
 *
 * <pre>{@code
 * mvn -q -o test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/classes:target/test-classes:$(cat target/classpath) advisor.bench.ReloadProgram
 * }</pre>
 *
 * <p>{@code -Dreloads=…} and {@code -Djudges=…} change how many there are of both.
 */
public final class ReloadProgram {
    private static final int RELOADS = Integer.getInteger("reloads", 200);
    private static final int STEP = 20;
    private static final int JUDGES = Integer.getInteger("judges", 2);
    private static final String EDITED = "power.drl";
    private static final Request REQUEST =
            new RequestForm(Map.of("model", "deepseek-r1", "max-power-kw", "12")).request(LocalDate.of(2026, 11, 22));

    private final PrintStream out;
    private final Path folder;
    private final List<Object> facts;
    private final int firings;
    private final String original;
    private final LiveRules live;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger judgements = new AtomicInteger();
    private final List<Double> milliseconds = new ArrayList<>();

    private ReloadProgram(Path folder, PrintStream out) throws IOException {
        this.out = out;
        this.folder = folder;
        this.original = Files.readString(folder.resolve(EDITED));
        RuleCompiler compiler = new RuleCompiler();
        Judgement first = new Advisor(CatalogLoader.load(Path.of("catalog")), RuleLoader.load(folder, compiler))
                .assess(REQUEST)
                .judgement();
        this.facts = first.facts().stream()
                .filter(fact -> !(fact instanceof Finding))
                .toList();
        this.firings = first.firings().size();
        this.live = LiveRules.start(Layers.ofRules(folder), compiler, this::judge);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("reload-rules");
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        new ReloadProgram(folder, System.out).run();
    }

    private void run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(JUDGES);
        List<Future<?>> judges = new ArrayList<>();
        try {
            for (int i = 0; i < JUDGES; i++) {
                judges.add(threads.submit(this::judgeOnAndOn));
            }
            reloads();
        } finally {
            done.set(true);
            threads.shutdown();
        }
        for (Future<?> judge : judges) {
            judge.get();
        }
        milliseconds.sort(null);
        write(
                "a reload: median %.0f ms, largest %.0f ms",
                milliseconds.get(RELOADS / 2), milliseconds.get(RELOADS - 1));
        write("judgements meanwhile: %d, each with all of its %d findings", judgements.get(), firings);
    }

    private void reloads() throws IOException {
        write("reloads  ms each  heap MB  Metaspace MB  classes");
        report(0, 0);
        long begun = System.nanoTime();
        for (int reload = 1; reload <= RELOADS; reload++) {
            edit(reload);
            LoadStatus status = timed();
            check(status.swapped(), status.faults().toString());
            if (reload % STEP == 0) {
                report(reload, (System.nanoTime() - begun) / 1_000_000 / STEP);
                begun = System.nanoTime();
            }
        }
    }

    private LoadStatus timed() {
        long begun = System.nanoTime();
        LoadStatus status = live.reload();
        milliseconds.add((System.nanoTime() - begun) / 1e6);
        return status;
    }

    /** Another text each time, so that the file is compiled, and other points every second time. */
    private void edit(int reload) throws IOException {
        String text = original.replaceFirst("@points\\(-5\\)", "@points(-%d)".formatted(10 + reload % 2));
        Files.writeString(folder.resolve(EDITED), text + "// Edit " + reload + ".\n");
    }

    private void judgeOnAndOn() {
        while (!done.get()) {
            judge(live.current());
            judgements.incrementAndGet();
        }
    }

    private void judge(RuleBook rules) {
        List<Firing> said =
                rules.judge(facts, REQUEST.lens(), REQUEST.asOf()).orThrow().firings();
        check(said.size() == firings, "%d findings".formatted(said.size()));
        check(isOfOneBook(said, rules), "findings of another book");
    }

    private static boolean isOfOneBook(List<Firing> said, RuleBook rules) {
        Set<RuleDefinition> own = new HashSet<>(rules.rules());
        return said.stream().allMatch(firing -> own.contains(firing.rule()));
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    private void report(int reloads, long milliseconds) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        write("%7d  %7d  %7.1f  %12.1f  %7d", reloads, milliseconds, megabytes(heap), megabytes(metaspace()), classes);
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }

    private void write(String format, Object... values) {
        byte[] line = (String.format(Locale.ROOT, format, values) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }
}
