package advisor.audit;

import advisor.advice.RequestForm;
import advisor.model.ModelFacts;
import advisor.model.Request;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was asked.
 *
 * @param fields the request as it was filled in
 * @param asOf the day of the assessment, whether or not a field names it
 * @param described the model, if its files describe it and not the catalog
 */
public record Question(SortedMap<String, String> fields, LocalDate asOf, @Nullable ModelFacts described) {
    public Question {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * A question as it was just filled in.
     *
     * @param today the as-of date if the fields name none
     * @throws advisor.advice.BadRequestException with every fault
     */
    public static Question of(Map<String, String> fields, LocalDate today, @Nullable ModelFacts described) {
        LocalDate asOf = new RequestForm(fields).request(today).asOf();
        return new Question(new TreeMap<>(fields), asOf, described);
    }

    Request request() {
        return new RequestForm(fields).request(asOf);
    }

    /** The fields with the name of the model in the place of the path of its files. */
    SortedMap<String, String> fieldsWithModel() {
        SortedMap<String, String> named = new TreeMap<>(fields);
        if (described != null) {
            named.put("model", described.id());
        }
        return named;
    }
}
