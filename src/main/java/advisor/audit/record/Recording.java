package advisor.audit.record;

import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.facts.model.ModelFacts;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.session.Patience;
import advisor.rules.text.RuleTexts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a record of a decision, and a decision of a record. */
public final class Recording {
    /** Where a path stores: in a folder, unless it names a file. */
    public static RecordTarget target(Path path) {
        return namesFile(path) ? new RecordFile(path) : new RecordFolder(path);
    }

    /** Whether a path ends with {@code .json} or {@code .json.gz}, and there is no folder of that name. */
    public static boolean namesFile(Path path) {
        String name = path.toString();
        return (name.endsWith(".json") || name.endsWith(".json" + Packing.SUFFIX)) && !Files.isDirectory(path);
    }

    private Recording() {}

    /** A decision as a document, with the fields hidden that have openings. */
    public static ObjectNode document(Decision decision, Openings openings) {
        return document(decision, openings, Versions.present());
    }

    /** A decision in the clear, sealed, and alone in its chain: the text of a record that nobody stored yet. */
    public static String sealed(Decision decision) {
        return new String(Seal.sealed(document(decision, Openings.none())), StandardCharsets.UTF_8);
    }

    private static ObjectNode document(Decision decision, Openings openings, Versions versions) {
        ObjectNode document = Document.of(decision, versions);
        Mask.apply(document, openings, decision.rules());
        return document;
    }

    /**
     * Runs a record again from itself alone and writes down what that gives, in its form and its place of its chain.
     *
     * @param reveal openings of its masked fields
     * @param rules makes a rule book of the record's own texts
     * @throws advisor.request.BadRequestException if a masked field is not opened, or if another edition made it
     * @throws advisor.text.LoadException if its rules or catalog do not load in this version of the advisor
     */
    public static ObjectNode again(
            StoredRecord record, Collection<Opening> reveal, Function<RuleTexts, RuleBook> rules, Patience patience) {
        JsonNode recorded = record.document();
        Edition.requireOwn(record.name(), recorded);
        Openings openings = Openings.of(reveal, recorded);
        Question question = question(recorded, openings);
        RuleBook own = rules.apply(Texts.rules(recorded)).within(patience);
        Catalog catalog = CatalogLoader.load(Texts.catalog(recorded));
        ObjectNode document =
                document(Decision.of(question, catalog, own), openings, Versions.of(recorded.path("versions")));
        Seal.follow(document, record.sequence(), record.previousSha256());
        return document.put(RecordForm.KEY, RecordForm.of(recorded).schema());
    }

    /** The answer of other rules and another catalog to the same question; what explains it is left out. */
    public static ObjectNode answer(StoredRecord record, Collection<Opening> reveal, Catalog catalog, RuleBook rules) {
        JsonNode recorded = record.document();
        Openings openings = Openings.of(reveal, recorded);
        ObjectNode document = Document.answer(Decision.of(question(recorded, openings), catalog, rules));
        Mask.apply(document, openings, rules);
        return document;
    }

    private static Question question(JsonNode recorded, Openings openings) {
        SortedMap<String, String> fields = new TreeMap<>();
        recorded.path("request")
                .path("given")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        openings.all().forEach(opening -> fields.put(opening.field(), opening.value()));
        LocalDate asOf = LocalDate.parse(recorded.path("asOf").asText());
        return new Question(fields, asOf, described(recorded.path("describedModel")));
    }

    private static @Nullable ModelFacts described(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : ModelFactsJson.read(node);
    }
}
