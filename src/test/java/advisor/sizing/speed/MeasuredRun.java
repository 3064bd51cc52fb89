package advisor.sizing.speed;

import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One published run: model, machine and load, with the times that were measured. */
record MeasuredRun(
        String model,
        String accelerator,
        String engine,
        ModelShape shape,
        Machine machine,
        Load load,
        double firstTokenSeconds,
        double tokenSeconds) {

    private static final String RESOURCE = "/measured/hopper-runs.csv";

    /** Deduplicated label: R1 and V3 are one architecture, and their runs repeat each other. */
    private static final Map<String, String> ARCHITECTURES = Map.of("deepseek-r1", "deepseek-v3");

    /** All runs that are neither a repetition nor sped up by a setting that the source does not name. */
    static List<MeasuredRun> fitted() {
        return lines().stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[14].contains("duplicate") && !cells[14].contains("hidden-speed-up"))
                .map(MeasuredRun::of)
                .toList();
    }

    /** Runs of one configuration are correlated and share one vote. */
    String group() {
        return model + " " + accelerator + " " + engine + " " + machine.devices();
    }

    private static MeasuredRun of(String[] cells) {
        String model = ARCHITECTURES.getOrDefault(cells[1], cells[1]);
        int devices = Integer.parseInt(cells[3]);
        String[] layout = cells[7].replaceAll("[a-z]", "").split("-", -1);
        Machine machine =
                machine(cells[2], cells[6], devices, Integer.parseInt(layout[0]), Integer.parseInt(layout[1]));
        ModelShape shape = Shapes.of(model, cells[6], cells[4]);
        int prompt = Integer.parseInt(cells[8]);
        int output = Integer.parseInt(cells[9]);
        double capacity = capacity(shape, machine, Shapes.memoryBytes(cells[2]), prompt + output / 2.0);
        Load load = new Load(Integer.parseInt(cells[10]), capacity, prompt, output, 0);
        return new MeasuredRun(
                model,
                cells[2],
                cells[4],
                shape,
                machine,
                load,
                Double.parseDouble(cells[11]) / 1000,
                Double.parseDouble(cells[12]) / 1000);
    }

    private static Machine machine(String accelerator, String precision, int devices, int tensor, int data) {
        double sixteenBit = 989e12;
        return new Machine(
                devices,
                1,
                tensor,
                data,
                1,
                accelerator.contains("h200") ? 4.8e12 : 3.35e12,
                precision.equals("fp8") ? 1979e12 : sixteenBit,
                sixteenBit,
                450e9,
                Interconnect.NVLINK_SWITCH,
                Network.NONE);
    }

    private static double capacity(ModelShape shape, Machine machine, double memory, double tokens) {
        double usable = 0.9 * machine.devices() * memory - 2e9 * machine.devices();
        double free = usable - shape.sharedBytes() * machine.dataParallel() - shape.expertBytes();
        double ofOne = shape.cacheBytesPerToken() * shape.cacheCopies(machine.tensorParallel()) * tokens;
        return Math.max(1, Math.floor(free / ofOne));
    }

    private static List<String> lines() {
        try (InputStream stream = MeasuredRun.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("run,") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
