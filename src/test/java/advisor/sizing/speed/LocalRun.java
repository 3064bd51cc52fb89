package advisor.sizing.speed;

import advisor.Shipped;
import advisor.advice.survey.MachineEstimate;
import advisor.advice.survey.MachineEstimator;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.machine.EngineRun;
import advisor.facts.unit.Interval;
import advisor.request.MachineForm;
import advisor.text.Ids;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A single-user run that an engine of the catalog carries, with what the advice says of it.
 *
 * @param estimate tokens a second of its one stream
 */
record LocalRun(Engine engine, EngineRun run, Interval estimate) {

    /** Those of llama.cpp and MLX on devices whose rates are known, a machine of their own each. */
    static List<LocalRun> all() {
        return Stream.of("llama.cpp", "mlx")
                .map(Shipped.catalog().engines()::get)
                .flatMap(engine -> engine.measured().stream().flatMap(run -> of(engine, run)))
                .toList();
    }

    private static Stream<LocalRun> of(Engine engine, EngineRun run) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "model", run.model(),
                "streams", "1",
                "prompt-tokens", Integer.toString(run.promptTokens()),
                "output-tokens", Integer.toString(run.outputTokens())));
        Request load = Shipped.request(fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new));
        MachineForm form = new MachineForm(run.accelerator(), run.devices(), 1, Ids.of(run.precision()), engine.id());
        MachineEstimate estimate = new MachineEstimator(Shipped.catalog(), load)
                .estimate(Shipped.catalog().model(run.model()), form);
        Interval speed = estimate.candidate().performance().tokensPerSecondPerUser();
        return speed == null ? Stream.empty() : Stream.of(new LocalRun(engine, run, speed));
    }

    double measured() {
        return 1000 / run.tokenMilliseconds();
    }

    /** Predicted over measured. */
    double off() {
        return estimate.likely() / measured();
    }

    boolean inside() {
        return estimate.low() <= measured() && measured() <= estimate.high();
    }
}
