package advisor.report.brief;

import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.Plan;
import advisor.facts.unit.Interval;
import advisor.facts.unit.MoneyRange;
import advisor.report.json.FactsAsJson;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The best plan of an option in a line: what it is, its verdict, its cost over the horizon, its speed. */
public final class BriefPlan {
    private BriefPlan() {}

    /**
     * {@code rank}, {@code option}, {@code stance}, {@code score}, {@code units}, {@code precision}, {@code engine},
     * {@code total} over the horizon in the currency of the answer, and {@code tokensPerSecondPerUser}; what is not known is
     * {@code null}.
     */
    public static ObjectNode of(OptionVerdict option) {
        Candidate candidate = option.best().candidate();
        Plan plan = candidate.plan();
        MoneyRange total = candidate.cost().total();
        Interval speed = candidate.performance().tokensPerSecondPerUser();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("rank", option.rank())
                .put("option", option.option().id())
                .put("stance", option.stance().id())
                .put("score", option.best().score())
                .put("units", plan.units())
                .put("precision", Ids.of(candidate.precision()))
                .put("engine", plan.engine())
                .put(
                        "total",
                        total == null ? null : FactsAsJson.whole(total.likely().amount()));
        node.put("tokensPerSecondPerUser", speed == null ? null : FactsAsJson.rounded(speed.likely()));
        option.reportedBar().ifPresent(bar -> node.put("barredBy", bar.rule().id()));
        return node;
    }
}
