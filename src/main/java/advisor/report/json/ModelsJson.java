package advisor.report.json;

import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelChoice.ModelPlan;
import advisor.advice.survey.ModelFit;
import advisor.facts.Candidate;
import advisor.facts.model.LanguageModel;
import advisor.facts.unit.MoneyRange;
import advisor.report.words.ModelChoiceWords;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several models side by side, as JSON: schemas {@code models/1} and {@code models-on/1}, of {@code models-1.json}. */
public final class ModelsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String SCHEMA = "/schemas/models-1.json";

    private ModelsJson() {}

    /** The JSON Schema (2020-12) of both. */
    public static ObjectNode schema() {
        try (InputStream stream = ModelsJson.class.getResourceAsStream(SCHEMA)) {
            return new JsonMapper().readValue(Objects.requireNonNull(stream), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models of a choice, the best first. */
    public static ObjectNode tree(ModelChoice choice) {
        ObjectNode node = NODES.objectNode().put("schema", "models/1");
        node.put("asOf", choice.ranked().get(0).advice().request().asOf().toString());
        node.put("cheapest", choice.cheapest().map(plan -> plan.model().id()).orElse(null));
        node.put("complete", choice.complete());
        ArrayNode answer = node.putArray("answer");
        List<String> english = new ModelChoiceWords(Language.EN).verdict(choice);
        List<String> chinese = new ModelChoiceWords(Language.ZH).verdict(choice);
        for (int i = 0; i < english.size(); i++) {
            answer.add(FactsAsJson.text(new Text(english.get(i), chinese.get(i))));
        }
        ArrayNode models = node.putArray("models");
        choice.ranked().forEach(plan -> models.add(model(plan)));
        return node;
    }

    private static ObjectNode model(ModelPlan plan) {
        ObjectNode node = plan(plan.model(), plan.option());
        node.put("standing", Ids.of(plan.standing()));
        node.put("decisionId", plan.advice().decisionId());
        return node;
    }

    /**
     * What a machine runs, best first; then what more of it would.
     *
     * @param machine as it was typed
     */
    public static ObjectNode tree(
            String machine, List<ModelFit> fits, List<ModelFit> openedByOne, List<ModelFit> openedByTwice) {
        ObjectNode node = NODES.objectNode().put("schema", "models-on/1").put("machine", machine);
        ArrayNode models = node.putArray("models");
        fits.forEach(fit -> models.add(fit(fit)));
        node.set("openedByOneMore", ids(openedByOne));
        node.set("openedByTwice", ids(openedByTwice));
        return node;
    }

    private static ObjectNode fit(ModelFit fit) {
        ObjectNode node = plan(fit.model(), fit.verdict()).put("works", fit.works());
        ArrayNode formats = node.putArray("formats");
        fit.formats().stream().map(Verdict::candidate).forEach(format -> formats.addObject()
                .put("precision", Ids.of(format.precision()))
                .put("fastEnough", format.plan().fastEnough())
                .put("tokensPerSecondPerUser", format.performance().likelyTokensPerSecondPerUser()));
        return node;
    }

    private static ArrayNode ids(List<ModelFit> fits) {
        return FactsAsJson.texts(fits.stream().map(fit -> fit.model().id()).toList());
    }

    private static ObjectNode plan(LanguageModel model, OptionVerdict option) {
        Candidate candidate = option.best().candidate();
        ObjectNode node = NODES.objectNode().put("model", model.id());
        node.set("title", FactsAsJson.text(model.title()));
        node.put("option", option.option().id());
        node.set("optionTitle", FactsAsJson.text(option.option().title()));
        node.put("stance", option.stance().id());
        node.put("score", option.best().score());
        node.put("fastEnough", candidate.plan().fastEnough());
        node.set("plan", FactsAsJson.plan(candidate.plan()));
        node.put("tokensPerSecondPerUser", candidate.performance().likelyTokensPerSecondPerUser());
        node.set("total", total(candidate.cost().total()));
        node.put("horizonMonths", candidate.cost().horizonMonths());
        node.set("because", because(option));
        return node;
    }

    private static @Nullable ObjectNode total(@Nullable MoneyRange total) {
        return total == null
                ? null
                : NODES.objectNode()
                        .put("low", FactsAsJson.whole(total.low().amount()))
                        .put("likely", FactsAsJson.whole(total.likely().amount()))
                        .put("high", FactsAsJson.whole(total.high().amount()))
                        .put("currency", total.currency().code());
    }

    /** What speaks against it most. */
    private static @Nullable ObjectNode because(OptionVerdict option) {
        Function<Language, String> said =
                language -> new ModelChoiceWords(language).because(option).orElse("");
        Text text = new Text(said.apply(Language.EN), said.apply(Language.ZH));
        return text.en().isEmpty() ? null : FactsAsJson.text(text);
    }
}
