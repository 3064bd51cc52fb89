package advisor.sizing.speed;

import advisor.facts.machine.Interconnect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * Fits the coefficients to runs: least squares of logarithms, with the outliers damped, pulled towards prior values and
 * each engine towards what all share.
 */
final class SpeedFit {
    static final List<String> ENGINES = List.of("sglang", "tensorrt-llm", "vllm");
    static final String OTHER = "other";
    static final Wires WIRES =
            new Wires(Map.of(Interconnect.NVLINK_SWITCH, 1.0, Interconnect.PCIE, 3.0), 1.22e-4, 1.3e-3, 5e10);

    private static final double LOG_ERROR = 0.12;
    private static final double WEIGHT_OF_FIRST_TOKEN = 0.25;
    private static final double WEIGHT_OF_FULL_LOAD = 0.3;
    private static final double WEIGHT_OF_PRIOR = 2;
    private static final double DIFFERENCE = 1e-5;
    private static final int WEIGHT_ONLY_PREFILL = 12;
    private static final double ENOUGH = 1e-4;
    private static final int MOST_STEPS = 200;

    /**
     * A coefficient of {@link Coefficients}, in its order, then the prefill with weights that are widened as they are
     * read, against 16 bits: prior value, upper bound, and how far it may move.
     */
    private record Prior(double value, double highest, double spread, double engineSpread) {}

    private static final List<Prior> PRIORS = List.of(
            new Prior(0.80, 1, 0.3, 0),
            new Prior(0.6, 1, 0.5, 0),
            new Prior(0.6, 1, 0.4, 0),
            new Prior(0.5, 1, 0.4, 0.3),
            new Prior(90, 400, 0.5, 0),
            new Prior(8e-6, 6e-5, 0.6, 0),
            new Prior(0.7, 1, 0.5, 0),
            new Prior(25e-6, 3e-4, 0.6, 0.4),
            new Prior(50e-6, 4e-4, 0.6, 0.4),
            new Prior(3.3e-7, 2e-5, 1, 0.6),
            new Prior(0.08, 1, 0.8, 0.8),
            new Prior(5, 100, 0.8, 0.8),
            new Prior(0.6, 1, 0.4, 0));

    /** Coordinates that may move: those of all engines, then each engine's own. */
    private static final List<Integer> UNKNOWNS = IntStream.range(0, PRIORS.size() * (1 + ENGINES.size()))
            .filter(i -> i < PRIORS.size() || PRIORS.get(i % PRIORS.size()).engineSpread() > 0)
            .boxed()
            .toList();

    private final List<MeasuredRun> runs;
    private final List<FullLoadRun> full;
    private final double[] weights;

    private SpeedFit(List<MeasuredRun> runs, List<FullLoadRun> full) {
        this.runs = runs;
        this.full = full;
        Map<String, Long> groups =
                runs.stream().collect(Collectors.groupingBy(MeasuredRun::group, Collectors.counting()));
        this.weights = runs.stream()
                .mapToDouble(run -> Math.pow(groups.get(run.group()), -0.25))
                .toArray();
    }

    /**
     * @param byEngine coefficients of each engine; {@code other} is for an engine without runs
     * @param weightOnlyPrefill prefill with weights that are widened as they are read, against 16 bits
     * @param point where the fit came to rest
     */
    record Fitted(Map<String, Coefficients> byEngine, double weightOnlyPrefill, double[] point) {
        Speed predict(MeasuredRun run) {
            return predict(run, run.load());
        }

        Speed predict(MeasuredRun run, Load load) {
            return SpeedFit.predict(
                    run, load, byEngine.getOrDefault(run.engine(), byEngine.get(OTHER)), weightOnlyPrefill);
        }
    }

    static Fitted fit(List<MeasuredRun> runs, List<FullLoadRun> full) {
        return fit(runs, full, new double[UNKNOWNS.size()]);
    }

    /** @param start where to begin, as another fit's {@link Fitted#point} */
    static Fitted fit(List<MeasuredRun> runs, List<FullLoadRun> full, double[] start) {
        double[] best = new SpeedFit(runs, full).solve(start);
        Set<String> known = runs.stream().map(MeasuredRun::engine).collect(Collectors.toSet());
        return fitted(best, engine -> known.contains(engine) ? engine : OTHER);
    }

    private static Fitted fitted(double[] point, UnaryOperator<String> as) {
        double[] x = full(point);
        Map<String, Coefficients> byEngine = Stream.concat(ENGINES.stream(), Stream.of(OTHER))
                .collect(Collectors.toMap(engine -> engine, engine -> coefficients(x, as.apply(engine))));
        return new Fitted(byEngine, value(x, WEIGHT_ONLY_PREFILL, -1), point);
    }

    private double[] solve(double[] start) {
        ConvergenceChecker<LeastSquaresProblem.Evaluation> checker =
                (iteration, before, after) -> before.getCost() - after.getCost() < ENOUGH * before.getCost();
        LeastSquaresProblem problem = LeastSquaresFactory.create(
                LeastSquaresFactory.model(point -> residuals(point).toArray(), point -> jacobian(point)
                        .getData()),
                new ArrayRealVector(measured() + UNKNOWNS.size()),
                new ArrayRealVector(start),
                null,
                checker,
                MOST_STEPS,
                MOST_STEPS,
                true,
                null);
        return new LevenbergMarquardtOptimizer().optimize(problem).getPoint().toArray();
    }

    /** A point with the coordinates that may not move. */
    private static double[] full(double[] point) {
        double[] x = new double[PRIORS.size() * (1 + ENGINES.size())];
        for (int i = 0; i < UNKNOWNS.size(); i++) {
            x[UNKNOWNS.get(i)] = point[i];
        }
        return x;
    }

    private RealVector residuals(double[] point) {
        double[] residuals = new double[measured() + UNKNOWNS.size()];
        put(residuals, point, null);
        for (int i = 0; i < UNKNOWNS.size(); i++) {
            residuals[measured() + i] = WEIGHT_OF_PRIOR * point[i];
        }
        return new ArrayRealVector(residuals, false);
    }

    private int measured() {
        return 2 * runs.size() + full.size();
    }

    /** @param engine whose runs are looked at; {@code null} for all */
    private void put(double[] residuals, double[] point, @Nullable String engine) {
        Fitted fitted = fitted(point, one -> one);
        for (int i = 0; i < runs.size(); i++) {
            MeasuredRun run = runs.get(i);
            if (engine == null || run.engine().equals(engine)) {
                Speed speed = fitted.predict(run);
                double scale = weights[i] / LOG_ERROR;
                residuals[2 * i] = damped(scale * Math.log(speed.tokenSeconds() / run.tokenSeconds()));
                residuals[2 * i + 1] = damped(
                        scale * WEIGHT_OF_FIRST_TOKEN * Math.log(speed.firstTokenSeconds() / run.firstTokenSeconds()));
            }
        }
        for (int i = 0; i < full.size(); i++) {
            FullLoadRun run = full.get(i);
            if (engine == null || run.set().engine().equals(engine)) {
                residuals[2 * runs.size() + i] = damped(WEIGHT_OF_FULL_LOAD / LOG_ERROR * Math.log(run.off(fitted)));
            }
        }
    }

    private RealMatrix jacobian(double[] point) {
        double[] here = residuals(point).toArray();
        double[][] columns = new double[UNKNOWNS.size()][];
        for (int i = 0; i < columns.length; i++) {
            int own = UNKNOWNS.get(i) / PRIORS.size() - 1;
            columns[i] = column(point, here, i, own < 0 ? null : ENGINES.get(own));
        }
        return new Array2DRowRealMatrix(columns, false).transpose();
    }

    private double[] column(double[] point, double[] here, int unknown, @Nullable String engine) {
        double[] moved = point.clone();
        moved[unknown] += DIFFERENCE;
        double[] column = here.clone();
        put(column, moved, engine);
        for (int i = 0; i < column.length; i++) {
            column[i] = (column[i] - here[i]) / DIFFERENCE;
        }
        column[measured() + unknown] = WEIGHT_OF_PRIOR;
        return column;
    }

    private static Speed predict(MeasuredRun run, Load load, Coefficients fitted, double weightOnlyPrefill) {
        Coefficients of = run.weightOnly() ? fitted.withPrefill(weightOnlyPrefill) : fitted;
        return SpeedModel.of(run.shape(), run.machine(), load, of, WIRES);
    }

    /** The square root of the soft-L1 loss: large residuals count in proportion, not squared. */
    private static double damped(double residual) {
        return Math.signum(residual) * Math.sqrt(2 * (Math.sqrt(1 + residual * residual) - 1));
    }

    /** Coefficients at a point: each coordinate is a deviation from its prior in units of its spread. */
    private static Coefficients coefficients(double[] x, String engine) {
        int own = ENGINES.indexOf(engine);
        return of(IntStream.range(0, PRIORS.size())
                .mapToDouble(i -> value(x, i, own))
                .toArray());
    }

    private static double value(double[] x, int i, int engine) {
        Prior prior = PRIORS.get(i);
        double own = engine < 0 ? 0 : x[PRIORS.size() * (1 + engine) + i] * prior.engineSpread();
        return Math.min(prior.highest(), prior.value() * Math.exp(x[i] * prior.spread() + own));
    }

    private static Coefficients of(double[] v) {
        return new Coefficients(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11]);
    }

    static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
