package advisor.rules.session;

import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.unit.Sourced;
import advisor.rules.text.RuleDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule that matched: its finding and the facts that it matched.
 *
 * @param candidate {@code null} if it speaks of the request as a whole
 */
public record Firing(RuleDefinition rule, Finding.Kind kind, @Nullable Candidate candidate, Matched matched) {

    /** Values that the rule's sentence shows, by placeholder path; a value is {@code null} if it is not known. */
    public Map<String, @Nullable Object> arguments() {
        return matched.arguments();
    }

    /** Sources of the matched facts. */
    public List<String> citations() {
        return read().stream().map(Sourced::source).distinct().toList();
    }

    /** The matched facts that name their source. */
    public List<Sourced> read() {
        return matched.read();
    }
}
