package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.offer.ApiOffer;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Models that are the same weights in several formats. Who hosts one of them hosts the others, at the same price: a call
 * buys answers and no format.
 */
final class Twins {
    private static final String KEY = "same_weights_as";

    private final Set<String> models;
    private final SortedMap<String, String> origins = new TreeMap<>();

    /** @param models ids of all models */
    Twins(Set<String> models) {
        this.models = models;
    }

    /** What one model says of itself. */
    void read(Section model) {
        String origin = model.optionalText(KEY);
        if (origin == null) {
            return;
        }
        if (!models.contains(origin) || origin.equals(model.text("id"))) {
            model.problem(
                    KEY,
                    new Text("The twin (%s) must be another model of the catalog.", "同权重模型（%s）须为目录中的另一模型。")
                            .with(origin),
                    NearestName.hintText(origin, models));
        }
        origins.put(model.text("id"), origin);
    }

    /** The offers of a provider, each for every format of its model of which the provider says nothing itself. */
    List<ApiOffer> shared(List<ApiOffer> offers) {
        return offers.stream()
                .flatMap(offer -> Stream.concat(Stream.of(offer), copies(offer, offers)))
                .toList();
    }

    private Stream<ApiOffer> copies(ApiOffer offer, List<ApiOffer> offers) {
        return models.stream()
                .filter(model -> areTwins(model, offer.model()))
                .filter(model -> offers.stream().noneMatch(other -> isOf(other, model, offer.serves())))
                .map(offer::alsoFor);
    }

    private boolean areTwins(String one, String other) {
        return !one.equals(other) && origin(one).equals(origin(other));
    }

    private String origin(String model) {
        return origins.getOrDefault(model, model);
    }

    private static boolean isOf(ApiOffer offer, String model, @Nullable String serves) {
        return offer.model().equals(model) && Objects.equals(offer.serves(), serves);
    }
}
