package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What of an advice its card and the list of options that are not rejected show, as JSON: a twentieth of it, for whoever
 * waits on a slow line. But for the count of those that are rejected, each value stands in the whole advice in the same place.
 */
public final class ListJson {
    private static final List<String> HEAD =
            List.of("decisionId", "asOf", "lens", "request", "ruleBase", "catalog", "recommended", "answer", "errors");

    private static final List<String> PLAN = List.of("precision", "engine", "units", "devices", "nodes");

    private ListJson() {}

    /**
     * Schema {@code advice-list/1}.
     *
     * @param marking rules whose findings a row marks, beside the one that keeps its option out
     */
    public static ObjectNode tree(Advice advice, Set<String> marking) {
        ObjectNode list = JsonReport.head(advice).retain(HEAD).put("schema", "advice-list/1");
        ArrayNode rows = list.putArray("verdicts");
        rows(advice).forEach(verdict -> rows.add(row(verdict, marking)));
        return list.put("rejected", advice.rejected().size());
    }

    /** Those that are listed. */
    public static List<OptionVerdict> rows(Advice advice) {
        return advice.verdicts().stream()
                .filter(verdict -> verdict.stance() != Stance.REJECTED)
                .toList();
    }

    private static ObjectNode row(OptionVerdict verdict, Set<String> marking) {
        Verdict best = verdict.best();
        Candidate candidate = best.candidate();
        ObjectNode row = JsonReport.standing(verdict);
        row.set("plan", FactsAsJson.plan(candidate.plan()).retain(PLAN));
        row.putObject("performance")
                .set(
                        "tokensPerSecondPerUser",
                        FactsAsJson.interval(candidate.performance().tokensPerSecondPerUser()));
        row.set("cost", CostAsJson.sum(candidate.cost()));
        row.set("obstacles", JsonReport.obstacles(best));
        ArrayNode findings = row.putArray("findings");
        String decisive = row.path("obstacles").path(0).asText();
        best.reasons().stream()
                .filter(reason -> reason.rule().id().equals(decisive)
                        || marking.contains(reason.rule().id()))
                .forEach(reason -> findings.add(finding(reason)));
        return row;
    }

    private static ObjectNode finding(Reason reason) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("rule", reason.rule().id());
        return node.set("text", FactsAsJson.text(reason.text()));
    }
}
