package advisor.engine;

import advisor.model.Candidate;
import advisor.model.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule that matched: its finding, the values that its sentence shows, and the facts it matched.
 *
 * @param arguments values by placeholder path; a value is {@code null} if it is not known
 * @param citations sources of the matched facts
 */
public record Firing(
        RuleDefinition rule,
        Finding.Kind kind,
        @Nullable Candidate candidate,
        Map<String, @Nullable Object> arguments,
        List<String> citations) {}
