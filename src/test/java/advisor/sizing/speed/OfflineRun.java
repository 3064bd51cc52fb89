package advisor.sizing.speed;

import advisor.Shipped;
import advisor.advice.survey.MachineEstimate;
import advisor.advice.survey.MachineEstimator;
import advisor.facts.Request;
import advisor.facts.unit.Interval;
import advisor.request.MachineForm;
import advisor.sizing.Fixture;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of MLPerf's Offline scenario, in which all prompts lie ready and only output tokens a second count, with what
 * the advice says of the machine under as many streams as engines take at once.
 *
 * @param measured output tokens a second of one device
 * @param results submitted for it
 * @param estimate the same as {@code measured}
 */
record OfflineRun(
        String round,
        String accelerator,
        int devices,
        int nodes,
        String model,
        String format,
        String engine,
        double measured,
        int results,
        String note,
        Interval estimate) {

    /** Mean prompts in tokens: supposed, only their maxima are published. */
    private static final Map<String, Integer> PROMPT_TOKENS = Map.of(
            "llama-2-70b", 250,
            "mixtral-8x7b", 400,
            "llama-3.1-405b", 9400,
            "llama-3.1-8b", 800,
            "deepseek-r1", 800);

    private static final String HEAD =
            """

            ## MLPerf offline

            %d set-ups of MLPerf Inference 4.1 and 5.1 (%d results, closed division), output tokens a second of one device, beside what the advice says today of the same machine under the streams that give most, with the layout it would take. All prompts lie ready and no answer waits for another, so compute decides, where in the fitted runs memory and fixed times do. No row is in the fit. Formats with a question mark are supposed: the source prints that of the checkpoint. Mean prompts are not published; 405B is taken at 9,400 tokens, 8B and R1 at 800, Mixtral at 400, Llama-2 at 250.

            - NVIDIA, without R1: %s.
            - NVIDIA, R1: %s.
            - AMD: %s.
            - Intel: %s.

            AMD rests on nothing else than two shares set by hand. Its matrix units reach 0.75 of what NVIDIA's do of the printed rate (`performance/compute-share-of-amd`), because the clock falls under full load; all of it reaches 0.7 of the speed (`performance/share-of-amd`), by one table of Llama-3.1-405B on 8 MI300X and so that DeepSeek-R1, of which an MI300X does 0.54 times what an H200 does (InferenceX), is not promised too much. The rows of Llama-2 and Mixtral on MI300X are those that the first was set by, so they are in sample; MI325X and MI355X were never seen.

            Off, and why: R1 has 4,388 prompts whose answers take 3,700 tokens on average and many times as many at most, so the longest most likely decide when all are done, and no steady load is like it. H100 PCIe draws half the power of SXM for three quarters of its printed rate. Arc Pro B60 does more than its printed 16-bit rate allows, so it computes 4-bit weights in 8 bits, which no source says. With 8 billion parameters and a thousand streams what an engine does for each stream counts for more than the fit knows; a time of a stream instead of one of a stream and layer would mend that and makes the fitted runs worse (70B left out: 18 %% instead of 14 %%).

            | round | model | machine | format | engine | measured | estimate | predicted / measured | inside | results |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private static final int STREAMS_OF_A_DEVICE = 1024;
    private static final int FEWEST_STREAMS = 32;

    static List<OfflineRun> all() {
        return MeasuredFile.rows("mlperf-offline.csv").map(OfflineRun::of).toList();
    }

    private static OfflineRun of(String... cells) {
        int devices = Integer.parseInt(cells[2]);
        return new OfflineRun(
                cells[0],
                cells[1],
                devices,
                Integer.parseInt(cells[3]),
                cells[4],
                cells[5],
                cells[6],
                Double.parseDouble(cells[8]),
                Integer.parseInt(cells[9]),
                cells[10],
                of(ofAll(cells), devices));
    }

    /** Output tokens a second of all devices, under the streams that give most: submitters tune. */
    private static Interval ofAll(String... cells) {
        int most = STREAMS_OF_A_DEVICE * Integer.parseInt(cells[2]);
        return IntStream.iterate(most, streams -> streams >= FEWEST_STREAMS, streams -> streams / 2)
                .mapToObj(streams ->
                        estimate(streams, cells).candidate().performance().outputTokensPerSecond())
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Interval::likely))
                .orElseThrow(() -> new AssertionError(String.join(",", cells)));
    }

    private static MachineEstimate estimate(int streams, String... cells) {
        int devices = Integer.parseInt(cells[2]);
        MachineForm form = new MachineForm(cells[1], devices, Integer.parseInt(cells[3]), cells[5], cells[6]);
        MachineEstimator estimator = new MachineEstimator(Shipped.catalog(), load(cells[4], cells[7], streams));
        return Shipped.catalog().models().containsKey(cells[4])
                ? estimator.estimate(Shipped.catalog().model(cells[4]), form)
                : estimator.estimate(Fixture.facts(cells[4]), form);
    }

    /** With the cache in 8 bits, as submitters have it. */
    private static Request load(String model, String outputTokens, int streams) {
        return Shipped.request(
                "model",
                "deepseek-r1",
                "streams",
                Integer.toString(streams),
                "prompt-tokens",
                Objects.requireNonNull(PROMPT_TOKENS.get(model)).toString(),
                "output-tokens",
                outputTokens,
                "kv-format",
                "fp8");
    }

    private static Interval of(Interval all, int devices) {
        return new Interval(all.low() / devices, all.likely() / devices, all.high() / devices);
    }

    /** Predicted over measured. */
    double off() {
        return estimate.likely() / measured;
    }

    boolean inside() {
        return estimate.low() <= measured && measured <= estimate.high();
    }

    /** Whether the load is steady: answers of R1 are so uneven that the longest decide when its few prompts are done. */
    boolean steady() {
        return !model.equals("deepseek-r1");
    }

    /** The rows as a section of a page. */
    static String section() {
        List<OfflineRun> all = all();
        return HEAD.formatted(
                        all.size(),
                        all.stream().mapToInt(OfflineRun::results).sum(),
                        summary(all, run -> run.steady() && run.accelerator().startsWith("nvidia")),
                        summary(all, run -> !run.steady()),
                        summary(all, run -> run.accelerator().startsWith("amd")),
                        summary(all, run -> run.accelerator().startsWith("intel")))
                + all.stream().map(OfflineRun::line).collect(Collectors.joining());
    }

    private static String summary(List<OfflineRun> all, Predicate<OfflineRun> which) {
        List<OfflineRun> runs = all.stream().filter(which).toList();
        return String.format(
                Locale.ROOT,
                "%d rows, error %.0f %%, predicted / measured %.2f, %d inside",
                runs.size(),
                100 * median(runs, run -> Math.abs(run.off() - 1)),
                median(runs, OfflineRun::off),
                runs.stream().filter(OfflineRun::inside).count());
    }

    static double median(List<OfflineRun> runs, ToDoubleFunction<OfflineRun> value) {
        return SpeedFit.median(runs.stream().mapToDouble(value).toArray());
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d × %s | %s | %s | %.0f | %.0f (%.0f to %.0f) | %.2f | %s | %s |%n",
                round,
                model,
                devices,
                accelerator,
                format.toUpperCase(Locale.ROOT) + (note.isEmpty() ? "" : " ?"),
                engine,
                measured,
                estimate.likely(),
                estimate.low(),
                estimate.high(),
                off(),
                inside() ? "yes" : "no",
                results);
    }
}
