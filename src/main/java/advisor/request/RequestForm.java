package advisor.request;

import advisor.facts.Request;
import advisor.text.NearestName;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it was filled in: texts by field name, as on the command line without the dashes. Reads them all, applies
 * defaults and remembers which, and reports every fault in one go.
 */
public final class RequestForm {
    private final Map<String, String> fields;

    public RequestForm(Map<String, String> fields) {
        this.fields = new TreeMap<>(fields);
    }

    /**
     * The request that the form asks for.
     *
     * @param today the as-of date if the form names none
     * @throws BadRequestException with every fault
     */
    public Request request(LocalDate today) {
        FormNotes notes = new FormNotes();
        fields.keySet().stream()
                .filter(name -> RequestFields.find(name) == null)
                .forEach(name -> notes.add(
                        name,
                        "The field (%s) is not known.",
                        "没有该字段（%s）。",
                        name,
                        String.join(", ", NearestName.nearOrAll(name, RequestFields.names()))));
        LoadFields.check(fields, notes);
        SharedSigns.check(fields, notes);
        Request request = RequestFields.request(new FieldValues(fields, notes), notes, today);
        HomeCurrency.check(fields, notes);
        notes.throwIfAny();
        return request;
    }
}
