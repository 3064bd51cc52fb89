package advisor.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Names that somebody may have meant when writing an unknown one. */
public final class NearestName {
    private static final int MOST_HINTS = 3;
    private static final int MOST_LISTED = 20;
    private static final double LEAST_LIKENESS = 0.8;

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

    /** The same in both languages. */
    public static Text hintText(String unknown, Collection<String> known) {
        List<String> near = near(unknown, known);
        if (!near.isEmpty()) {
            return new Text(hint(unknown, known), "是否指 " + String.join(" 或 ", near) + "？");
        }
        String english = hint(unknown, known);
        return new Text(english, english.replaceFirst("^Known: (.*)\\.$", "可用：$1。"));
    }

    /** The names that may have been meant, or all of them where none is near. */
    public static List<String> nearOrAll(String unknown, Collection<String> known) {
        List<String> near = near(unknown, known);
        return near.isEmpty() ? List.copyOf(known) : near;
    }

    private static List<String> near(String unknown, Collection<String> known) {
        return known.stream()
                .filter(name -> likeness(unknown, name) >= LEAST_LIKENESS)
                .sorted(Comparator.<String>comparingDouble(name -> -likeness(unknown, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_HINTS)
                .toList();
    }

    /** Jaro-Winkler similarity, which favours a common beginning; a name that contains what was written is nearest. */
    private static double likeness(String unknown, String name) {
        double similarity = new JaroWinklerSimilarity().apply(unknown, name);
        return !unknown.isEmpty() && name.contains(unknown) ? 1 + similarity : similarity;
    }
}
