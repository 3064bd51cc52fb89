package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Lens;
import advisor.facts.machine.EngineSpeed;
import advisor.facts.unit.Parameters;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the catalog is what the fit gives. */
class FittedCoefficientsTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1.5);
    private static final Map<String, Coefficients> FIT = SpeedFit.fit(MeasuredRun.fitted());

    @ParameterizedTest
    @CsvSource({"sglang, sglang", "trtllm, tensorrt-llm", "vllm, vllm"})
    void enginesCarryTheirFittedTimes(String fitted, String engine) {
        EngineSpeed speed = Shipped.catalog().engines().get(engine).speed();
        Coefficients expected = FIT.get(fitted);
        assertThat(speed).isNotNull();
        assertThat(speed.prefillComputeShare()).isCloseTo(expected.prefillComputeShare(), ROUNDING);
        assertThat(speed.layerSeconds()).isCloseTo(expected.layerSeconds(), ROUNDING);
        assertThat(speed.expertLayerSeconds()).isCloseTo(expected.expertLayerSeconds(), ROUNDING);
        assertThat(speed.streamSeconds()).isCloseTo(expected.streamSeconds(), ROUNDING);
        assertThat(speed.queueShare()).isCloseTo(expected.queueShare(), ROUNDING);
        assertThat(speed.firstTokenSeconds()).isCloseTo(expected.firstTokenSeconds(), ROUNDING);
    }

    @Test
    void parametersCarryWhatAllEnginesShare() {
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE));
        Coefficients shared = FIT.get("other");
        Map<String, Double> expected = Map.of(
                "bandwidth-share", shared.bandwidthShare(),
                "cache-bandwidth-share", shared.cacheBandwidthShare(),
                "decode-compute-share", shared.decodeComputeShare(),
                "expert-row-bytes", shared.expertRowBytes(),
                "hop-seconds", shared.hopSeconds(),
                "link-share", shared.linkShare());
        assertCarried(parameters, expected);
    }

    @Test
    void anEngineWithoutRunsIsAsSlowAsTheSlowestThatWasMeasured() {
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE));
        assertCarried(
                parameters,
                Map.of(
                        "other-prefill-compute-share", worst(Coefficients::prefillComputeShare, true),
                        "other-layer-seconds", worst(Coefficients::layerSeconds, false),
                        "other-expert-layer-seconds", worst(Coefficients::expertLayerSeconds, false),
                        "other-stream-seconds", worst(Coefficients::streamSeconds, false),
                        "other-queue-share", worst(Coefficients::queueShare, false),
                        "other-first-token-seconds", worst(Coefficients::firstTokenSeconds, false)));
    }

    private static double worst(ToDoubleFunction<Coefficients> coefficient, boolean least) {
        DoubleStream ofEngines =
                Stream.of("sglang", "trtllm", "vllm").map(FIT::get).mapToDouble(coefficient);
        return (least ? ofEngines.min() : ofEngines.max()).orElseThrow();
    }

    private static void assertCarried(Parameters parameters, Map<String, Double> expected) {
        expected.forEach((id, value) ->
                assertThat(parameters.value("performance/" + id)).as(id).isCloseTo(value, ROUNDING));
    }
}
