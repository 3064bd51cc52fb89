package advisor.sizing.speed;

import advisor.facts.SpeedBasis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
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

    /** Two kinds tell little of a third. */
    private static final double OUTSIDE_EACH_END_OF_TWO = 0.05;

    private static final double LEAST_OUTSIDE = 0.04;
    private static final double STEP = 0.01;
    private static final double INSIDE = 0.8;
    private static final int FOLDS = 5;

    /** A run with its measured figures over those predicted by a fit that did not see it. */
    record Scored(MeasuredRun run, String left, double speed, double box, double firstToken) {
        /** One run, one vote. */
        Scored likeAll() {
            return new Scored(run, "", speed, box, firstToken);
        }
    }

    /** What is left out in turn; {@link #SET_UP} leaves no kind out, only set-ups. */
    enum Kind {
        SET_UP(MeasuredRun::group, null),
        MODEL(MeasuredRun::model, SpeedBasis.Aspect.MODEL),
        ACCELERATOR(run -> run.accelerator().id(), null),
        GENERATION(MeasuredRun::generation, SpeedBasis.Aspect.GENERATION),
        ENGINE(MeasuredRun::engine, SpeedBasis.Aspect.ENGINE),
        FORMAT(run -> run.precision().label(), SpeedBasis.Aspect.FORMAT),
        /** Set-ups again, of the models and engines of which some runs were probably sped up unsaid. */
        SPECULATION(MeasuredRun::group, SpeedBasis.Aspect.SPECULATION);

        final Function<MeasuredRun, String> key;
        final SpeedBasis.@org.jspecify.annotations.Nullable Aspect aspect;

        Kind(Function<MeasuredRun, String> key, SpeedBasis.@org.jspecify.annotations.Nullable Aspect aspect) {
            this.key = key;
            this.aspect = aspect;
        }

        boolean leavesAKindOut() {
            return this != SET_UP && this != SPECULATION;
        }
    }

    private final List<MeasuredRun> runs;
    private final List<FullLoadRun> full;
    private final double[] start;
    private final Map<Kind, List<Scored>> scored = new EnumMap<>(Kind.class);
    private final Map<String, SpeedFit.Fitted> withoutModel = new HashMap<>();
    private final Map<Kind, Spread> spreads = new EnumMap<>(Kind.class);
    private final Map<Kind, Spread> firstTokenSpreads = new EnumMap<>(Kind.class);

    /**
     * @param runs all plausible ones; those without a note are fitted
     * @param full runs under full load, of which those of a kind are left out with it
     * @param start where each fit begins
     */
    Conformal(List<MeasuredRun> runs, List<FullLoadRun> full, double[] start) {
        this.runs = runs;
        this.full = full;
        this.start = start;
    }

    /** All runs, each predicted by a fit that saw none of its kind. */
    List<Scored> leftOut(Kind kind) {
        return scored.computeIfAbsent(kind, this::folds);
    }

    private List<Scored> folds(Kind kind) {
        if (kind == Kind.SPECULATION) {
            return leftOut(Kind.SET_UP).stream()
                    .filter(one -> maySpeculateUnsaid(one.run()))
                    .map(Scored::likeAll)
                    .toList();
        }
        Function<MeasuredRun, String> fold = kind == Kind.SET_UP ? setUps() : kind.key;
        List<Scored> all = new ArrayList<>();
        for (String left : runs.stream().map(fold).distinct().sorted().toList()) {
            SpeedFit.Fitted fit = kind == Kind.MODEL ? withoutModel(left) : without(fold, left);
            runs.stream()
                    .filter(run -> fold.apply(run).equals(left))
                    .map(run -> scored(run, left, fit))
                    .forEach(all::add);
        }
        return all;
    }

    SpeedFit.Fitted withoutModel(String model) {
        return withoutModel.computeIfAbsent(model, one -> without(MeasuredRun::model, one));
    }

    /** A fit that saw no run of a kind. */
    private SpeedFit.Fitted without(Function<MeasuredRun, String> fold, String left) {
        return SpeedFit.fit(
                runs.stream()
                        .filter(run -> run.note().isEmpty() && !fold.apply(run).equals(left))
                        .toList(),
                full.stream().filter(run -> !fold.apply(run.set()).equals(left)).toList(),
                start);
    }

    /** Whether runs of the same model on the same engine were probably sped up by a setting that nobody names. */
    private boolean maySpeculateUnsaid(MeasuredRun run) {
        return runs.stream()
                .filter(other -> !other.note().isEmpty())
                .anyMatch(other ->
                        other.model().equals(run.model()) && other.engine().equals(run.engine()));
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

    /** The interval outside of which so large a share lies at each end, in shares of the prediction. */
    static Spread spread(List<Scored> scored, ToDoubleFunction<Scored> figure, double outside) {
        return new Spread(quantile(scored, figure, outside), 1, quantile(scored, figure, 1 - outside));
    }

    Spread ofSpeed(Kind kind) {
        return spreads.computeIfAbsent(kind, one -> of(one, Scored::speed));
    }

    Spread ofFirstToken(Kind kind) {
        return firstTokenSpreads.computeIfAbsent(kind, one -> of(one, Scored::firstToken));
    }

    /**
     * The interval of a figure of what is like none of a kind: wide enough that of each kind, on average, four of five
     * runs lie inside one that is as wide by the others alone.
     */
    private Spread of(Kind kind, ToDoubleFunction<Scored> figure) {
        return spread(counted(kind), figure, outside(kind, figure));
    }

    /** Without runs that were probably sped up unsaid, for which {@link Kind#SPECULATION} widens the interval. */
    private List<Scored> counted(Kind kind) {
        return kind == Kind.SPECULATION ? leftOut(kind) : fitted(leftOut(kind));
    }

    static List<Scored> fitted(List<Scored> scored) {
        return scored.stream().filter(one -> one.run().note().isEmpty()).toList();
    }

    private double outside(Kind kind, ToDoubleFunction<Scored> figure) {
        double outside = kind == Kind.GENERATION ? OUTSIDE_EACH_END_OF_TWO : OUTSIDE_EACH_END;
        while (kind.leavesAKindOut() && outside > LEAST_OUTSIDE && meanByOthers(kind, figure, outside) < INSIDE) {
            outside -= STEP;
        }
        return outside;
    }

    private double meanByOthers(Kind kind, ToDoubleFunction<Scored> figure, double outside) {
        return leftOut(kind).stream()
                .map(Scored::left)
                .distinct()
                .mapToDouble(left -> byOthers(kind, figure, left, outside))
                .average()
                .orElseThrow();
    }

    /** The share of a kind's runs inside an interval that the other kinds alone set. */
    double byOthers(Kind kind, String left) {
        return byOthers(kind, Scored::speed, left, outside(kind, Scored::speed));
    }

    private double byOthers(Kind kind, ToDoubleFunction<Scored> figure, String left, double outside) {
        Map<Boolean, List<Scored>> parts = counted(kind).stream()
                .collect(Collectors.partitioningBy(one -> one.left().equals(left)));
        return share(parts.get(true), figure, spread(parts.get(false), figure, outside));
    }

    private static double share(List<Scored> scored, ToDoubleFunction<Scored> figure, Spread spread) {
        return scored.stream()
                .mapToDouble(one -> holds(spread, figure.applyAsDouble(one)))
                .average()
                .orElseThrow();
    }

    private static int holds(Spread spread, double value) {
        return value >= spread.low() && value <= spread.high() ? 1 : 0;
    }

    /** The share of runs inside the interval that is given where their kind was never measured. */
    double inside(Kind kind, List<Scored> scored) {
        return scored.stream()
                .mapToDouble(one -> holds(given(kind, one), one.speed()))
                .average()
                .orElseThrow();
    }

    double insideOfFirstToken(Kind kind, List<Scored> scored) {
        return share(scored, Scored::firstToken, ofFirstToken(kind));
    }

    private Spread given(Kind kind, Scored one) {
        Spread spread = ofSpeed(kind);
        return maySpeculateUnsaid(one.run())
                ? spread.and(ofSpeed(Kind.SPECULATION).beyond(ofSpeed(Kind.SET_UP)))
                : spread;
    }

    private static double quantile(List<Scored> scored, ToDoubleFunction<Scored> value, double share) {
        Map<String, Long> sizes = scored.stream().collect(Collectors.groupingBy(Scored::left, Collectors.counting()));
        List<Scored> sorted =
                scored.stream().sorted(Comparator.comparingDouble(value)).toList();
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
