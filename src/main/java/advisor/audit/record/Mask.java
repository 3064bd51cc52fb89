package advisor.audit.record;

import advisor.request.RequestField;
import advisor.rules.RuleBook;
import advisor.text.Fingerprint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Hides fields of the request in a record: where they stand, everything that is said from them, and what was found by
 * trying: how much of a change suffices tells where it started. What to hide is told
 * by where it comes from and never by its value: a public price hidden because it equals the budget would be the budget.
 */
public final class Mask {
    public static final String MARK = "(masked)";
    private static final int ID_DIGITS = 16;

    private final ObjectNode document;
    private final Openings openings;
    private final Set<String> readers;
    private final List<String> pointers = new ArrayList<>();

    private Mask(ObjectNode document, Openings openings, RuleBook rules) {
        this.document = document;
        this.openings = openings;
        this.readers = RulesReading.any(openings.fields(), rules);
    }

    /** Hides the fields that have openings, in place. */
    static void apply(ObjectNode document, Openings openings, RuleBook rules) {
        if (!openings.isEmpty()) {
            new Mask(document, openings, rules).apply();
        }
    }

    private void apply() {
        for (RequestField<?> field : openings.fields()) {
            hide(document.withObject("request").withObject("given"), field.name(), "/request/given");
            hide(document.withObject("request").withObject("normalised"), field.json(), "/request/normalised");
            hide(document.withObject("advice").withObject("request"), field.json(), "/advice/request");
            hideReckoning(field, document.withObject("advice").withArray("load"));
        }
        hide(document.withObject("advice"), "answer", "/advice");
        hide(document.withObject("advice"), "sensitivity", "/advice");
        hide(document.withObject("advice"), "holes", "/advice");
        hide(document, "counterfactuals", "");
        walk(document.path("advice"), "/advice");
        walk(document.path("candidates"), "/candidates");
        rename();
        declare();
    }

    private void hideReckoning(RequestField<?> field, ArrayNode load) {
        for (int i = 0; i < load.size(); i++) {
            if (load.path(i).path("field").asText().equals(field.json())) {
                hide((ObjectNode) load.get(i), "formula", "/advice/load/" + i);
            }
        }
    }

    private void hide(ObjectNode holder, String key, String place) {
        if (holder.has(key)) {
            holder.put(key, MARK);
            pointers.add(place + "/" + key);
        }
    }

    private void walk(JsonNode node, String place) {
        if (node instanceof ObjectNode object) {
            said(object, place);
            object.fieldNames().forEachRemaining(key -> walk(object.path(key), place + "/" + escaped(key)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.path(i), place + "/" + i);
            }
        }
    }

    /** Hides what one object says from a masked field: a finding, an error, a variant, an outcome. */
    private void said(ObjectNode object, String place) {
        if (readers.contains(object.path("rule").asText())) {
            hide(object, "text", place);
            hide(object, "message", place);
            hide(object, "corrects", place);
        }
        if (readers.contains(object.path("findings").path(0).asText())) {
            hide(object, "decisive", place);
        }
        for (String rule : readers) {
            if (object.has(rule)) {
                hide(object, rule, place, escaped(rule));
            }
        }
    }

    private void hide(ObjectNode holder, String key, String place, String escaped) {
        holder.put(key, MARK);
        pointers.add(place + "/" + escaped);
    }

    /** The id of a decision is a hash of the request, from which a budget could be found by trying. */
    private void rename() {
        String id = "m-" + Fingerprint.of(commitments().toArray(String[]::new)).substring(0, ID_DIGITS);
        document.put("decisionId", id);
        document.withObject("advice").put("decisionId", id);
        pointers.add("/decisionId");
        pointers.add("/advice/decisionId");
    }

    private Collection<String> commitments() {
        return openings.all().stream().map(Opening::commitment).toList();
    }

    private void declare() {
        ObjectNode masked = document.putObject("masked");
        ObjectNode commitments = masked.putObject("commitments");
        openings.all().forEach(opening -> commitments.put(opening.field(), opening.commitment()));
        ArrayNode places = masked.putArray("pointers");
        pointers.stream().sorted().forEach(places::add);
    }

    /** A key as it stands in a JSON pointer. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
