package advisor.request;

import advisor.facts.Request;
import advisor.facts.model.ModelFacts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: a request as it was filled in, and of which model.
 *
 * @param fields texts by field name, as on the command line without the dashes
 * @param today the as-of date if no field names one
 * @param described the model, if its files describe it and not the catalog
 */
public record Question(SortedMap<String, String> fields, LocalDate today, @Nullable ModelFacts described) {
    public Question {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Where the description of a model is found that a request names. */
    @FunctionalInterface
    public interface Descriptions {
        /** The facts of the model; {@code null} if it must be one of the catalog. */
        @Nullable ModelFacts of(String model);
    }

    /** A question about a model of the catalog. */
    public static Question of(Map<String, String> fields, LocalDate today) {
        return new Question(new TreeMap<>(fields), today, null);
    }

    /**
     * A question about a model of the catalog, or one that something else describes.
     *
     * @throws BadRequestException with every fault of the fields
     */
    public static Question of(Map<String, String> fields, LocalDate today, Descriptions descriptions) {
        Question asked = of(fields, today);
        return new Question(
                asked.fields(), today, descriptions.of(asked.request().model()));
    }

    /**
     * The request; a described model stands in it by its name, and not by the place of its files.
     *
     * @throws BadRequestException with every fault of the fields
     */
    public Request request() {
        Request filledIn = new RequestForm(fields).request(today);
        return described == null ? filledIn : filledIn.withModel(described.id());
    }

    /** What becomes of the model: of its id, if it is one of the catalog, or else of what describes it. */
    public <T> T model(Function<String, T> catalogued, Function<ModelFacts, T> byItsFacts) {
        return described == null ? catalogued.apply(request().model()) : byItsFacts.apply(described);
    }

    /** The same question with some fields otherwise. */
    public Question with(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(fields);
        changed.putAll(changes);
        return new Question(new TreeMap<>(changed), today, described);
    }
}
