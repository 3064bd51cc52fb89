package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.LoadException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who hosts a model hosts it in every format of the same weights, at one price, and in China by the list in yuan. */
class TwinsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final String MODEL = "qwen3-235b-a22b";
    private static final String TWIN = "qwen3-235b-a22b-fp8";

    private static Catalog with(String file, String text) {
        TreeMap<String, String> files = new TreeMap<>(Shipped.catalog().texts().files());
        files.put(file, text);
        return CatalogLoader.load(new CatalogTexts(files));
    }

    private static List<ApiOffer> offers(String rows, String model) {
        return with(SomeHost.FILE, SomeHost.with(rows)).option("some-host").offers().stream()
                .filter(offer -> offer.model().equals(model))
                .toList();
    }

    private static Stream<DeploymentOption> services() {
        return Shipped.catalog().options().values().stream().filter(option -> option.kind() == OptionKind.API);
    }

    /** What an offer costs and serves, whatever format is asked for. */
    private record Terms(@Nullable String serves, Money input, Money output, LocalDate from) {
        static Terms of(ApiOffer offer) {
            return new Terms(
                    offer.serves(),
                    offer.input(),
                    offer.output(),
                    offer.period().from());
        }

        static Set<Terms> of(DeploymentOption service, String model) {
            return service.offers().stream()
                    .filter(offer -> offer.model().equals(model))
                    .map(Terms::of)
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whoHostsOneFormatHostsTheOtherAtTheSamePrice() {
        assertThat(services().filter(service -> service.concerns(MODEL) || service.concerns(TWIN)))
                .hasSizeGreaterThan(10)
                .allSatisfy(service -> assertThat(Terms.of(service, MODEL)).isEqualTo(Terms.of(service, TWIN)));
    }

    @Test
    void itHoldsBothWays() {
        assertThat(offers("  - {model: " + MODEL + ", input: 1, output: 4}\n", TWIN))
                .extracting(ApiOffer::listedAs)
                .containsExactly(MODEL);
        assertThat(offers("  - {model: " + TWIN + ", input: 1, output: 4}\n", MODEL))
                .extracting(ApiOffer::listedAs)
                .containsExactly(TWIN);
        assertThat(offers("  - {model: " + TWIN + ", input: 1, output: 4}\n", "qwen3-32b"))
                .isEmpty();
    }

    @Test
    void whatTheProviderSaysOfTheFormatItselfCounts() {
        String rows = "  - {model: %s, input: 1, output: 4}\n  - {model: %s, input: 2, output: 8}\n";
        assertThat(offers(rows.formatted(MODEL, TWIN), TWIN))
                .singleElement()
                .satisfies(offer -> assertThat(Terms.of(offer).input().amount()).isEqualByComparingTo("2"));
    }

    @Test
    void whoServesAReleaseOfTheCatalogUnderAnOlderNameHostsThatRelease() {
        String row = "  - {model: llama-3.1-70b, input: 1, output: 4, serves: %s}\n";
        assertThat(offers(row.formatted("Llama-3.3-70B"), "llama-3.3-70b"))
                .singleElement()
                .satisfies(offer -> assertThat(Terms.of(offer).serves()).isNull());
        assertThat(offers(row.formatted("Llama-3.4-70B"), "llama-3.3-70b")).isEmpty();
    }

    @Test
    void whatTheProviderAsksForTheReleaseItselfCounts() {
        String rows = "  - {model: llama-3.1-70b, input: 1, output: 4, serves: Llama-3.3-70B}\n"
                + "  - {model: llama-3.3-70b, input: 2, output: 8}\n";
        assertThat(offers(rows, "llama-3.3-70b"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.input().amount()).isEqualByComparingTo("2"));
    }

    @Test
    void aTwinIsAnotherModelOfTheCatalog() {
        String file = "models/" + TWIN + ".yaml";
        String text = Objects.requireNonNull(Shipped.catalog().texts().files().get(file));
        assertThatThrownBy(() -> with(file, text.replace("same_weights_as: " + MODEL, "same_weights_as: " + TWIN)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("The twin (qwen3-235b-a22b-fp8) must be another model of the catalog.");
    }

    /** An id that is another's with a format behind it tells of a twin. */
    @Test
    void aModelNamedAfterAnotherAndAFormatIsItsTwin() {
        Set<String> formats = Arrays.stream(Precision.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
        List<LanguageModel> models = List.copyOf(Shipped.catalog().models().values());
        assertThat(models.stream()
                        .filter(model -> models.stream().anyMatch(other -> formats.stream()
                                .anyMatch(format -> model.id().equals(other.id() + "-" + format))))
                        .map(LanguageModel::id)
                        .filter(id -> !Objects.requireNonNull(
                                        Shipped.catalog().texts().files().get("models/" + id + ".yaml"))
                                .contains("same_weights_as: ")))
                .isEmpty();
    }

    /** Its list for other countries is another price: where it has one in yuan, that counts alone. */
    @Test
    void aProviderInChinaIsPricedInYuanOrNotSurely() {
        List<ApiOffer> foreign = services()
                .flatMap(service -> service.offers().stream())
                .filter(offer -> offer.period().contains(DAY) && offer.listedForAbroad())
                .toList();
        assertThat(foreign).isNotEmpty().allSatisfy(offer -> assertThat(offer.confidence())
                .hasToString("LOW"));
    }

    @Test
    void noModelThatAProviderInChinaPricesInYuanIsPricedThereInDollarsToo() {
        assertThat(services()).allSatisfy(service -> assertThat(inForce(service)
                        .filter(ApiOffer::listedForAbroad)
                        .map(ApiOffer::model)
                        .filter(yuan(service)::contains))
                .isEmpty());
    }

    private static Set<String> yuan(DeploymentOption service) {
        return inForce(service)
                .filter(offer -> offer.input().currency().equals(Currency.CNY))
                .map(ApiOffer::model)
                .collect(Collectors.toSet());
    }

    private static Stream<ApiOffer> inForce(DeploymentOption service) {
        return service.offers().stream().filter(offer -> offer.period().contains(DAY));
    }
}
