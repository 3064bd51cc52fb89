package advisor.http;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.BadRequestException;
import advisor.advice.Comparer;
import advisor.advice.CurveSurvey;
import advisor.advice.Explainer;
import advisor.advice.RequestForm;
import advisor.advice.SensitivityAnalysis;
import advisor.audit.Question;
import advisor.catalog.Catalog;
import advisor.model.ModelFacts;
import advisor.model.Request;
import advisor.model.Text;
import advisor.sizing.ModelSizing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks, and the knowledge that answers it: one and the same from its beginning to its end.
 *
 * @param fields the request as it was filled in; of a described model its name stands for it
 * @param today the as-of date if no field names one
 * @param described the model, if the call describes it and not the catalog
 */
record Asking(Knowledge knowledge, SortedMap<String, String> fields, LocalDate today, @Nullable ModelFacts described) {
    Asking {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * Reads a request: the command line's fields, and {@code model-config} in the place of a model.
     *
     * @throws advisor.advice.BadRequestException if a field is not plain, or the configuration cannot be read
     */
    static Asking of(ObjectNode request, Knowledge knowledge, LocalDate today) {
        ObjectNode plain = request.deepCopy();
        JsonNode config = plain.remove(DescribedModel.FIELD);
        SortedMap<String, String> fields = PlainFields.of(plain);
        if (config == null || config.isNull()) {
            return new Asking(knowledge, fields, today, null);
        }
        ModelFacts described = DescribedModel.facts(config, fields.get("model"), knowledge.catalog());
        fields.put("model", described.id());
        return new Asking(knowledge, fields, today, described);
    }

    /** @throws advisor.advice.BadRequestException with every fault of the fields */
    Request request() {
        return new RequestForm(fields).request(today);
    }

    /** The catalog, with the described model in it. */
    Catalog catalog() {
        Catalog catalog = knowledge.catalog();
        return described == null ? catalog : catalog.with(sized(() -> ModelSizing.languageModel(described)));
    }

    /** @throws advisor.advice.BadRequestException with every fault of the fields */
    Assessment assessment() {
        Advisor advisor = knowledge.advisor();
        Request request = request();
        return described == null ? advisor.assess(request) : sized(() -> advisor.assess(request, described));
    }

    /** What a described model comes to; one with numbers that no model has cannot be reckoned with. */
    private static <T> T sized(Supplier<T> sizing) {
        try {
            return sizing.get();
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw BadRequestException.of(
                    DescribedModel.FIELD,
                    new Text("The numbers of the configuration are too large to be a model's.", "配置中的数值过大，不可能属于一个模型。"));
        }
    }

    /** @throws advisor.advice.BadRequestException with every fault of the fields */
    Advice advice() {
        return assessment().advice();
    }

    /**
     * The advice, with whether its ranking survives what is uncertain.
     *
     * @throws advisor.advice.BadRequestException with every fault of the fields
     */
    Advice analysedAdvice() {
        return new SensitivityAnalysis(knowledge.catalog(), knowledge.rules()).analysed(advice());
    }

    Explainer explainer() {
        return new Explainer(catalog(), knowledge.rules(), advisor(), fields, today);
    }

    /** @throws advisor.advice.BadRequestException with every fault of the fields */
    CurveSurvey curveSurvey() {
        return new CurveSurvey(catalog(), knowledge.rules(), advisor(), request());
    }

    /** One that knows the described model too. */
    private Advisor advisor() {
        return described == null ? knowledge.advisor() : new Advisor(catalog(), knowledge.rules());
    }

    Comparer comparer() {
        return new Comparer(catalog(), knowledge.rules(), fields, today);
    }

    /**
     * As a decision record keeps it.
     *
     * @throws advisor.advice.BadRequestException with every fault of the fields
     */
    Question question() {
        return Question.of(fields, today, described);
    }
}
