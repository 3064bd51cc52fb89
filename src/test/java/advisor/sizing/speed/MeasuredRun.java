package advisor.sizing.speed;

import advisor.Shipped;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Network;
import advisor.facts.model.Precision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** One published run: model, machine and load, with the times that were measured. */
record MeasuredRun(
        String model,
        Accelerator accelerator,
        String engine,
        Precision precision,
        String layout,
        ModelShape shape,
        Machine machine,
        Load load,
        double firstTokenSeconds,
        double tokenSeconds,
        String date,
        String note) {

    private static final String RESOURCE = "/measured/serving-runs.csv";
    private static final String FULL_LOAD_ENGINE = "tensorrt-llm";
    private static final Pattern NOT_DIGITS = Pattern.compile("[a-z]+");
    private static final double TERA = 1e12;
    private static final double GIGA = 1e9;
    private static final double RUNTIME_BYTES = 3e9;

    /** All runs, each once. */
    static List<MeasuredRun> all() {
        return lines().stream().map(line -> of(line.split(",", -1))).toList();
    }

    /** All runs that are neither implausible nor sped up by a setting that the source does not name. */
    static List<MeasuredRun> fitted() {
        return all().stream().filter(run -> run.note().isEmpty()).toList();
    }

    /** Runs of one configuration are correlated and share one vote. */
    String group() {
        return model + " " + accelerator.id() + " " + engine + " " + precision + " " + machine.devices();
    }

    String generation() {
        return accelerator.architecture();
    }

    /** The architecture that the model's configuration names. */
    String family() {
        return Objects.requireNonNull(Shapes.model(model).facts()).config().type();
    }

    /** Whether its weights are widened as they are read. */
    boolean weightOnly() {
        return precision == Precision.FP4 && !Boolean.TRUE.equals(accelerator.nativeFp4());
    }

    private static MeasuredRun of(String[] cells) {
        Accelerator accelerator =
                Objects.requireNonNull(Shipped.catalog().accelerators().get(cells[2]));
        Precision precision = Precision.valueOf(cells[6].toUpperCase(Locale.ROOT));
        int devices = Integer.parseInt(cells[3]);
        int prompt = Integer.parseInt(cells[8]);
        int output = Integer.parseInt(cells[9]);
        Machine machine = machine(accelerator, precision, devices, cells[7].split("-", -1));
        ModelShape shape = Shapes.of(cells[1], precision, cells[4], prompt + output);
        double capacity = capacity(shape, machine, Shapes.memoryBytes(accelerator), prompt + output / 2.0);
        return new MeasuredRun(
                cells[1],
                accelerator,
                cells[4],
                precision,
                cells[7],
                shape,
                machine,
                new Load(Integer.parseInt(cells[10]), capacity, prompt, output, 0),
                Double.parseDouble(cells[11]) / 1000,
                Double.parseDouble(cells[12]) / 1000,
                cells[13],
                cells[14]);
    }

    /** A set-up under full load, of which only the rate of all streams is known. */
    static MeasuredRun underFullLoad(String... cells) {
        Accelerator accelerator =
                Objects.requireNonNull(Shipped.catalog().accelerators().get(cells[1]));
        Precision precision = Precision.valueOf(cells[4].toUpperCase(Locale.ROOT));
        int prompt = Integer.parseInt(cells[5]);
        int output = Integer.parseInt(cells[6]);
        Machine machine = machine(accelerator, precision, Integer.parseInt(cells[2]), cells[3].split("-", -1));
        ModelShape shape = Shapes.withShortCache(cells[0], precision, accelerator, prompt + output);
        double capacity = capacity(shape, machine, Shapes.memoryBytes(accelerator), prompt + output / 2.0);
        Load load = new Load(Integer.parseInt(cells[7]), capacity, prompt, output, 0);
        return new MeasuredRun(
                cells[0],
                accelerator,
                FULL_LOAD_ENGINE,
                precision,
                cells[3],
                shape,
                machine,
                load,
                Double.NaN,
                Double.NaN,
                "",
                "full load");
    }

    private static Machine machine(Accelerator accelerator, Precision precision, int devices, String[] layout) {
        double sixteenBit = Objects.requireNonNull(accelerator.fp16Teraflops()) * TERA;
        return new Machine(
                devices,
                1,
                degree(layout, "tp"),
                degree(layout, "dp"),
                1,
                Objects.requireNonNull(accelerator.bandwidthGigabytesPerSecond()) * GIGA,
                operations(accelerator, precision, sixteenBit),
                sixteenBit,
                linkGigabytesPerSecond(accelerator) * GIGA,
                accelerator.interconnect(),
                Network.NONE);
    }

    /** Of a device that stands alone no link matters. */
    private static double linkGigabytesPerSecond(Accelerator accelerator) {
        Double printed = accelerator.linkGigabytesPerSecond();
        return printed == null ? 32 : printed;
    }

    private static int degree(String[] layout, String kind) {
        for (String part : layout) {
            if (part.startsWith(kind)) {
                return Integer.parseInt(NOT_DIGITS.matcher(part).replaceAll(""));
            }
        }
        return 1;
    }

    private static double operations(Accelerator accelerator, Precision precision, double sixteenBit) {
        Double own = precision == Precision.FP8
                ? accelerator.fp8Teraflops()
                : precision == Precision.FP4 ? accelerator.fp4Teraflops() : null;
        return own == null ? sixteenBit : own * TERA;
    }

    private static double capacity(ModelShape shape, Machine machine, double memory, double tokens) {
        double usable = 0.9 * machine.devices() * memory - RUNTIME_BYTES * machine.devices();
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
