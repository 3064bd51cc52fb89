package advisor.report.json;

import advisor.advice.survey.CostCourse;
import advisor.advice.survey.Curves;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Curves as JSON, schema {@code curves/1}: amounts in whole units of the currency, in the order of the months. */
public final class CurvesJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CurvesJson() {}

    public static String of(Curves curves) {
        ObjectNode node = NODES.objectNode().put("schema", "curves/1");
        node.put("option", curves.option().option().id());
        node.put(
                "currency",
                curves.courses().stream()
                        .map(course -> course.at(List.of(0)).get(0).currency().code())
                        .findFirst()
                        .orElse(null));
        ArrayNode months = node.putArray("months");
        curves.months().forEach(months::add);
        ArrayNode options = node.putArray("options");
        curves.courses().forEach(course -> options.add(course(course, curves.months())));
        ArrayNode crossovers = node.putArray("crossovers");
        curves.crossovers().forEach(crossover -> crossovers
                .addObject()
                .put("with", crossover.with())
                .put("month", FactsAsJson.rounded(crossover.month())));
        ArrayNode speed = node.putArray("speed");
        curves.speed().forEach(at -> speed.add(speed(at)));
        return JsonReport.print(node);
    }

    private static ObjectNode course(CostCourse course, List<Integer> months) {
        DeploymentOption option = course.candidate().option();
        List<MoneyRange> costs = course.at(months);
        ObjectNode node = NODES.objectNode().put("option", option.id());
        node.set("title", FactsAsJson.text(option.title()));
        node.put("units", course.candidate().plan().units());
        node.set("low", amounts(costs, MoneyRange::low));
        node.set("likely", amounts(costs, MoneyRange::likely));
        node.set("high", amounts(costs, MoneyRange::high));
        return node;
    }

    private static ArrayNode amounts(List<MoneyRange> costs, Function<MoneyRange, Money> end) {
        ArrayNode nodes = NODES.arrayNode();
        costs.forEach(cost -> nodes.add(FactsAsJson.whole(end.apply(cost).amount())));
        return nodes;
    }

    private static ObjectNode speed(Curves.SpeedAtLoad at) {
        ObjectNode node = NODES.objectNode().put("streams", at.streams());
        node.set("tokensPerSecondPerUser", FactsAsJson.interval(at.tokensPerSecondPerUser()));
        return node.put("fits", at.fits());
    }
}
