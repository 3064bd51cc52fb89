package advisor.report.brief;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.report.json.JsonReport;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An advice as one line among millions: its first plans, and by which rule how many of the rest are out. No sentences. */
public final class BriefLine {
    private static final int PLANS = 5;

    private BriefLine() {}

    /** Schema {@code brief-line/1}. */
    public static String of(Advice advice) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "brief-line/1")
                .put("decisionId", advice.decisionId())
                .put("model", advice.model().id())
                .put("asOf", advice.request().asOf().toString())
                .put("complete", advice.complete())
                .put("currency", advice.request().currency().code())
                .put("months", advice.request().horizonMonths())
                .put("viable", advice.viable().size());
        ArrayNode plans = node.putArray("plans");
        advice.viable().stream().limit(PLANS).map(BriefPlan::of).forEach(plans::add);
        counted(node.putObject("undecided"), advice.undecided());
        counted(node.putObject("rejected"), advice.rejected());
        return JsonReport.line(node);
    }

    private static void counted(ObjectNode rules, Iterable<OptionVerdict> options) {
        options.forEach(option -> option.best().decisive().ifPresent(reason -> {
            String rule = reason.rule().id();
            rules.put(rule, rules.path(rule).asInt() + 1);
        }));
    }
}
