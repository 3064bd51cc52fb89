package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Fidelity;
import advisor.facts.Request;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameters;
import advisor.request.RequestForm;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A family of sizes is never worse than one of its sizes would be alone. */
class SizeChoiceTest {
    private static final Catalog CATALOG = Shipped.catalog();
    private static final List<String> MODELS = List.of("qwen3-8b", "qwen3-32b", "llama-3.1-70b");
    private static final int LOADS = 12;

    @Test
    void noSizeAloneCarriesADrawnLoadForLess() {
        Random random = new Random(16);
        for (int load = 0; load < LOADS; load++) {
            String model = MODELS.get(random.nextInt(MODELS.size()));
            String streams = String.valueOf(1 + random.nextInt(64));
            Candidates sizing = sizing(Map.of("model", model, "streams", streams));
            families().forEach(family -> {
                Optional<Money> chosen = least(sizing.of(family).stream());
                Optional<Money> alone =
                        least(family.sizes().stream().flatMap(size -> sizing.of(size.alsoOf(List.of())).stream()));
                assertThat(chosen.isPresent()).isEqualTo(alone.isPresent());
                alone.ifPresent(amount -> assertThat(chosen.orElseThrow())
                        .as("%s of %s for %s streams", family.id(), model, streams)
                        .isEqualByComparingTo(amount));
            });
        }
    }

    @Test
    void anOptionOfOneSizeKeepsAllItsFormats() {
        Candidates sizing = sizing(Map.of("model", "qwen3-32b", "streams", "4"));
        DeploymentOption single = CATALOG.option("rent-aws-h100");
        assertThat(single.sizes()).containsExactly(single);
        assertThat(sizing.of(single).size()).isGreaterThan(2);
    }

    @Test
    void aFamilyIsJudgedInTwoFormatsAtMostAndInEachOnce() {
        Candidates sizing = sizing(Map.of("model", "qwen3-32b", "streams", "4"));
        assertThat(families()).isNotEmpty().allSatisfy(family -> assertThat(sizing.of(family))
                .hasSizeBetween(1, 2)
                .doesNotHaveDuplicates());
    }

    @Test
    void aSizeHasItsOwnTitleAndKnowsTheOthers() {
        DeploymentOption family = CATALOG.option("rent-lambda-h100");
        assertThat(family.sizes()).extracting(DeploymentOption::devices).containsExactly(1, 8);
        assertThat(family.sizes().get(0).title().en()).isEqualTo("Rented from Lambda: 1 × H100 SXM");
        assertThat(family.sizes().get(0).sizes())
                .extracting(DeploymentOption::devices)
                .containsExactly(1, 8);
    }

    private static List<DeploymentOption> families() {
        return CATALOG.options().values().stream()
                .filter(option -> !option.otherSizes().isEmpty())
                .toList();
    }

    /** Of those that carry the load in four bits or more. */
    private static Optional<Money> least(Stream<Candidate> candidates) {
        return candidates
                .filter(candidate -> candidate.memory().shortfall() == null
                        && !candidate.memory().spilled()
                        && candidate.plan().fastEnough()
                        && candidate.plan().fidelity() != Fidelity.FEWER_BITS)
                .map(candidate -> candidate.cost().likelyTotal())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static Candidates sizing(Map<String, String> asked) {
        Request request = new RequestForm(asked).request(Shipped.TODAY);
        Parameters parameters = Parameters.of(CATALOG.parameters(request.asOf(), request.lens()));
        return new Candidates(
                request,
                CATALOG.models().get(request.model()),
                CATALOG.engines().values(),
                parameters);
    }
}
