package advisor.report.json;

import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Source;
import advisor.text.Ids;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the catalog holds, as lists in the order of the ids. */
public final class CatalogJson {
    private CatalogJson() {}

    /** Schema {@code model-list/1}. */
    public static String models(Collection<LanguageModel> models) {
        return list("model", models, CatalogJson::model);
    }

    /** Schema {@code option-list/1}. */
    public static String options(Collection<DeploymentOption> options) {
        return list("option", options, CatalogJson::option);
    }

    /** Schema {@code source-list/1}. */
    public static String sources(Collection<Source> sources) {
        return list("source", sources, CatalogJson::source);
    }

    private static <T> String list(String kind, Collection<T> things, BiConsumer<ObjectNode, T> write) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", kind + "-list/1");
        ArrayNode nodes = node.putArray(kind + "s");
        things.forEach(thing -> write.accept(nodes.addObject(), thing));
        return JsonReport.print(node);
    }

    private static void model(ObjectNode node, LanguageModel model) {
        named(node, model.id(), model.title());
        node.put("released", date(model.released()));
        node.put("nativePrecision", Ids.of(model.nativePrecision()));
        node.put("totalParameters", model.totalParameters());
        node.put("activeParameters", model.activeParameters());
        node.put("contextTokens", model.contextTokens());
    }

    private static void option(ObjectNode node, DeploymentOption option) {
        named(node, option.id(), option.title());
        node.put("kind", Ids.of(option.kind()));
        node.put(
                "accelerator",
                option.devices() == 0 ? null : option.accelerator().id());
        node.put("devices", option.devices());
        node.put("nodes", option.nodes());
        node.put("asPrinted", option.asPrinted());
        node.set("documents", FactsAsJson.texts(option.documents()));
    }

    private static void source(ObjectNode node, Source source) {
        named(node, source.id(), source.title());
        node.put("author", source.author());
        node.put("published", date(source.published()));
        node.put("retrieved", date(source.retrieved()));
        node.put("grade", source.grade());
        node.put("where", source.where());
        node.put("address", source.address());
        ObjectNode places = node.putObject("places");
        source.places().forEach((anchor, place) -> places.set(anchor, FactsAsJson.text(place)));
    }

    private static void named(ObjectNode node, String id, Text title) {
        node.put("id", id).set("title", FactsAsJson.text(title));
    }

    private static @Nullable String date(@Nullable Temporal date) {
        return date == null ? null : date.toString();
    }
}
