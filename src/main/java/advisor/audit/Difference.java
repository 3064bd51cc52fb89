package advisor.audit;

import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the answer to a question differs from a recorded one, option by option and rule by rule.
 *
 * @param asked what was asked otherwise, by the name of the field; an empty text where it was not given
 * @param recommended ids of the options recommended, before and after; empty for none
 * @param options those that differ, by id
 * @param ruleFiles rule files that differ, by name
 * @param catalogFiles catalog files that differ, by path
 */
public record Difference(
        SortedMap<String, Sides> asked,
        Sides recommended,
        int compared,
        List<OptionChange> options,
        List<FileChange> ruleFiles,
        List<FileChange> catalogFiles) {
    /** Two ids, or two values of a field. */
    public record Sides(String before, String after) {}

    /** A verdict on an option: the id of its stance, and its score. */
    public record Side(String stance, int score) {}

    /**
     * An option that is judged otherwise.
     *
     * @param before {@code null} if it was not in the catalog
     * @param after {@code null} if it is not in the catalog
     */
    public record OptionChange(
            String option, @Nullable Side before, @Nullable Side after, List<FindingChange> findings) {}

    /**
     * A rule that says something else of an option.
     *
     * @param before what it said; {@code null} if it was silent
     * @param after what it says; {@code null} if it is silent
     */
    public record FindingChange(String rule, @Nullable Said before, @Nullable Said after) {}

    /** What a rule says of an option, all its findings together. */
    public record Said(int points, Text text) {
        private static Said of(JsonNode finding) {
            JsonNode text = finding.path("text");
            return new Said(
                    finding.path("points").asInt(),
                    text.isObject()
                            ? new Text(text.path("en").asText(), text.path("zh").asText())
                            : new Text(text.asText(), text.asText()));
        }

        private static Said both(Said one, Said other) {
            return new Said(
                    one.points + other.points,
                    new Text(one.text.en() + "; " + other.text.en(), one.text.zh() + "；" + other.text.zh()));
        }
    }

    /** What became of a file. */
    public enum FileFate {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A file that is not the same. */
    public record FileChange(String path, FileFate fate) {}

    /** Compares two records of one question. */
    static Difference between(JsonNode before, JsonNode after) {
        SortedMap<String, JsonNode> old = verdicts(before);
        SortedMap<String, JsonNode> young = verdicts(after);
        SortedSet<String> ids = both(old, young);
        List<OptionChange> options = new ArrayList<>();
        for (String id : ids) {
            OptionChange change = change(id, old.get(id), young.get(id));
            if (!Objects.equals(change.before(), change.after())
                    || !change.findings().isEmpty()) {
                options.add(change);
            }
        }
        return new Difference(
                asked(before, after),
                new Sides(recommended(before), recommended(after)),
                ids.size(),
                options,
                files(before.path("ruleBase"), after.path("ruleBase")),
                files(before.path("catalog"), after.path("catalog")));
    }

    public boolean sameAnswer() {
        return options.isEmpty() && recommended.before().equals(recommended.after());
    }

    private static SortedMap<String, Sides> asked(JsonNode before, JsonNode after) {
        SortedMap<String, String> old = given(before);
        SortedMap<String, String> young = given(after);
        SortedMap<String, Sides> asked = new TreeMap<>();
        for (String field : both(old, young)) {
            Sides sides = new Sides(old.getOrDefault(field, ""), young.getOrDefault(field, ""));
            if (!sides.before().equals(sides.after())) {
                asked.put(field, sides);
            }
        }
        return asked;
    }

    private static SortedMap<String, String> given(JsonNode record) {
        SortedMap<String, String> given = new TreeMap<>();
        given.put("as-of", record.path("asOf").asText());
        record.path("request")
                .path("given")
                .properties()
                .forEach(field -> given.put(field.getKey(), field.getValue().asText()));
        return given;
    }

    private static String recommended(JsonNode record) {
        return record.path("advice").path("recommended").asText("");
    }

    private static SortedMap<String, JsonNode> verdicts(JsonNode record) {
        SortedMap<String, JsonNode> verdicts = new TreeMap<>();
        record.path("advice")
                .path("verdicts")
                .forEach(verdict -> verdicts.put(verdict.path("option").asText(), verdict));
        return verdicts;
    }

    private static OptionChange change(String option, @Nullable JsonNode before, @Nullable JsonNode after) {
        SortedMap<String, Said> old = said(before);
        SortedMap<String, Said> young = said(after);
        List<FindingChange> findings = both(old, young).stream()
                .filter(rule -> !Objects.equals(old.get(rule), young.get(rule)))
                .map(rule -> new FindingChange(rule, old.get(rule), young.get(rule)))
                .toList();
        return new OptionChange(
                option, side(before), side(after), before == null || after == null ? List.of() : findings);
    }

    private static @Nullable Side side(@Nullable JsonNode verdict) {
        return verdict == null
                ? null
                : new Side(
                        verdict.path("stance").asText(), verdict.path("score").asInt());
    }

    private static SortedMap<String, Said> said(@Nullable JsonNode verdict) {
        SortedMap<String, Said> said = new TreeMap<>();
        if (verdict != null) {
            verdict.path("findings")
                    .forEach(finding -> said.merge(finding.path("rule").asText(), Said.of(finding), Said::both));
        }
        return said;
    }

    private static List<FileChange> files(JsonNode before, JsonNode after) {
        SortedMap<String, String> old = hashes(before);
        SortedMap<String, String> young = hashes(after);
        return both(old, young).stream()
                .filter(path -> !Objects.equals(old.get(path), young.get(path)))
                .map(path -> new FileChange(path, fate(old.containsKey(path), young.containsKey(path))))
                .toList();
    }

    private static FileFate fate(boolean was, boolean is) {
        if (was && is) {
            return FileFate.CHANGED;
        }
        return is ? FileFate.ADDED : FileFate.REMOVED;
    }

    private static SortedMap<String, String> hashes(JsonNode holder) {
        SortedMap<String, String> hashes = new TreeMap<>();
        holder.path("files")
                .forEach(file -> hashes.put(
                        file.path("path").asText(), file.path("sha256").asText()));
        return hashes;
    }

    private static SortedSet<String> both(SortedMap<String, ?> one, SortedMap<String, ?> other) {
        SortedSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
