package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Papers;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads one file of {@code offers/}: a provider, which is an option of its own, with the models that it hosts. */
final class ProviderReader {
    private final Set<String> models;
    private final Twins twins;
    private final Citations citations;
    private final PriceReader prices;

    /** @param models ids of those that can be offered */
    ProviderReader(Set<String> models, Twins twins, Citations citations, PriceReader prices) {
        this.models = models;
        this.twins = twins;
        this.citations = citations;
        this.prices = prices;
    }

    DeploymentOption read(Section section) {
        PriceReader.Usual usual = prices.usual(section);
        List<ApiOffer> offers = section.sections("offers").stream()
                .map(offer -> offer(offer, usual))
                .toList();
        DeploymentOption provider = DeploymentOption.service(
                section.text("id"),
                section.localised("title"),
                Papers.of(
                        citations.documents(section),
                        section.optionalText("as_printed"),
                        section.localisedTexts("notes")),
                twins.shared(offers.stream()
                        .map(offer -> untilTheNext(offer, offers))
                        .toList()));
        section.done();
        return provider;
    }

    /** An offer holds no longer than until a later one of the same begins: a price may be added and none changed. */
    private static ApiOffer untilTheNext(ApiOffer offer, List<ApiOffer> all) {
        return all.stream()
                .filter(other -> isOfTheSame(offer, other))
                .map(other -> other.period().from())
                .filter(offer.period().from()::isBefore)
                .min(Comparator.naturalOrder())
                .map(offer::until)
                .orElse(offer);
    }

    /** Whether two are of one model, served as the same, in the same places, and as firm. */
    private static boolean isOfTheSame(ApiOffer offer, ApiOffer other) {
        return offer.model().equals(other.model())
                && Objects.equals(offer.serves(), other.serves())
                && offer.countries().equals(other.countries())
                && offer.kind() == other.kind();
    }

    private ApiOffer offer(Section section, PriceReader.Usual usual) {
        String model = section.text("model");
        if (!model.isEmpty() && !models.contains(model)) {
            section.problem(
                    "model",
                    new Text("The model (%s) of an offer is not in the catalog.", "报价的模型（%s）不在目录中。").with(model),
                    NearestName.hintText(model, models));
        }
        return prices.offer(section, usual);
    }
}
