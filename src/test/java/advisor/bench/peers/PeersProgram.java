package advisor.bench.peers;

import advisor.bench.peers.Facts.Scenario;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of {@code src/test/bench/peers/run} that is Java.
 *
 * <pre>
 * generate FOLDER                       writes the table and what is made of it
 * run NAME FOLDER WARM-UP MEASUREMENT   judges its scenarios for so many seconds of processor time, after a warm-up
 * </pre>
 */
public final class PeersProgram {
    static final long SEED = 42;
    static final int RULES = 80;
    static final int OPTIONS = 30;
    static final int REQUESTS = 20;

    private static final double NANOSECONDS = 1e9;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Contender contender;
    private final List<Scenario> scenarios;
    private int judged;

    private PeersProgram(Contender contender, List<Scenario> scenarios) {
        this.contender = contender;
        this.scenarios = scenarios;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[arguments[0].equals("run") ? 2 : 1]);
        if (arguments[0].equals("run")) {
            write(run(arguments[1], new Generated(folder), arguments), System.out);
        } else {
            Generated.write(TableGenerator.table(SEED, RULES, OPTIONS, REQUESTS), folder);
        }
    }

    private static Map<String, Object> run(String name, Generated generated, String[] arguments) throws IOException {
        List<Scenario> scenarios = generated.scenarios();
        PeersProgram program = new PeersProgram(generated.contender(name), scenarios);
        program.judgeOne();
        long firstMilliseconds = System.currentTimeMillis() - Long.parseLong(System.getenv("STARTED"));
        double firstProcessorMilliseconds = PROCESS.getProcessCpuTime() / NANOSECONDS * 1000;
        Findings findings = Findings.of(program.contender, scenarios);
        program.perSecond(Double.parseDouble(arguments[3]));
        double perSecond = program.perSecond(Double.parseDouble(arguments[4]));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", name);
        result.put("findings", findings.lines().size());
        result.put("sha256", findings.sha256());
        result.put("firstMilliseconds", firstMilliseconds);
        result.put("firstProcessorMilliseconds", firstProcessorMilliseconds);
        result.put("scenariosPerSecond", perSecond);
        result.put("peakKilobytes", peakKilobytes());
        return result;
    }

    /** Scenarios a second of processor time, the collector's and the compiler's included. */
    private double perSecond(double seconds) {
        long begun = PROCESS.getProcessCpuTime();
        long end = begun + (long) (seconds * NANOSECONDS);
        long now = begun;
        int before = judged;
        while (now < end) {
            scenarios.forEach(scenario -> judgeOne());
            now = PROCESS.getProcessCpuTime();
        }
        return (judged - before) * NANOSECONDS / (now - begun);
    }

    private void judgeOne() {
        contender.judge(scenarios.get(judged % scenarios.size()));
        judged++;
    }

    /** The most memory that the process ever held, as the kernel counts it. */
    private static long peakKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static void write(Map<String, Object> result, PrintStream out) throws IOException {
        out.write((new ObjectMapper().writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
