package advisor.advice.survey;

import advisor.catalog.Catalog;
import advisor.facts.model.LanguageModel;
import advisor.request.BadRequestException;
import advisor.request.MachineForm;
import advisor.request.Question;
import advisor.text.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How large a model is, and what of it a machine can carry.
 *
 * @param question the model, and the load that the machine is to carry
 * @param contextTokens tokens that one stream holds
 * @param machine {@code null} if none is asked about
 */
public record SizeQuestion(Question question, int contextTokens, @Nullable MachineForm machine) {
    /** Tokens of a stream whose context nobody names. */
    public static final int USUAL_CONTEXT = 8192;

    /** @throws BadRequestException if the context is none, or if a machine is asked about, whose load tells it */
    public SizeQuestion {
        if (machine != null && contextTokens != USUAL_CONTEXT) {
            throw BadRequestException.of(
                    "context",
                    new Text(
                            "On a machine a stream holds its prompt and its answer, so that no context (%s) is asked for."
                                            .formatted(contextTokens)
                                    + System.lineSeparator()
                                    + "Maybe prompt-tokens and output-tokens?",
                            "有机器时每路的上下文即提示词加回答，不另取 context（%s）。".formatted(contextTokens)
                                    + System.lineSeparator()
                                    + "请用 prompt-tokens 与 output-tokens。"));
        }
        if (contextTokens < 1) {
            throw BadRequestException.of(
                    "context",
                    new Text(
                            "The context (%s) must be a whole number from 1 on.".formatted(contextTokens),
                            "context（%s）必须是不小于 1 的整数。".formatted(contextTokens)));
        }
    }

    /** @param models finds a model of the catalog by its id */
    public Estimate estimate(Function<String, LanguageModel> models) {
        Estimator estimator = new Estimator(contextTokens);
        return question.model(id -> estimator.estimate(models.apply(id)), estimator::estimate);
    }

    /**
     * The model on the machine; {@code null} if none is asked about.
     *
     * @param models finds a model of the catalog by its id
     * @throws BadRequestException if the machine cannot be, or the model cannot be in its format
     */
    public @Nullable MachineEstimate onMachine(Catalog catalog, Function<String, LanguageModel> models) {
        if (machine == null) {
            return null;
        }
        MachineEstimator estimator = new MachineEstimator(catalog, question.request());
        return question.model(
                id -> estimator.estimate(models.apply(id), machine),
                described -> estimator.estimate(described, machine));
    }
}
