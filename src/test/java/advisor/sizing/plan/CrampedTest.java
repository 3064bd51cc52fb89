package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.facts.Candidate;
import advisor.request.RequestForm;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which formats are passed over because a coarser one takes far fewer units is a figure of the catalog. */
class CrampedTest {
    private static final Map<String, String> ASKED = Map.of("model", "llama-3.1-70b", "streams", "60");

    @Test
    void aFormatThatCarriesLessThanTheShareOfACoarserOneIsCramped() {
        assertThat(plans("0.333", "1000.0")).anyMatch(plan -> plan.plan().cramped());
        assertThat(plans("0.0", "1000.0")).noneMatch(plan -> plan.plan().cramped());
    }

    @Test
    void aFormatThatCostsSoManyTimesWhatACoarserOneDoesIsCramped() {
        assertThat(plans("0.0", "2.2"))
                .filteredOn(plan -> plan.plan().cramped())
                .isNotEmpty()
                .allMatch(plan -> plan.cost().likelyTotal() != null)
                .extracting(plan -> plan.option().id())
                .contains("rent-runpod-b200");
    }

    private static List<Candidate> plans(String share, String factor) {
        return new Advisor(catalog(share, factor), Shipped.rules())
                .advise(new RequestForm(ASKED).request(Shipped.TODAY)).verdicts().stream()
                        .flatMap(verdict -> verdict.all().stream())
                        .map(verdict -> verdict.candidate())
                        .toList();
    }

    private static Catalog catalog(String share, String factor) {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent("parameters/sizing.yaml", (name, text) -> text.replace("value: 0.333", "value: " + share)
                .replace("value: 2.2", "value: " + factor));
        return CatalogLoader.load(new CatalogTexts(files));
    }
}
