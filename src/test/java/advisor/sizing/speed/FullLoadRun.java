package advisor.sizing.speed;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A run in which so many prompts of one length lay ready at the start, with answers of one length.
 *
 * @param set what was run, with as many streams as there were prompts; of its times only the whole is known
 * @param seconds from the start to the last answer
 */
record FullLoadRun(MeasuredRun set, double seconds) {
    private static final String HEAD =
            """

            ## Full load

            TensorRT-LLM's own table (NVIDIA/TensorRT-LLM at 585c7565, `docs/source/developer-guide/perf-overview.md`), output tokens a second of one device with 1,000 to 3,000 prompts ready at the start: predicted / measured in sample, and with all runs of the model left out. Hopper with many experts is promised too much: gpt-oss is widened there by another kernel (Triton) than the one that was measured, and R1 in 8 bits on H200 does a quarter of what it does in 4 bits on B200.

            | model | machine | format | tokens | measured | predicted / measured | model left out |
            |---|---|---|---|---|---|---|
            """;

    static List<FullLoadRun> all() {
        return MeasuredFile.rows("full-load.csv").map(FullLoadRun::of).toList();
    }

    private static FullLoadRun of(String... cells) {
        MeasuredRun set = MeasuredRun.underFullLoad(cells);
        double all = (double) set.load().streams() * set.load().outputTokens();
        return new FullLoadRun(set, all / (set.machine().devices() * Double.parseDouble(cells[8])));
    }

    /** How far the runs are off, as a section of a page. */
    static String section(SpeedFit.Fitted fit, Conformal conformal) {
        List<FullLoadRun> all = all();
        StringBuilder section = new StringBuilder(HEAD);
        all.forEach(run -> section.append(run.line(fit, run.without(conformal))));
        return section.append(String.format(
                        Locale.ROOT,
                        "%nError %.0f %% in sample, %.0f %% with the model left out.%n",
                        100 * error(all, run -> run.off(fit)),
                        100 * error(all, run -> run.off(run.without(conformal)))))
                .toString();
    }

    private SpeedFit.Fitted without(Conformal conformal) {
        return conformal.withoutModel(set.model());
    }

    /** The interval of four of five runs whose model is left out, each model counted alike. */
    static Spread spread(Conformal conformal) {
        return Conformal.spread(
                all().stream()
                        .map(run -> new Conformal.Scored(
                                run.set(), run.set().model(), run.off(run.without(conformal)), Double.NaN, Double.NaN))
                        .toList(),
                Conformal.Scored::speed,
                0.1);
    }

    private static double error(List<FullLoadRun> runs, ToDoubleFunction<FullLoadRun> off) {
        return SpeedFit.median(runs.stream()
                .mapToDouble(run -> Math.abs(1 / off.applyAsDouble(run) - 1))
                .toArray());
    }

    private String line(SpeedFit.Fitted fit, SpeedFit.Fitted without) {
        Load load = set.load();
        return String.format(
                Locale.ROOT,
                "| %s | %d × %s, %s | %s | %d + %d | %.0f | %.2f | %.2f |%n",
                set.model(),
                set.machine().devices(),
                set.accelerator().id(),
                set.layout(),
                set.precision().label(),
                load.promptTokens(),
                load.outputTokens(),
                load.streams()
                        * (double) load.outputTokens()
                        / seconds
                        / set.machine().devices(),
                1 / off(fit),
                1 / off(without));
    }

    /** Time foretold over time measured. */
    double off(SpeedFit.Fitted fit) {
        int running = (int) set.load().running();
        int last = set.load().streams() % running;
        double rounds = set.load().streams() / running * secondsOf(running, fit);
        return (rounds + (last == 0 ? 0 : secondsOf(last, fit))) / seconds;
    }

    private double secondsOf(int streams, SpeedFit.Fitted fit) {
        Load round =
                new Load(streams, streams, set.load().promptTokens(), set.load().outputTokens(), 0);
        return streams * round.outputTokens() / fit.predict(set, round).boxTokensPerSecond();
    }
}
