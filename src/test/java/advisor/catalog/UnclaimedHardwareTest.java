package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Engine;
import advisor.facts.model.Precision;
import advisor.text.LoadException;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnclaimedHardwareTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final String UNCLAIMED = "cambricon-mlu370-x8";

    @Test
    void whatNoEngineIsMadeForIsNotKnownOfThoseForSeveralMakers() {
        assertThat(runs("vllm", UNCLAIMED)).isInstanceOf(Engine.Runs.NotKnown.class);
        assertThat(runs("llama.cpp", UNCLAIMED)).isInstanceOf(Engine.Runs.NotKnown.class);
    }

    @Test
    void anEngineOfOneMakerRunsNothingElsewhere() {
        assertThat(runs("mlx", UNCLAIMED)).isInstanceOf(Engine.Runs.No.class);
        assertThat(runs("tensorrt-llm", UNCLAIMED)).isInstanceOf(Engine.Runs.No.class);
    }

    @Test
    void whatOthersAreMadeForIsRefusedAsBefore() {
        assertThat(runs("vllm", "apple-mac-studio-m3-ultra-512gb")).isInstanceOf(Engine.Runs.No.class);
    }

    private static Engine.Runs runs(String engine, String device) {
        Catalog catalog = Shipped.catalog();
        return catalog.engines()
                .get(engine)
                .runs(Precision.BF16, catalog.model("qwen3-32b"), catalog.accelerator(device), DAY);
    }

    /** A misspelt one would silently support nothing. */
    @Test
    void everyGenerationThatAnEngineNamesIsOneOfSomeDevice() {
        Set<String> generations = Shipped.catalog().accelerators().values().stream()
                .map(Accelerator::architecture)
                .collect(Collectors.toSet());
        assertThat(Shipped.catalog().engines().values()).allSatisfy(engine -> {
            assertThat(generations).containsAll(engine.hardware().architectures());
            assertThat(engine.supports()).allSatisfy(support -> assertThat(generations)
                    .containsAll(support.scope().architectures()));
        });
    }

    @Test
    void aGenerationWrittenOtherwiseIsToldHowItIsWritten() {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent("engines/vllm.yaml", (name, text) -> text.replaceFirst("Hopper", "hopper"));
        assertThatThrownBy(() -> CatalogLoader.load(new CatalogTexts(files)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("engines/vllm.yaml")
                .hasMessageContaining("Maybe Hopper?");
    }

    /** A new maker needs no more than a file. */
    @Test
    void aMakerThatNobodyHeardOfLoads() {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent(
                "accelerators/" + UNCLAIMED + ".yaml",
                (name, text) -> text.replace("Cambricon\n", "Acme\n").replace("MLUarch03", "Rocket 9"));
        Accelerator device = CatalogLoader.load(new CatalogTexts(files)).accelerator(UNCLAIMED);
        assertThat(device.vendor()).isEqualTo("Acme");
        assertThat(device.architecture()).isEqualTo("Rocket 9");
    }
}
