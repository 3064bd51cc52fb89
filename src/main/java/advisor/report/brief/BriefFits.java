package advisor.report.brief;

import advisor.advice.survey.ModelFit;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Which models a machine runs: those that work with format and speed, the others by the rule that keeps them out. */
public final class BriefFits {
    private BriefFits() {}

    /**
     * Schema {@code brief-models/1}.
     *
     * @param machine as it was typed
     * @param openedByTwice models that twice as many devices would run
     */
    public static ObjectNode of(String machine, List<ModelFit> fits, List<ModelFit> openedByTwice) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "brief-models/1")
                .put("machine", machine);
        ArrayNode works = node.putArray("models");
        fits.stream().filter(ModelFit::works).forEach(fit -> works.add(works(fit)));
        ObjectNode others = node.putObject("doNotWork");
        fits.stream().filter(fit -> !fit.works()).forEach(fit -> fit.verdict()
                .best()
                .decisive()
                .ifPresent(reason -> others.put(fit.model().id(), reason.rule().id())));
        node.set(
                "openedByTwice",
                Briefly.texts(
                        openedByTwice.stream().map(fit -> fit.model().id()).toList()));
        return node;
    }

    private static ObjectNode works(ModelFit fit) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("model", fit.model().id());
        node.setAll(BriefPlan.of(fit.verdict()));
        node.remove(List.of("rank", "option"));
        return node.put("fastEnough", fit.fastEnough());
    }
}
