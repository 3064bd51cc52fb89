package advisor.report.json;

import advisor.advice.Reason;
import advisor.advice.change.Explanation;
import advisor.advice.change.Origin;
import advisor.facts.CostLine;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Source;
import advisor.facts.unit.Sourced;
import advisor.rules.explain.ConditionTrace;
import advisor.text.NamedDays;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that an explanation cites, by citation: the source with its day, the place in it, and what was read there. */
final class CitedSources {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Source> sources;
    private final LocalDate asOf;
    private final Map<String, Set<ObjectNode>> readings = new TreeMap<>();

    private CitedSources(Map<String, Source> sources, LocalDate asOf) {
        this.sources = sources;
        this.asOf = asOf;
    }

    static ObjectNode of(Explanation explanation) {
        CitedSources cited = new CitedSources(
                explanation.sources(), explanation.advice().request().asOf());
        explanation.verdict().reasons().stream()
                .map(Reason::sources)
                .forEach(citations -> citations.forEach(cited::cite));
        explanation.rules().forEach(rule -> rule.rule().sources().forEach(cited::cite));
        read(explanation).forEach(cited::read);
        ObjectNode node = NODES.objectNode();
        cited.readings.forEach((citation, read) -> node.set(citation, cited.entry(citation, read)));
        return node;
    }

    private static Stream<Sourced> read(Explanation explanation) {
        Stream<Sourced> compared = explanation.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(ConditionTrace::operands)
                .flatMap(operands -> operands.stream())
                .flatMap(operand -> Origin.of(operand).read().stream());
        Stream<Formula> costs = explanation.verdict().candidate().cost().lines().stream()
                .map(CostLine::formula)
                .flatMap(Stream::ofNullable);
        Stream<Formula> sizes = Stream.of(explanation.advice().reckoned(), explanation.memory(), explanation.power())
                .flatMap(formulas -> formulas.values().stream());
        Stream<Sourced> calculated = Stream.concat(costs, sizes).flatMap(formula -> formula.read().stream());
        return Stream.concat(compared, calculated);
    }

    private Set<ObjectNode> cite(String citation) {
        return readings.computeIfAbsent(citation, key -> new LinkedHashSet<>());
    }

    private void read(Sourced read) {
        Set<ObjectNode> there = cite(read.source());
        ObjectNode reading = FormulaAsJson.read(read);
        reading.remove("source");
        if (!reading.isEmpty()) {
            there.add(reading);
        }
    }

    private ObjectNode entry(String citation, Set<ObjectNode> read) {
        String id = Source.idOf(citation);
        Source source = sources.get(id);
        ObjectNode node = NODES.objectNode().put("id", id);
        if (source != null) {
            describe(node, source, citation);
        }
        ArrayNode readings = node.putArray("read");
        read.forEach(readings::add);
        return node;
    }

    private void describe(ObjectNode node, Source source, String citation) {
        LocalDate published = source.published();
        node.set("title", FactsAsJson.text(title(source)));
        node.put("author", source.author())
                .put("published", published == null ? null : published.toString())
                .put("retrieved", source.retrieved().toString())
                .put("grade", source.grade())
                .put("where", source.where())
                .put("address", address(source))
                .set("place", place(source, citation));
    }

    /** None that tells of a later day. */
    private @Nullable String address(Source source) {
        String address = source.address();
        return address == null || NamedDays.anyAfter(asOf, address) ? null : address;
    }

    /** The id in the place of a title that tells of a later day. */
    private Text title(Source source) {
        Text title = source.title();
        boolean later = NamedDays.anyAfter(asOf, title.en()) || NamedDays.anyAfter(asOf, title.zh());
        return later ? new Text(source.id(), source.id()) : title;
    }

    private static @Nullable ObjectNode place(Source source, String citation) {
        Text place = source.places().get(citation.substring(citation.indexOf('#') + 1));
        return place == null ? null : FactsAsJson.text(place);
    }
}
