package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Lens;
import advisor.facts.machine.EngineSpeed;
import advisor.facts.unit.Parameters;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the catalog is what the fit gives. */
class FittedCoefficientsTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1.5);

    @ParameterizedTest
    @ValueSource(strings = {"sglang", "tensorrt-llm", "vllm"})
    void enginesCarryTheirFittedTimes(String engine) {
        EngineSpeed speed =
                Objects.requireNonNull(Shipped.catalog().engines().get(engine).speed());
        Map<String, Double> carried = Map.of(
                "prefill_compute_share", speed.prefillComputeShare(),
                "layer_seconds", speed.layerSeconds(),
                "expert_layer_seconds", speed.expertLayerSeconds(),
                "stream_layer_seconds", speed.streamLayerSeconds(),
                "queue_share", speed.queueShare(),
                "first_token_steps", speed.firstTokenSteps());
        FittedCatalog.ofEngine(engine)
                .forEach((key, value) -> assertThat(carried.get(key)).as(key).isCloseTo(value, ROUNDING));
    }

    @Test
    void parametersCarryWhatAllEnginesShareAndHowFarItMayBeOff() {
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE));
        FittedCatalog.parameters()
                .forEach((id, value) ->
                        assertThat(parameters.value("performance/" + id)).as(id).isCloseTo(value, ROUNDING));
    }
}
