package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.unit.Parameters;
import advisor.request.OfferOptions;
import advisor.request.RequestForm;
import advisor.sizing.model.ModelSizing;
import advisor.sizing.plan.Candidates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a device whose rate of computing nobody prints. */
class UnknownRateTest {
    private static final String OWN = "1 x nvidia-a40";

    @Test
    void oneStreamWaitsForMemoryAloneInEveryEngine() {
        assertThat(candidates("1"))
                .isNotEmpty()
                .allSatisfy(candidate -> assertThat(candidate.performance().likelyTokensPerSecondPerUser())
                        .isNotNull())
                .allSatisfy(candidate -> assertThat(candidate.performance().timeToFirstTokenSeconds())
                        .isNull());
    }

    @Test
    void ofManyNothingIsSaid() {
        assertThat(candidates("8")).isNotEmpty().allSatisfy(candidate -> assertThat(
                        candidate.performance().likelyTokensPerSecondPerUser())
                .isNull());
    }

    private static List<Candidate> candidates(String streams) {
        Request request =
                new RequestForm(Map.of("model", "llama-3.1-8b", "streams", streams, "own", OWN)).request(Shipped.TODAY);
        Catalog catalog = OfferOptions.added(Shipped.catalog(), request);
        return new Candidates(
                        request,
                        ModelSizing.completed(catalog.model("llama-3.1-8b")),
                        catalog.engines().values(),
                        Parameters.of(catalog.parameters(Shipped.TODAY, request.lens())))
                .of(catalog.option("own-1-nvidia-a40")).stream()
                        .filter(candidate -> candidate.plan().knownToRun())
                        .filter(candidate -> candidate.memory().spare() != null)
                        .toList();
    }
}
