package advisor.rules.explain;

import advisor.facts.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A value that a condition looked at.
 *
 * @param path as it is written: {@code memory.usable}, {@code $limit}, {@code cost.ageInMonths($day)}
 * @param value {@code null} if it is not known
 * @param owner the fact that holds it; {@code null} if it was calculated over many
 * @param field its path within that fact, without arguments: {@code cost.ageInMonths}; empty for the fact itself
 */
public record Operand(String path, @Nullable Object value, @Nullable Object owner, String field) {

    /** Whether nobody knows it: a remainder of memory that there is not is known to be none. */
    public boolean isUnknown() {
        boolean none = owner instanceof Candidate candidate
                && field.startsWith("memory.")
                && !candidate.memory().unknown()
                && candidate.memory().total() != null;
        return value == null && !none;
    }
}
