package advisor.text;

import java.util.List;

/**
 * A file or an entry of a layer that takes the place of one below.
 *
 * @param entry id of the entry; empty for a file
 * @param by place of what counts
 * @param over place of what does not count
 * @param lost ids that stood in the file below, and now stand nowhere
 */
public record Shadow(String entry, String by, String over, List<String> lost) {
    public Shadow {
        lost = List.copyOf(lost);
    }
}
