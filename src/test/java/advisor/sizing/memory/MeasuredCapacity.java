package advisor.sizing.memory;

import advisor.Shipped;
import advisor.catalog.Catalog;
import advisor.facts.Degrees;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Request;
import advisor.facts.machine.Hardware;
import advisor.facts.machine.Network;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.Build;
import advisor.facts.offer.Channel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Prices;
import advisor.facts.offer.Terms;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameters;
import advisor.request.RequestForm;
import advisor.sizing.Fixture;
import advisor.sizing.model.ModelSizing;
import advisor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an engine said when it started: a row of {@code src/test/resources/measured/kv-capacity.csv}.
 *
 * @param share told to the engine; empty for its default, or if nobody says
 * @param loadedGib weights on one device; empty if it did not say
 * @param cacheGib left for the cache on one device
 * @param cacheTokens in all
 */
public record MeasuredCapacity(
        String model,
        String engine,
        String asOf,
        String accelerator,
        int devices,
        String layout,
        String share,
        String loadedGib,
        String cacheGib,
        String cacheTokens,
        String source) {

    /** Share by which the calculated room may differ. */
    static final double GOAL = 0.1;

    private static final Path FILE = Path.of("src/test/resources/measured/kv-capacity.csv");

    public static List<MeasuredCapacity> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(MeasuredCapacity::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MeasuredCapacity of(String... row) {
        return new MeasuredCapacity(
                row[0],
                row[1],
                row[2],
                row[3],
                Integer.parseInt(row[4]),
                row[5],
                row[6],
                row[7],
                row[8],
                row[9],
                row[10]);
    }

    /** What is calculated for it. */
    Memory calculated() {
        Map<String, String> fields = new TreeMap<>(Map.of("model", "deepseek-r1", "as-of", asOf, "streams", "1"));
        if (!share.isEmpty()) {
            fields.put("memory-share", share);
        }
        Request request = new RequestForm(fields).request(Shipped.TODAY);
        Catalog catalog = Shipped.catalog();
        LanguageModel known = ModelSizing.languageModel(Fixture.facts(model));
        Parameters parameters = Parameters.of(catalog.parameters(request.asOf(), request.lens()));
        return new MemorySizing(request, known, parameters)
                .on(
                        option(catalog),
                        new Loading(
                                known.nativePrecision(),
                                spread(),
                                catalog.engines().get(engine).memory(),
                                false));
    }

    private Layout spread() {
        return Degrees.parse(layout).orElseThrow().over(devices);
    }

    private DeploymentOption option(Catalog catalog) {
        return new DeploymentOption(
                "measured",
                new Text("measured", "实测"),
                OptionKind.PURCHASE,
                Hardware.of(catalog.accelerators().get(accelerator), devices, 1, Network.NONE, null),
                Terms.of(Build.SELF_BUILT, Channel.OFFICIAL, Warranty.NONE),
                Prices.NONE);
    }

    /** Weights with copies on one device, in GiB. */
    double loaded() {
        Memory memory = calculated();
        return memory.weights().plus(memory.weightCopies()).gibibytes() / devices;
    }

    /** What is left for the cache on one device, in GiB; negative if the rest does not fit. */
    double left() {
        Memory memory = calculated();
        Bytes held = memory.weights().plus(memory.weightCopies()).plus(memory.runtime());
        return memory.usable().minus(held).gibibytes() / devices;
    }

    /** The same as the engine said. */
    double measured() {
        return cacheGib.isEmpty() ? gibOfTokens() : Double.parseDouble(cacheGib);
    }

    private double gibOfTokens() {
        long bytes = Fixture.size(model).attention().bytesPerToken();
        double copies = Fixture.size(model).attention().copies(devices);
        return new Bytes(bytes).gibibytes() * Double.parseDouble(cacheTokens) * copies / devices;
    }

    private boolean counts() {
        return measured() > 0 && !source.contains("more than 0.95 of the memory");
    }

    /** How far off each row is that can be true, the nearest first. */
    public static List<Double> errors() {
        return all().stream()
                .filter(MeasuredCapacity::counts)
                .map(row -> Math.abs(row.left() / row.measured() - 1))
                .sorted()
                .toList();
    }

    /** The rows as a section of a page. */
    public static String section() {
        List<Double> errors = errors();
        return String.format(
                        Locale.ROOT,
                        """

                        ## Room that engines leave for the cache

                        What engines said when they started, in GiB on one device, beside what is calculated as of that day: the
                        share that the engine fills, less weights with copies, less its workspace. Each part has its formula in
                        `advisor explain`; the coefficients stand in `catalog/engines/*.yaml`. Of %s rows that can be true the
                        median is off by %.1f %%, and %s are within %.0f %%. The others are of vLLM from July 2024 to July
                        2025, whose batches took other memory, and one rounded figure of a recipe: its 4 MI300X hold three times
                        what its 2 do, where the memory left says 3.8.

                        Of 58 published rows that were read, 37 are not here: 19 of models or checkpoints whose configuration
                        was not found, 7 that do not name the device or the model or share the device, 6 refusals and
                        loads without a figure, and 5 of caches that compress or page layers unlike, for which vLLM prints
                        concurrency times length, which is no capacity. The index of sparse attention rests on one row: DeepSeek-V3.2
                        on SGLang in 8 bits takes 43.67 GiB for 975,424 tokens (pull request 11309), 48,068 B each here.

                        | model | engine | on | share | loaded | calculated | left for the cache | calculated | difference | source |
                        |---|---|---|---:|---:|---:|---:|---:|---:|---|
                        """,
                        errors.size(),
                        100 * errors.get(errors.size() / 2),
                        errors.stream().filter(error -> error <= GOAL).count(),
                        100 * GOAL)
                + all().stream().map(MeasuredCapacity::line).collect(Collectors.joining());
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s × %s | %s | %s | %.2f | %.2f | %.2f | %s | %s |\n",
                model,
                engine,
                devices,
                accelerator,
                share.isEmpty() ? "default" : share,
                loadedGib,
                loaded(),
                measured(),
                left(),
                measured() <= 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * (left() / measured() - 1)),
                source);
    }
}
