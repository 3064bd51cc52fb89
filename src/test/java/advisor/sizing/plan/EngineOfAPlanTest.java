package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.facts.Candidate;
import advisor.facts.model.Precision;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of the engines that run a format alike, which one a plan has. */
class EngineOfAPlanTest {
    private static final String MANY = "model=llama-3.1-8b streams=4000 min-speed=500";

    /** It keeps more free than there is: vLLM would be counted once, for streams that it does not hold. */
    private static final Catalog WITHOUT_ROOM =
            edited("vllm", "usable_share: 0.9", "usable_share: 0.9\n  reserved_gb: 1000");

    private static Catalog edited(String engine, String written, String instead) {
        TreeMap<String, String> files = new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent("engines/" + engine + ".yaml", (file, text) -> text.replace(written, instead));
        return CatalogLoader.load(new CatalogTexts(files));
    }

    private static Candidate inFp8(Catalog catalog, String request) {
        Advice advice = new Advisor(catalog, Shipped.rules()).advise(Shipped.request(request.split("[ =]", -1)));
        return advice.verdict("h100-pcie-x2").all().stream()
                .map(verdict -> verdict.candidate())
                .filter(candidate -> candidate.precision() == Precision.FP8)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneThatHoldsNobodyIsNotTakenForItsFewUnits() {
        Candidate plan = inFp8(WITHOUT_ROOM, MANY);
        assertThat(plan.plan().engine()).isNotEqualTo("vllm");
        assertThat(Objects.requireNonNull(plan.memory().streams())).isPositive();
    }

    @Test
    void oneThatIsSlowIsNotTakenForItsRank() {
        assertThat(inFp8(
                                edited("sglang", "stream_layer_seconds: 0.00000036", "stream_layer_seconds: 0.0002"),
                                "model=llama-3.1-8b streams=4000")
                        .plan()
                        .engine())
                .isNotEqualTo("sglang");
    }
}
