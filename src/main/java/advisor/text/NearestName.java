package advisor.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Names that somebody may have meant when writing an unknown one. */
public final class NearestName {
    private static final int MOST_HINTS = 3;
    private static final int MOST_LISTED = 20;
    private static final double LEAST_LIKENESS = 0.8;
    private static final double SAME_SIGNS = 3;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");

    private NearestName() {}

    /** "Maybe a, b or c?", or a list of all names when they are few and none is near; empty if there are no names. */
    public static String hint(String unknown, Collection<String> known) {
        List<String> near = near(unknown, known);
        if (!near.isEmpty()) {
            return "Maybe " + either(near).en() + "?";
        }
        return known.isEmpty() || known.size() > MOST_LISTED
                ? ""
                : "Known: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }

    /** The same in both languages. */
    public static Text hintText(String unknown, Collection<String> known) {
        List<String> near = near(unknown, known);
        if (!near.isEmpty()) {
            return new Text(hint(unknown, known), "是否指 " + either(near).zh() + "？");
        }
        String english = hint(unknown, known);
        return new Text(english, english.replaceFirst("^Known: (.*)\\.$", "可用：$1。"));
    }

    /** "a, b or c". */
    public static Text either(List<String> names) {
        return new Text(listed(names, ", ", " or "), listed(names, "、", " 或 "));
    }

    private static String listed(List<String> names, String between, String beforeTheLast) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(between, names.subList(0, last)) + beforeTheLast + names.get(last);
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

    /**
     * Jaro-Winkler similarity, which favours a common beginning, whatever the case; a name that contains what was written, or
     * words that begin with each of its words, is nearer, one with the same letters and digits in another order too
     * ("8xb200"), and nearest is one with the same in the same order ("DeepSeek R1", "deepseek-ai/DeepSeek-R1").
     */
    private static double likeness(String unknown, String name) {
        String written = unknown.toLowerCase(Locale.ROOT);
        String known = name.toLowerCase(Locale.ROOT);
        String signs = signs(written);
        double similarity = new JaroWinklerSimilarity().apply(written, known);
        if (!signs.isEmpty() && signs.equals(signs(known))) {
            return SAME_SIGNS + similarity;
        }
        boolean turned = signs.length() > 3 && sorted(signs).equals(sorted(signs(known)));
        boolean held = !written.isBlank() && (known.contains(written) || holdsEachWord(known, written));
        return turned || held ? 1 + similarity : similarity;
    }

    /** "RTX 4090 48G" of "nvidia-rtx-4090-48gb-modified". */
    private static boolean holdsEachWord(String known, String written) {
        List<String> words = WORDS.splitAsStream(known).toList();
        return WORDS.splitAsStream(written.strip())
                .allMatch(asked -> words.stream().anyMatch(word -> word.startsWith(asked)));
    }

    /** Letters and digits alone, of what stands behind the owner of a repository. */
    private static String signs(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String sorted(String signs) {
        return signs.codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The name that is written otherwise, and surely meant: the same letters and digits, and no other has them. */
    public static Optional<String> same(String written, Collection<String> known) {
        String signs = signs(written.toLowerCase(Locale.ROOT));
        List<String> same = known.stream()
                .filter(name -> !signs.isEmpty() && signs.equals(signs(name.toLowerCase(Locale.ROOT))))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }
}
