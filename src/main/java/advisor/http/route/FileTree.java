package advisor.http.route;

import advisor.catalog.Catalog;
import advisor.catalog.DatedParameter;
import advisor.http.live.Knowledge;
import advisor.http.live.KnowledgeFile;
import advisor.http.live.KnowledgeFolder;
import advisor.http.live.LiveKnowledge;
import advisor.text.Text;
import advisor.workshop.Scenario;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that may be read and written, with what stands in them, as JSON: schema {@code files/1}. */
final class FileTree {
    private final LiveKnowledge knowledge;
    private final Knowledge active;
    private final LocalDate today;
    private final Map<String, Text> titles = new HashMap<>();

    /** @param today of a figure the value of this day is told */
    FileTree(LiveKnowledge knowledge, LocalDate today) {
        this.knowledge = knowledge;
        this.active = knowledge.current();
        this.today = today;
        Catalog catalog = active.catalog();
        catalog.accelerators().values().forEach(one -> titles.put("accelerators/" + one.id(), one.title()));
        catalog.engines().values().forEach(one -> titles.put("engines/" + one.id(), one.title()));
        catalog.models().values().forEach(one -> titles.put("models/" + one.id(), one.title()));
        catalog.options().values().forEach(one -> {
            titles.put("options/" + one.id(), one.title());
            titles.put("offers/" + one.id(), one.title());
        });
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", "files/1");
        ArrayNode files = node.putArray("files");
        Map<String, List<Scenario>> scenarios =
                active.study().bench().scenarios().stream().collect(Collectors.groupingBy(FileTree::fileOf));
        SortedMap<String, DatedParameter> parameters = parameters();
        knowledge.folders().files().forEach(file -> add(file, scenarios, parameters, files.addObject()));
        return node;
    }

    /** One value of each: that of today, else the last. */
    private SortedMap<String, DatedParameter> parameters() {
        Predicate<DatedParameter> holds = one -> one.period().contains(today);
        SortedMap<String, DatedParameter> parameters = new TreeMap<>();
        active.catalog().datedParameters().stream()
                .filter(holds.negate())
                .forEach(one -> parameters.put(one.parameter().id(), one));
        active.catalog().datedParameters().stream()
                .filter(holds)
                .forEach(one -> parameters.put(one.parameter().id(), one));
        return parameters;
    }

    /** {@code rules/scenarios/money.yaml} of a place in it. */
    private static String fileOf(Scenario scenario) {
        return scenario.place().replaceFirst(":\\d+$", "");
    }

    private void add(
            KnowledgeFile file,
            Map<String, List<Scenario>> scenarios,
            SortedMap<String, DatedParameter> parameters,
            ObjectNode node) {
        node.put("name", file.id()).put("folder", file.folder().id());
        put(titles.get(file.folder().id() + "/" + file.stem()), node);
        ArrayNode parts = node.putArray("parts");
        if (file.folder().id().equals(KnowledgeFolder.SCENARIOS)) {
            scenarios.getOrDefault(knowledge.folders().label(file), List.of()).forEach(scenario -> parts.addObject()
                    .put("name", scenario.name())
                    .put("line", lineOf(scenario)));
        } else if (file.folder().id().equals(KnowledgeFolder.PARAMETERS)) {
            String text = knowledge.folders().text(file).orElse("");
            parameters.values().stream()
                    .filter(one -> one.parameter().id().startsWith(file.stem() + "/"))
                    .sorted(Comparator.comparingInt(
                            one -> lineOf(one.parameter().id(), text)))
                    .forEach(one -> add(one, text, parts.addObject()));
        }
    }

    private static void put(@Nullable Text title, ObjectNode node) {
        if (title != null) {
            node.putObject("title").put("en", title.en()).put("zh", title.zh());
        }
    }

    private static int lineOf(Scenario scenario) {
        return Integer.parseInt(scenario.place().substring(scenario.place().lastIndexOf(':') + 1));
    }

    private static void add(DatedParameter dated, String text, ObjectNode node) {
        String id = dated.parameter().id();
        node.put("name", id);
        put(dated.parameter().title(), node);
        node.put("value", dated.parameter().range().likely())
                .put("unit", dated.parameter().unit())
                .put("line", lineOf(id, text));
    }

    /** Where a parameter begins; 1 if it stands elsewhere. */
    private static int lineOf(String id, String text) {
        return Pattern.compile("(?m)^.*\\bid: *[\"']?" + Pattern.quote(id) + "[\"']?\\s*(,.*)?$")
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> 1 + (int) text.substring(0, found.start()).lines().count())
                .orElse(1);
    }
}
