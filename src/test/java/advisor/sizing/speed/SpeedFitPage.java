package advisor.sizing.speed;

import advisor.sizing.speed.Conformal.Kind;
import advisor.sizing.speed.Conformal.Scored;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fit report: coefficients, and how far predictions are off, each kind left out in turn. */
final class SpeedFitPage {
    private static final String HEAD =
            """
            # How well the speed model fits

            Made by `mvn test -Dtest=SpeedFitTest -Dgolden.update=true` from `src/test/resources/measured/serving-runs.csv`: %d runs of %d models, of which %d are fitted. %d are DeepSeek-R1 under TensorRT-LLM, 1.25 to 2 times as fast as the same set-up elsewhere, most likely by multi-token prediction, which the source does not name; they are left out of the fit and of the widths of kinds. Who runs such a model on that engine may have it on or not, so the interval there is as wide as all its runs are ("speculation" below), added to that of a kind. %d are implausible and left out of both. The formulas are in `SpeedModel`, the fit in `SpeedFit`, the intervals in `Conformal` and `Widths`.

            The time per token is one step of all running streams and a share of the prompts of the *other* streams: with one stream it does not depend on how long the answer is, but for the cache's growth. Engines put %s prompt tokens into one step at most, so that short answers to long prompts wait for their first token, not for each next one.

            The first token comes after its own prompt, a share of the prompts of the others, and some steps: one that is under way, its own, and those after which an engine hands tokens out. These steps are counted, not timed: a fixed time in seconds, as it stood here before, was too long where steps are short and too short where many streams make them long (each model left out: error 33 %% then, %s now). What is left over are settings that no source names: TensorRT-LLM answers the same 1,024 tokens after 8 or after 27 steps.

            Each data-parallel group has a queue and steps of its own, so that more groups with as many streams each wait no longer. Where groups share experts, all runs are of TensorRT-LLM in scripts of InferenceX that let a group with a prompt wait for the others to have one too, 60 steps at most (`timeout_iters: 60`) and no more than lie between two prompts of a group; the first token is reckoned so late on every engine, because none was measured without.

            With many streams a step computes as many rows as a prompt has tokens, so rows sent to experts cost it the same traffic as in a prompt, and where all heads look at one vector (MLA) they compute longer than the vector takes to read. Of that the %d runs with up to 256 streams tell little; %d set-ups of TensorRT-LLM under full load tell it (`full-load.csv`), in the fit with a weight of 0.3.

            What the runs cannot show: nothing over several nodes, no pipeline, no maker but one, no INT8 or INT4 (for others see the end), one mixture of experts under more than one engine. The interval is wider for each, and the answer names it.

            Error is the median of |predicted / measured - 1|. Inside is the share of runs within the interval that the advisor gives where that kind was never measured; "By the others" is the share inside an interval that the other kinds of the table alone set, which is what a kind that nobody has measured may expect ("all": the mean of the kinds); intervals are so wide that this is four of five on average, each kind counted alike (of two generations nine of ten of each, as two tell little of a third).
            """;

    private final List<MeasuredRun> all;
    private final List<MeasuredRun> runs;
    private final SpeedFit.Fitted fit;
    private final Conformal conformal;
    private final StringBuilder page = new StringBuilder();

    private SpeedFitPage(List<MeasuredRun> all, SpeedFit.Fitted fit, Conformal conformal) {
        this.all = all;
        this.runs = all.stream().filter(run -> run.note().isEmpty()).toList();
        this.fit = fit;
        this.conformal = conformal;
    }

    static String of(List<MeasuredRun> all, SpeedFit.Fitted fit, Conformal conformal) {
        return new SpeedFitPage(all, fit, conformal).write();
    }

    private String write() {
        page.append(HEAD.formatted(
                all.size(),
                all.stream().map(MeasuredRun::model).distinct().count(),
                runs.size(),
                noted("hidden-speed-up"),
                noted("implausible"),
                "8,192",
                percent(error(Conformal.fitted(conformal.leftOut(Kind.MODEL)), Scored::firstToken)),
                all.size(),
                FullLoadRun.all().size()));
        coefficients();
        inSample();
        page.append(AnsweredRun.section(AnsweredRun.of(runs)));
        widths();
        leftOut("Each model left out in turn", Kind.MODEL);
        leftOut("Each accelerator left out in turn", Kind.ACCELERATOR);
        leftOut("Each generation left out in turn", Kind.GENERATION);
        leftOut("Each engine left out in turn, then predicted with what all share", Kind.ENGINE);
        leftOut("Each number format left out in turn", Kind.FORMAT);
        page.append(FullLoadRun.section(fit, conformal));
        page.append(GuessedRuns.section(all, fit));
        local();
        page.append(PublishedRun.section());
        page.append(OfflineRun.section());
        return page.toString();
    }

    private long noted(String note) {
        return all.stream().filter(run -> run.note().equals(note)).count();
    }

    private void coefficients() {
        page.append(
                "\n## Coefficients\n\n| coefficient | sglang | tensorrt-llm | vllm | other |\n|---|---|---|---|---|\n");
        row("share of compute in prefill", Coefficients::prefillComputeShare);
        row("layer, s", Coefficients::layerSeconds);
        row("layer of experts, s", Coefficients::expertLayerSeconds);
        row("stream, s a layer", Coefficients::streamLayerSeconds);
        row("share of the queue", Coefficients::queueShare);
        row("steps until the first token leaves", Coefficients::firstTokenSteps);
        row("share of bandwidth, weights", Coefficients::bandwidthShare);
        row("share of bandwidth, cache", Coefficients::cacheBandwidthShare);
        row("share of compute in decoding", Coefficients::decodeComputeShare);
        row("bytes moved for an expert's element", Coefficients::expertRowBytes);
        row("all-reduce hop, s", Coefficients::hopSeconds);
        row("share of the link", Coefficients::linkShare);
        page.append(String.format(
                Locale.ROOT,
                "%nWeights that are widened as they are read take %.2f of the prefill of 16 bits.%n",
                fit.weightOnlyPrefill()));
    }

    private void row(String name, ToDoubleFunction<Coefficients> value) {
        page.append("| ").append(name);
        Stream.concat(SpeedFit.ENGINES.stream(), Stream.of(SpeedFit.OTHER))
                .map(fit.byEngine()::get)
                .forEach(one -> page.append(String.format(Locale.ROOT, " | %.2g", value.applyAsDouble(one))));
        page.append(" |\n");
    }

    private void inSample() {
        page.append(
                "\n## In sample\n\n| | runs | tokens/s of a user: error | tokens/s of the box: error | first token: error |\n|---|---|---|---|---|\n");
        List<Scored> scored =
                runs.stream().map(run -> Conformal.scored(run, "", fit)).toList();
        for (Kind kind : List.of(Kind.MODEL, Kind.ACCELERATOR, Kind.ENGINE, Kind.FORMAT)) {
            by(kind.key, scored).forEach(this::errors);
        }
        errors("all", scored);
    }

    private static Map<String, List<Scored>> by(Function<MeasuredRun, String> key, List<Scored> scored) {
        return new TreeMap<>(scored.stream().collect(Collectors.groupingBy(one -> key.apply(one.run()))));
    }

    private void errors(String name, List<Scored> scored) {
        page.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.0f %% | %.0f %% | %.0f %% |%n",
                name,
                scored.size(),
                100 * error(scored, Scored::speed),
                100 * error(scored, Scored::box),
                100 * error(scored, Scored::firstToken)));
    }

    private void widths() {
        page.append(
                "\n## Intervals\n\nIn shares of the estimate. Several at once add up as squares of logarithms do.\n\n");
        page.append("| never measured | low | high | wait for the first token: low | high |\n|---|---|---|---|---|\n");
        for (Kind kind : Kind.values()) {
            if (kind == Kind.SET_UP || kind.aspect != null) {
                Spread spread = conformal.ofSpeed(kind);
                String name = kind == Kind.SET_UP
                        ? "nothing but the set-up"
                        : kind.name().toLowerCase(Locale.ROOT);
                page.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f |", name, spread.low(), spread.high()));
                page.append(kind == Kind.SPECULATION ? " | |\n" : waits(conformal.ofFirstToken(kind)));
            }
        }
        Spread load = FullLoadRun.spread(conformal);
        page.append(String.format(
                Locale.ROOT,
                "| so many streams on a device (full load) | %.2f | %.2f | | |%n",
                load.low(),
                load.high()));
        page.append(String.format(
                Locale.ROOT,
                "%nSet-ups (model, accelerator, engine, format and number of devices) dealt out in five, each part left out in turn: error %.0f %%, inside %.0f %%.%n",
                100 * error(Conformal.fitted(conformal.leftOut(Kind.SET_UP)), Scored::speed),
                100 * conformal.inside(Kind.SET_UP, conformal.leftOut(Kind.SET_UP))));
    }

    private static String waits(Spread first) {
        return String.format(Locale.ROOT, " %.2f | %.2f |%n", first.low(), first.high());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private void leftOut(String title, Kind kind) {
        page.append("\n## ").append(title).append("\n\n");
        page.append(
                "| | runs | tokens/s of a user: error | predicted / measured | inside | by the others | first token: error | inside |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        List<Scored> scored = conformal.leftOut(kind);
        Map<String, List<Scored>> folds = by(kind.key, scored);
        folds.forEach((left, fold) -> line(kind, left, fold, percent(conformal.byOthers(kind, left))));
        double ofAll = folds.keySet().stream()
                .mapToDouble(left -> conformal.byOthers(kind, left))
                .average()
                .orElseThrow();
        line(kind, "all", scored, percent(ofAll));
    }

    private void line(Kind kind, String name, List<Scored> scored, String byOthers) {
        List<Scored> fitted = Conformal.fitted(scored);
        page.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.0f %% | %.2f | %.0f %% | %s | %.0f %% | %.0f %% |%n",
                name,
                scored.size(),
                100 * error(fitted, Scored::speed),
                1 / SpeedFit.median(fitted.stream().mapToDouble(Scored::speed).toArray()),
                100 * conformal.inside(kind, scored),
                byOthers,
                100 * error(fitted, Scored::firstToken),
                100 * conformal.insideOfFirstToken(kind, fitted)));
    }

    private void local() {
        page.append(
                """

                ## Single users

                Runs of `llama.cpp` and `mlx` that the catalog carries, one stream each, as the advice says today. The rates of these engines were set by hand from the same runs, so this shows how wide they are, not how well they foretell.

                | engine | model | machine | format | measured, tokens/s | estimate | inside |
                |---|---|---|---|---|---|---|
                """);
        LocalRun.all().forEach(this::line);
    }

    private void line(LocalRun local) {
        page.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d × %s | %s | %.1f | %.1f (%.1f to %.1f) | %s |%n",
                local.engine().id(),
                local.run().model(),
                local.run().devices(),
                local.run().accelerator(),
                local.run().precision().label(),
                local.measured(),
                local.estimate().likely(),
                local.estimate().low(),
                local.estimate().high(),
                local.inside() ? "yes" : "no"));
    }

    private static double error(List<Scored> scored, ToDoubleFunction<Scored> value) {
        return SpeedFit.median(scored.stream()
                .mapToDouble(one -> Math.abs(1 / value.applyAsDouble(one) - 1))
                .toArray());
    }
}
