package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.offer.ApiOffer;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Models that are the same weights in several formats, and releases that answer under an older name. Who hosts one
 * format hosts the others, at the same price: a call buys answers and no format. Who serves a release of the catalog for
 * another model hosts that release.
 */
final class Twins {
    private static final String KEY = "same_weights_as";

    private final Set<String> models;
    private final SortedMap<String, String> origins = new TreeMap<>();
    private final SortedMap<String, String> byTitle = new TreeMap<>();

    /** @param models ids of all models */
    Twins(Set<String> models) {
        this.models = models;
    }

    /** What one model says of itself. */
    void read(Section model) {
        byTitle.put(model.localised("title").en(), model.text("id"));
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
                .flatMap(offer -> Stream.of(Stream.of(offer), copies(offer, offers), release(offer, offers))
                        .flatMap(same -> same))
                .toList();
    }

    /** What a provider calls by the name of an older model, as the offer of what really answers. */
    private Stream<ApiOffer> release(ApiOffer offer, List<ApiOffer> offers) {
        return Optional.ofNullable(offer.serves())
                .map(byTitle::get)
                .filter(model -> offers.stream().noneMatch(other -> isOf(other, model, null)))
                .map(offer::asRelease)
                .stream();
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
