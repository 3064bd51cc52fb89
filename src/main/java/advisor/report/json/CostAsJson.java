package advisor.report.json;

import advisor.facts.Comparison;
import advisor.facts.Cost;
import advisor.facts.CostLine;
import advisor.facts.TokenCost;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cost as JSON: its sums, its parts, what it comes to for tokens, and what it rests on. */
final class CostAsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CostAsJson() {}

    static ObjectNode of(Cost cost, List<Comparison> comparisons) {
        ObjectNode node = NODES.objectNode();
        LocalDate oldest = cost.oldestQuote();
        node.put("currency", currency(cost));
        node.set("upfront", FactsAsJson.range(cost.upfront()));
        node.set("monthly", FactsAsJson.range(cost.monthly()));
        node.set("total", FactsAsJson.range(cost.total()));
        node.put("horizonMonths", cost.horizonMonths());
        node.put("oldestQuote", oldest == null ? null : oldest.toString());
        node.set("quotes", FactsAsJson.texts(cost.quotes()));
        ArrayNode breakdown = node.putArray("breakdown");
        cost.lines().forEach(line -> breakdown.add(line(line)));
        node.set("perMillionOutputTokens", tokens(cost.tokens()));
        ArrayNode compared = node.putArray("comparisons");
        comparisons.forEach(comparison -> compared.add(comparison(comparison)));
        nothing(cost, compared);
        ArrayNode assumptions = node.putArray("assumptions");
        cost.assumptions().forEach(assumption -> assumptions.add(assumption(assumption)));
        return node;
    }

    /** What it comes to in all. */
    static ObjectNode sum(Cost cost) {
        ObjectNode node = NODES.objectNode();
        node.put("currency", currency(cost));
        node.set("total", FactsAsJson.range(cost.total()));
        return node.put("horizonMonths", cost.horizonMonths());
    }

    private static @Nullable String currency(Cost cost) {
        MoneyRange any = cost.total() == null ? cost.monthly() : cost.total();
        return any == null ? null : any.currency().code();
    }

    /** A part under the time when it is due: upfront, monthly or later. */
    private static ObjectNode line(CostLine line) {
        ObjectNode node = NODES.objectNode();
        node.put("part", Ids.of(line.part()));
        node.set(Ids.of(line.part().due()), FactsAsJson.range(line.amount()));
        return node;
    }

    private static ObjectNode tokens(TokenCost tokens) {
        ObjectNode node = NODES.objectNode();
        node.put("tokensPerMonth", Math.round(tokens.tokensPerMonth()));
        node.set("atLoad", small(tokens.atLoad()));
        node.set("fullLoadTokensPerSecond", FactsAsJson.interval(tokens.fullLoadTokensPerSecond()));
        node.set("atFullLoad", small(tokens.atFullLoad()));
        return node;
    }

    private static ObjectNode comparison(Comparison comparison) {
        ObjectNode node = NODES.objectNode();
        node.put("with", comparison.other().option().id());
        node.put("total", FactsAsJson.whole(comparison.total().amount()));
        node.put("otherTotal", FactsAsJson.whole(comparison.otherTotal().amount()));
        node.put("breakEvenTokensPerMonth", comparison.breakEvenTokens());
        node.put("streamsOfOne", comparison.streamsOfOne());
        node.put("breakEvenStreams", comparison.breakEvenStreams());
        node.put("breakEvenMonths", comparison.breakEvenMonths());
        return node;
    }

    /** To do nothing costs nothing, and no load or time makes anything cost less. */
    private static void nothing(Cost cost, ArrayNode compared) {
        MoneyRange total = cost.total();
        if (total != null) {
            compared.addObject()
                    .put("with", "nothing")
                    .put("total", FactsAsJson.whole(total.likely().amount()))
                    .put("otherTotal", 0);
        }
    }

    private static ObjectNode assumption(Parameter assumption) {
        ObjectNode node = NODES.objectNode();
        node.put("id", assumption.id());
        node.put("value", number(assumption.value()));
        if (assumption.range().low() != assumption.range().high()) {
            node.put("low", number(assumption.range().low()));
            node.put("high", number(assumption.range().high()));
        }
        node.put("unit", assumption.unit());
        node.put("source", assumption.source());
        return node;
    }

    private static BigDecimal number(double value) {
        return value == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(value).stripTrailingZeros();
    }

    /** Amounts of a few units of money, which whole numbers would blur. */
    private static @Nullable ObjectNode small(@Nullable MoneyRange range) {
        if (range == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("low", FactsAsJson.rounded(range.low().amount().doubleValue()));
        node.put("likely", FactsAsJson.rounded(range.likely().amount().doubleValue()));
        node.put("high", FactsAsJson.rounded(range.high().amount().doubleValue()));
        return node;
    }
}
