package advisor.sizing.speed;

import advisor.facts.machine.Interconnect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Fits the coefficients to runs: least squares of logarithms, with the outliers damped, pulled towards prior values and
 * each engine towards what all share.
 */
final class SpeedFit {
    static final List<String> ENGINES = List.of("sglang", "trtllm", "vllm");
    static final Wires WIRES = new Wires(Map.of(Interconnect.NVLINK_SWITCH, 1.0), 1.22e-4, 5.2e-3, 5e10);

    private static final double LOG_ERROR = 0.12;
    private static final double WEIGHT_OF_FIRST_TOKEN = 0.25;
    private static final double WEIGHT_OF_PRIOR = 2;
    private static final double DIFFERENCE = 1e-5;

    /** A coefficient of {@link Coefficients}, in its order: prior value, upper bound, and how far it may move. */
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
            new Prior(20e-6, 1e-3, 1, 0.6),
            new Prior(0.08, 1, 0.8, 0.8),
            new Prior(0.04, 0.5, 0.8, 0.8));

    private final List<MeasuredRun> runs;
    private final double[] weights;

    private SpeedFit(List<MeasuredRun> runs) {
        this.runs = runs;
        Map<String, Long> groups =
                runs.stream().collect(Collectors.groupingBy(MeasuredRun::group, Collectors.counting()));
        this.weights = runs.stream()
                .mapToDouble(run -> Math.sqrt((double) runs.size() / groups.size() / groups.get(run.group())))
                .toArray();
    }

    /** Coefficients by engine; {@code other} is for an engine without runs. */
    static Map<String, Coefficients> fit(List<MeasuredRun> runs) {
        double[] best = new SpeedFit(runs).solve();
        return java.util.stream.Stream.concat(ENGINES.stream(), java.util.stream.Stream.of("other"))
                .collect(Collectors.toMap(
                        engine -> engine, engine -> coefficients(best, known(engine, runs) ? engine : "other")));
    }

    private static boolean known(String engine, List<MeasuredRun> runs) {
        return runs.stream().anyMatch(run -> run.engine().equals(engine));
    }

    private double[] solve() {
        int unknowns = PRIORS.size() * (1 + ENGINES.size());
        MultivariateJacobianFunction function = point -> new Pair<>(residuals(point), jacobian(point));
        ConvergenceChecker<org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem.Evaluation> checker =
                (iteration, before, after) -> Math.abs(before.getCost() - after.getCost()) < 1e-7 * before.getCost();
        var problem = new LeastSquaresBuilder()
                .start(new double[unknowns])
                .model(function)
                .target(new double[2 * runs.size() + unknowns])
                .checker(checker)
                .maxEvaluations(500)
                .maxIterations(500)
                .build();
        return new LevenbergMarquardtOptimizer().optimize(problem).getPoint().toArray();
    }

    private RealVector residuals(RealVector point) {
        double[] x = point.toArray();
        double[] residuals = new double[2 * runs.size() + x.length];
        Map<String, Coefficients> byEngine =
                ENGINES.stream().collect(Collectors.toMap(engine -> engine, engine -> coefficients(x, engine)));
        for (int i = 0; i < runs.size(); i++) {
            MeasuredRun run = runs.get(i);
            Speed speed = predict(run, byEngine.get(run.engine()));
            double scale = weights[i] / LOG_ERROR;
            residuals[2 * i] = damped(scale * Math.log(speed.tokenSeconds() / run.tokenSeconds()));
            residuals[2 * i + 1] = damped(
                    scale * WEIGHT_OF_FIRST_TOKEN * Math.log(speed.firstTokenSeconds() / run.firstTokenSeconds()));
        }
        for (int i = 0; i < x.length; i++) {
            residuals[2 * runs.size() + i] = damped(WEIGHT_OF_PRIOR * x[i]);
        }
        return new ArrayRealVector(residuals, false);
    }

    private org.hipparchus.linear.RealMatrix jacobian(RealVector point) {
        double[][] columns = new double[point.getDimension()][];
        for (int i = 0; i < columns.length; i++) {
            RealVector ahead = point.copy();
            ahead.addToEntry(i, DIFFERENCE);
            RealVector behind = point.copy();
            behind.addToEntry(i, -DIFFERENCE);
            columns[i] = residuals(ahead)
                    .subtract(residuals(behind))
                    .mapDivide(2 * DIFFERENCE)
                    .toArray();
        }
        return new org.hipparchus.linear.Array2DRowRealMatrix(columns, false).transpose();
    }

    static Speed predict(MeasuredRun run, Coefficients coefficients) {
        return SpeedModel.of(run.shape(), run.machine(), run.load(), coefficients, WIRES);
    }

    /** The square root of the soft-L1 loss: large residuals count in proportion, not squared. */
    private static double damped(double residual) {
        return Math.signum(residual) * Math.sqrt(2 * (Math.sqrt(1 + residual * residual) - 1));
    }

    /** Coefficients at a point: each coordinate is a deviation from its prior in units of its spread. */
    private static Coefficients coefficients(double[] x, String engine) {
        double[] value = new double[PRIORS.size()];
        int own = ENGINES.indexOf(engine);
        for (int i = 0; i < value.length; i++) {
            Prior prior = PRIORS.get(i);
            double deviation = own < 0 ? 0 : x[PRIORS.size() * (1 + own) + i] * prior.engineSpread();
            value[i] = Math.min(prior.highest(), prior.value() * Math.exp(x[i] * prior.spread() + deviation));
        }
        return of(value);
    }

    private static Coefficients of(double[] v) {
        return new Coefficients(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11]);
    }

    static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
