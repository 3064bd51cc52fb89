package advisor.audit.record;

import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.facts.Finding;
import advisor.text.Ids;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the answer that people read is the one that the candidates bear out: a forged verdict contradicts them. */
final class VerdictCheck {
    private static final List<String> OF_BEST = List.of("option", "stance", "startScore", "score");
    private static final List<String> OF_VARIANT = List.of("stance", "score");
    private static final List<String> TWICE = List.of("decisionId", "asOf", "lens");

    private final JsonNode document;
    private final List<Text> broken;

    VerdictCheck(JsonNode document, List<Text> broken) {
        this.document = document;
        this.broken = broken;
    }

    /** Candidates stand in the order of the verdicts: of each option the best one, then its variants. */
    void check() {
        Iterator<JsonNode> candidates = document.path("candidates").iterator();
        int rank = 1;
        for (JsonNode verdict : document.path("advice").path("verdicts")) {
            check(verdict, rank++, candidates);
        }
        while (candidates.hasNext()) {
            String id = candidates.next().path("candidate").asText();
            broken.add(new Text("%s has no verdict".formatted(id), "%s 没有结论".formatted(id)));
        }
        answer();
    }

    private void check(JsonNode verdict, int rank, Iterator<JsonNode> candidates) {
        JsonNode best = next(candidates);
        List<String> wrong = new ArrayList<>(differing(verdict, best, OF_BEST));
        if (verdict.path("rank").asInt() != rank) {
            wrong.add("rank");
        }
        if (!ledger(verdict.path("findings"), best.path("findings"))) {
            wrong.add("findings");
        }
        if (rejects(verdict) != verdict.path("stance").asText().equals(Stance.REJECTED.id())) {
            wrong.add("stance");
        }
        for (JsonNode variant : verdict.path("variants")) {
            JsonNode candidate = next(candidates);
            wrong.addAll(differing(variant, candidate, OF_VARIANT));
            if (!variant.path("findings").equals(rules(candidate))) {
                wrong.add("findings");
            }
        }
        wrong.stream().distinct().forEach(field -> broken.add(contradicted(verdict, field)));
    }

    private static JsonNode next(Iterator<JsonNode> candidates) {
        return candidates.hasNext() ? candidates.next() : MissingNode.getInstance();
    }

    private static List<String> differing(JsonNode one, JsonNode other, List<String> fields) {
        return fields.stream()
                .filter(field -> !one.path(field).equals(other.path(field)))
                .toList();
    }

    /** A candidate's findings are those of its verdict without what is the same wherever a rule fires. */
    private static boolean ledger(JsonNode ofVerdict, JsonNode ofCandidate) {
        boolean same = ofVerdict.size() == ofCandidate.size();
        for (int i = 0; same && i < ofCandidate.size(); i++) {
            JsonNode said = ofVerdict.path(i);
            same = ofCandidate.path(i).properties().stream()
                    .allMatch(field -> field.getValue().equals(said.path(field.getKey())));
        }
        return same;
    }

    private static ArrayNode rules(JsonNode candidate) {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        Set<String> seen = new LinkedHashSet<>();
        candidate
                .path("findings")
                .forEach(finding -> seen.add(finding.path("rule").asText()));
        seen.forEach(rules::add);
        return rules;
    }

    /** What the founding documents do not judge they do not reject either. */
    private static boolean rejects(JsonNode verdict) {
        JsonNode findings = verdict.path("findings");
        boolean judged = findings.valueStream()
                .noneMatch(finding -> finding.path("rule").asText().startsWith(Reason.DOCUMENTS_TOPIC + "/")
                        && isOf(Finding.Kind.UNKNOWN, finding));
        return judged && findings.valueStream().anyMatch(finding -> isOf(Finding.Kind.BLOCKER, finding));
    }

    private static boolean isOf(Finding.Kind kind, JsonNode finding) {
        return finding.path("kind").asText().equals(Ids.of(kind));
    }

    private void answer() {
        JsonNode advice = document.path("advice");
        JsonNode first = advice.path("verdicts").path(0);
        String recommended = advice.path("recommended").asText("");
        boolean advisable = Arrays.stream(Stance.values())
                .anyMatch(stance -> stance.advisable()
                        && stance.id().equals(first.path("stance").asText()));
        if (!recommended.isEmpty()
                && !(advisable && recommended.equals(first.path("option").asText()))) {
            broken.add(new Text(
                    "it recommends %s, which its first verdict does not".formatted(recommended),
                    "所推荐的 %s 与排名第一的结论不符".formatted(recommended)));
        }
        differing(document, advice, TWICE).forEach(this::twice);
    }

    private void twice(String field) {
        broken.add(new Text("its %s is not the one of its answer".formatted(field), "其 %s 与回答中的不同".formatted(field)));
    }

    private static Text contradicted(JsonNode verdict, String field) {
        String option = verdict.path("option").asText();
        return new Text(
                "the verdict on %s is not borne out by its candidates (%s)".formatted(option, field),
                "%s 的结论与其候选部署不符（%s）".formatted(option, field));
    }
}
