package advisor.advice.change;

import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.facts.Finding;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What keeps a candidate from being viable: by rule, the sentence with its figures. */
record Obstacles(Map<String, String> sentences) {
    static final Obstacles NONE = new Obstacles(Map.of());

    static Obstacles of(Verdict verdict) {
        Map<String, String> sentences = new TreeMap<>();
        for (Reason reason : verdict.reasons()) {
            if (reason.kind() == Finding.Kind.BLOCKER || reason.kind() == Finding.Kind.UNKNOWN) {
                sentences.put(reason.rule().id(), reason.text().en());
            }
        }
        return new Obstacles(sentences);
    }

    /** Whether each of them is gone after one of two changes, or has other figures after either. */
    boolean mayGiveWay(Obstacles afterOne, Obstacles afterOther) {
        return sentences.keySet().stream()
                .allMatch(rule -> afterOne.gone(rule)
                        || afterOther.gone(rule)
                        || (afterOne.moved(rule, this) && afterOther.moved(rule, this)));
    }

    boolean gone(String rule) {
        return !sentences.containsKey(rule);
    }

    private boolean moved(String rule, Obstacles before) {
        return !Objects.equals(before.sentences.get(rule), sentences.get(rule));
    }
}
