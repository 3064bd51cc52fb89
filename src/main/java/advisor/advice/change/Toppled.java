package advisor.advice.change;

import advisor.advice.Stance;
import org.jspecify.annotations.Nullable;

/**
 * A change of the request that puts another option in the first place, proven by a run.
 *
 * @param field of the request, as on the command line
 * @param to as it is typed
 * @param stance of the one that was first; {@code null} if it is not judged any more
 * @param first id of the one that is then; {@code null} if nothing works any more
 */
public record Toppled(String field, String to, @Nullable Stance stance, @Nullable String first) {}
