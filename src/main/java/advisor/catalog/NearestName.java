package advisor.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names that somebody may have meant when writing an unknown one. */
public final class NearestName {
    private static final int MOST_HINTS = 3;
    private static final int MOST_LISTED = 20;

    private NearestName() {}

    /** "Maybe a, b or c?", or a list of all names when they are few and none is near; empty if there are no names. */
    public static String hint(String unknown, Collection<String> known) {
        List<String> near = near(unknown, known);
        if (!near.isEmpty()) {
            return "Maybe " + String.join(" or ", near) + "?";
        }
        return known.isEmpty() || known.size() > MOST_LISTED
                ? ""
                : "Known: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static List<String> near(String unknown, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        int most = Math.max(2, unknown.length() / 2);
        return known.stream()
                .filter(name -> name.contains(unknown) || distance.apply(unknown, name) <= most)
                .sorted(Comparator.<String>comparingInt(name -> distance.apply(unknown, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_HINTS)
                .toList();
    }
}
