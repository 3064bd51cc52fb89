package advisor.report.brief;

import advisor.advice.Reason;
import advisor.advice.change.Changes;
import advisor.advice.change.Counterfactual;
import advisor.advice.change.Explanation;
import advisor.facts.Candidate;
import advisor.facts.CostLine;
import advisor.facts.Memory;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.MoneyRange;
import advisor.report.json.FactsAsJson;
import advisor.report.words.ChangeWording;
import advisor.report.words.PlanTitle;
import advisor.text.Ids;
import advisor.text.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an option has its verdict and what would change it: the ledger, the costs, the memory, the changes. */
public final class BriefExplanation {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Language language;
    private final ChangeWording wording;

    private BriefExplanation(Language language) {
        this.language = language;
        this.wording = new ChangeWording(language);
    }

    /** Schema {@code brief-explanation/1}. */
    public static ObjectNode of(Explanation explanation, Changes changes, Language language) {
        return new BriefExplanation(language).tree(explanation, changes);
    }

    private ObjectNode tree(Explanation explanation, Changes changes) {
        Candidate candidate = explanation.verdict().candidate();
        ObjectNode node = NODES.objectNode()
                .put("schema", "brief-explanation/1")
                .put("decisionId", explanation.advice().decisionId())
                .put("title", new PlanTitle(language).of(candidate))
                .put("of", explanation.advice().verdicts().size());
        node.setAll(BriefPlan.of(explanation.option()));
        node.put("start", explanation.verdict().start());
        ArrayNode ledger = node.putArray("ledger");
        explanation.verdict().reasons().forEach(reason -> ledger.add(entry(reason)));
        node.set("memory", memory(candidate.memory()));
        node.put("currency", explanation.advice().request().currency().code());
        ArrayNode costs = node.putArray("costs");
        candidate.cost().lines().forEach(line -> costs.add(cost(line)));
        node.set(
                "wouldLift",
                Briefly.texts(
                        changes.counterfactuals().stream().map(this::change).toList()));
        if (changes.ofFirst()) {
            node.set("wouldTopple", Briefly.texts(wording.toppled(changes)));
        }
        return node;
    }

    private ObjectNode entry(Reason reason) {
        ObjectNode entry = NODES.objectNode()
                .put("points", reason.points())
                .put("rule", reason.rule().id())
                .put("text", reason.text().in(language));
        entry.set("sources", Briefly.texts(reason.sources()));
        return entry;
    }

    private static ObjectNode memory(Memory memory) {
        return NODES.objectNode()
                .put("neededBytes", count(memory.needed()))
                .put("usableBytes", count(memory.usable()))
                .put("streamsThatFit", memory.streams());
    }

    private static @Nullable Long count(@Nullable Bytes bytes) {
        return bytes == null ? null : Long.valueOf(bytes.count());
    }

    private static ObjectNode cost(CostLine line) {
        MoneyRange amount = line.amount();
        return NODES.objectNode()
                .put("part", Ids.of(line.part()))
                .put("due", Ids.of(line.part().due()))
                .put(
                        "likely",
                        amount == null
                                ? null
                                : FactsAsJson.whole(amount.likely().amount()));
    }

    private String change(Counterfactual found) {
        String changes = found.changes().stream().map(wording::say).collect(Collectors.joining(" + "));
        List<String> typed =
                found.changes().stream().map(wording::applied).distinct().toList();
        return "%s → %s %s [%s]"
                .formatted(changes, found.stance().title().in(language), found.score(), String.join(" · ", typed));
    }
}
