package advisor.http.call;

import advisor.advice.Advice;
import advisor.advice.Assessment;
import advisor.advice.Comparer;
import advisor.advice.change.Explainer;
import advisor.advice.hole.HoleSearch;
import advisor.advice.survey.Alternatives;
import advisor.advice.survey.CurveSurvey;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.advice.survey.SizeQuestion;
import advisor.catalog.Catalog;
import advisor.http.live.Knowledge;
import advisor.report.json.SizeJson;
import advisor.request.BadRequestException;
import advisor.request.MachineForm;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question and the knowledge that answers it: one and the same from its beginning to its end. */
public record Asking(Knowledge knowledge, Question question) {

    /** The catalog, with the described model and the machines of the question in it. */
    public Catalog catalog() {
        return sized(() -> knowledge.advisor().knowing(question)).catalog();
    }

    /** @throws BadRequestException of a field that names options, if there is none of some name */
    public void refuseUnknown(List<String> options, String field) {
        Catalog catalog = sized(() -> knowledge.advisor().judging(options).knowing(question))
                .catalog();
        try {
            options.forEach(catalog::option);
        } catch (UnknownNameException e) {
            throw BadRequestException.of(field, e.text());
        }
    }

    /** The same question of each model of several; of one alone, that. */
    public List<Question> each() {
        List<Map<String, String>> each = ModelList.each(question.fields());
        return question.described() != null
                ? List.of(question)
                : each.stream()
                        .map(fields -> Question.of(fields, question.today()))
                        .toList();
    }

    /** As if this were asked. */
    public Asking about(Question other) {
        return new Asking(knowledge, other);
    }

    /** @throws advisor.request.BadRequestException with every fault of the fields */
    Assessment assessment() {
        question.request();
        return sized(() -> knowledge.advisor().assess(question));
    }

    /** What a described model comes to; one with numbers that no model has cannot be reckoned with. */
    private <T> T sized(Supplier<T> sizing) {
        return question.model(id -> sizing.get(), described -> {
            try {
                return sizing.get();
            } catch (ArithmeticException e) {
                throw BadRequestException.of(
                        DescribedModel.FIELD,
                        new Text(
                                "The numbers of the configuration are too large to be a model's.",
                                "配置中的数值过大，不可能属于一个模型。"));
            }
        });
    }

    /** @throws advisor.request.BadRequestException with every fault of the fields */
    public Advice advice() {
        return knowledge.advice(question, () -> assessment().advice());
    }

    /**
     * The advice, with whether its ranking survives what is uncertain, and with other models that cost less.
     *
     * @throws advisor.request.BadRequestException with every fault of the fields
     */
    public Advice analysedAdvice() {
        Advice advice = advice();
        return SensitivityAnalysis.sharing(knowledge.advisor().sizings(advice), catalog(), knowledge.rules())
                .analysed(new Alternatives(knowledge.advisor().told(question), advice).added());
    }

    /** An advice on it, with what is not known and would turn it. */
    public Advice searched(Advice advice) {
        return HoleSearch.searched(
                advice, catalog(), knowledge.rules(), knowledge.advisor().sizings(advice));
    }

    /** Of the model, and of it on a machine if there is one. */
    public String size(int contextTokens, @Nullable MachineForm machine) {
        SizeQuestion size = new SizeQuestion(question, contextTokens, machine);
        Catalog catalog = knowledge.catalog();
        return sized(() -> SizeJson.of(size.estimate(catalog::model), size.onMachine(catalog, catalog::model)));
    }

    public Explainer explainer() {
        return sized(() -> new Explainer(knowledge.advisor(), question));
    }

    /** Of an option that may be one of parts. */
    public Explainer explainer(String option) {
        return sized(() -> new Explainer(knowledge.advisor().judging(List.of(option)), question));
    }

    /**
     * Of options that may be some of parts.
     *
     * @throws advisor.request.BadRequestException with every fault of the fields
     */
    public CurveSurvey curveSurvey(List<String> options) {
        return sized(() -> new CurveSurvey(knowledge.advisor().judging(options), question));
    }

    /** Of options that may be some of parts. */
    public Comparer comparer(List<String> options) {
        return sized(() -> new Comparer(knowledge.advisor().judging(options), question));
    }
}
