package advisor.audit.record;

import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds of every record: each score is the sum of its ledger, each rule has one outcome for each candidate, each
 * verdict is the one of its candidate, and what stands in it twice is the same.
 */
final class Invariants {
    private final JsonNode document;
    private final List<Text> broken = new ArrayList<>();

    private Invariants(JsonNode document) {
        this.document = document;
    }

    /** @throws IllegalStateException naming each that does not hold */
    static void require(JsonNode document) {
        List<Text> broken = broken(document);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("The decision contradicts itself: "
                    + String.join("; ", broken.stream().map(Text::en).toList()));
        }
    }

    /** Those that do not hold, as sentences. */
    static List<Text> broken(JsonNode document) {
        Invariants invariants = new Invariants(document);
        document.path("candidates").forEach(invariants::check);
        new VerdictCheck(document, invariants.broken).check();
        return invariants.broken;
    }

    private void check(JsonNode candidate) {
        String id = candidate.path("candidate").asText();
        int sum = candidate.path("startScore").asInt();
        for (JsonNode finding : candidate.path("findings")) {
            sum += finding.path("points").asInt();
        }
        int score = candidate.path("score").asInt();
        if (sum != score) {
            broken.add(new Text(
                    "the score (%s) of %s is not the sum of its ledger (%s)".formatted(score, id, sum),
                    "%s 的得分（%s）不等于其账目之和（%s）".formatted(id, score, sum)));
        }
        outcomes(candidate.path("outcomes"), id);
    }

    private void outcomes(JsonNode outcomes, String candidate) {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode outcome : outcomes) {
            if (outcome.isObject()) {
                outcome.fieldNames().forEachRemaining(rule -> counts.merge(rule, 1, Integer::sum));
            } else {
                outcome.forEach(rule -> counts.merge(rule.asText(), 1, Integer::sum));
            }
        }
        int rules = document.path("ruleBase").path("rules").asInt();
        boolean once = counts.values().stream().allMatch(count -> count == 1);
        if (!once || counts.size() != rules) {
            broken.add(new Text(
                    "not every one of the %s rules has exactly one outcome for %s".formatted(rules, candidate),
                    "%s 条规则对 %s 并非恰有一个结果".formatted(rules, candidate)));
        }
    }
}
