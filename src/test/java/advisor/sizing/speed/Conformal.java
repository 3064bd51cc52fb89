package advisor.sizing.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How wide an interval must be for four of five runs to lie inside it, by what was left out of the fit. Kinds left out
 * count alike, however many runs each has. Runs that were probably sped up by a setting that nobody names are counted,
 * because whoever asks may run with it too.
 */
final class Conformal {
    private static final double OUTSIDE_EACH_END = 0.1;
    private static final int FOLDS = 5;

    /** A run with its measured figures over those predicted by a fit that did not see it. */
    record Scored(MeasuredRun run, String left, double speed, double box, double firstToken) {}

    /** What is left out in turn; {@link #SET_UP} leaves no kind out, only set-ups. */
    enum Kind {
        SET_UP(MeasuredRun::group, null),
        MODEL(MeasuredRun::model, SpeedBasis.Aspect.MODEL),
        ACCELERATOR(run -> run.accelerator().id(), null),
        GENERATION(MeasuredRun::generation, SpeedBasis.Aspect.GENERATION),
        ENGINE(MeasuredRun::engine, SpeedBasis.Aspect.ENGINE),
        FORMAT(run -> run.precision().label(), SpeedBasis.Aspect.FORMAT);

        final Function<MeasuredRun, String> key;
        final SpeedBasis.@org.jspecify.annotations.Nullable Aspect aspect;

        Kind(Function<MeasuredRun, String> key, SpeedBasis.@org.jspecify.annotations.Nullable Aspect aspect) {
            this.key = key;
            this.aspect = aspect;
        }
    }

    private final List<MeasuredRun> runs;
    private final double[] start;
    private final Map<Kind, List<Scored>> scored = new EnumMap<>(Kind.class);

    /**
     * @param runs all plausible ones; those without a note are fitted
     * @param start where each fit begins
     */
    Conformal(List<MeasuredRun> runs, double[] start) {
        this.runs = runs;
        this.start = start;
    }

    /** All runs, each predicted by a fit that saw none of its kind. */
    List<Scored> leftOut(Kind kind) {
        return scored.computeIfAbsent(kind, this::folds);
    }

    private List<Scored> folds(Kind kind) {
        Function<MeasuredRun, String> fold = kind == Kind.SET_UP ? setUps() : kind.key;
        List<Scored> all = new ArrayList<>();
        for (String left : runs.stream().map(fold).distinct().sorted().toList()) {
            SpeedFit.Fitted fit = SpeedFit.fit(runs.stream()
                            .filter(run -> run.note().isEmpty() && !fold.apply(run).equals(left))
                            .toList(),
                    start);
            runs.stream()
                    .filter(run -> fold.apply(run).equals(left))
                    .map(run -> scored(run, left, fit))
                    .forEach(all::add);
        }
        return all;
    }

    /** Set-ups dealt out in turn. */
    private Function<MeasuredRun, String> setUps() {
        List<String> groups =
                runs.stream().map(MeasuredRun::group).distinct().sorted().toList();
        return run -> "fold " + groups.indexOf(run.group()) % FOLDS;
    }

    static Scored scored(MeasuredRun run, String left, SpeedFit.Fitted fit) {
        Speed speed = fit.predict(run);
        int output = run.load().outputTokens();
        double measuredBox =
                run.load().streams() * output / (run.firstTokenSeconds() + (output - 1) * run.tokenSeconds());
        return new Scored(
                run,
                left,
                speed.tokenSeconds() / run.tokenSeconds(),
                measuredBox / speed.boxTokensPerSecond(),
                run.firstTokenSeconds() / speed.firstTokenSeconds());
    }

    /** The interval that holds four of five, in shares of the prediction. */
    static Spread spread(List<Scored> scored, ToDoubleFunction<Scored> value) {
        return new Spread(
                quantile(scored, value, OUTSIDE_EACH_END), 1, quantile(scored, value, 1 - OUTSIDE_EACH_END));
    }

    Spread ofSpeed(Kind kind) {
        return spread(leftOut(kind), Scored::speed);
    }

    Spread ofFirstToken() {
        return spread(leftOut(Kind.SET_UP), Scored::firstToken);
    }

    private static double quantile(List<Scored> scored, ToDoubleFunction<Scored> value, double share) {
        Map<String, Long> sizes = scored.stream().collect(Collectors.groupingBy(Scored::left, Collectors.counting()));
        List<Scored> sorted = scored.stream()
                .sorted(Comparator.comparingDouble(value))
                .toList();
        double passed = 0;
        for (Scored one : sorted) {
            passed += 1.0 / sizes.get(one.left()) / sizes.size();
            if (passed >= share) {
                return value.applyAsDouble(one);
            }
        }
        return value.applyAsDouble(sorted.get(sorted.size() - 1));
    }
}
