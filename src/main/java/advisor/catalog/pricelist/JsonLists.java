package advisor.catalog.pricelist;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Price lists of tokens that are published as JSON. */
final class JsonLists {
    /** Entries of a list that are no models. */
    private static final Set<String> NO_MODELS = Set.of("sample_spec", "fallback_generalizations");

    private final List<ListedPrice> prices = new ArrayList<>();

    private JsonLists() {}

    /** {@code api.json} of models.dev: provider, {@code models}, model, {@code cost} in dollars a million tokens. */
    static List<ListedPrice> modelsDev(YamlNode root, Problems problems) {
        JsonLists lists = new JsonLists();
        mapping(root).forEach((provider, entry) -> mapping(mapping(entry).get("models"))
                .forEach((name, model) ->
                        lists.modelsDev(provider, name, mapping(model).get("cost"))));
        return lists.found(root, "models.dev", problems);
    }

    /** {@code model_prices_and_context_window.json} of LiteLLM: model, its provider, dollars a token. */
    static List<ListedPrice> liteLlm(YamlNode root, Problems problems) {
        JsonLists lists = new JsonLists();
        mapping(root).forEach((name, entry) -> {
            if (!NO_MODELS.contains(name) && "chat".equals(text(mapping(entry).get("mode")))) {
                lists.liteLlm(name, entry);
            }
        });
        return lists.found(root, "litellm", problems);
    }

    private void modelsDev(String provider, String name, @Nullable YamlNode cost) {
        if (mapping(cost).get("input") instanceof Scalar input
                && mapping(cost).get("output") instanceof Scalar output) {
            add(provider, name, input, mapping(cost).get("cache_read"), output, "million");
        }
    }

    private void liteLlm(String name, YamlNode entry) {
        Map<String, YamlNode> model = mapping(entry);
        String provider = text(model.get("litellm_provider"));
        if (provider != null
                && model.get("input_cost_per_token") instanceof Scalar input
                && model.get("output_cost_per_token") instanceof Scalar output) {
            add(provider, name, input, model.get("cache_read_input_token_cost"), output, "token");
        }
    }

    private void add(
            String provider, String name, Scalar input, @Nullable YamlNode cached, Scalar output, String tokens) {
        prices.add(new ListedPrice(
                provider,
                name,
                input,
                cached instanceof Scalar scalar && !scalar.text().isEmpty() ? scalar : null,
                output,
                null,
                new Scalar(tokens, input.at()),
                null,
                input.at()));
    }

    private List<ListedPrice> found(YamlNode root, String list, Problems problems) {
        if (prices.isEmpty()) {
            problems.add(
                    root.at(),
                    new Text("The file holds no price as a list of %s writes it.", "文件中没有 %s 格式的价格。").with(list),
                    new Text("Maybe another --from?", "可能应换用其他 --from？"));
        }
        return prices;
    }

    private static Map<String, YamlNode> mapping(@Nullable YamlNode node) {
        return node instanceof Mapping mapping ? mapping.values() : Map.of();
    }

    private static @Nullable String text(@Nullable YamlNode node) {
        return node instanceof Scalar scalar ? scalar.text() : null;
    }
}
