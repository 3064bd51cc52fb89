package advisor.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Options beside each other under one request.
 *
 * @param options in the order in which they were named
 * @param flips loads at which their order turns
 */
public record SideBySide(Advice advice, List<OptionVerdict> options, List<Flip> flips) {

    /**
     * The number of streams, nearest to that of the request, from which on the order of the options is another.
     *
     * @param order ids of the options, best first
     */
    public record Flip(int streams, List<String> order) {}

    /** Points of each option on each topic; a topic on which none has any is left out. */
    public SortedMap<String, List<Integer>> pointsByTopic() {
        SortedMap<String, List<Integer>> points = new TreeMap<>();
        for (String topic : topics()) {
            List<Integer> row =
                    options.stream().map(option -> points(option, topic)).toList();
            if (row.stream().anyMatch(value -> value != 0)) {
                points.put(topic, row);
            }
        }
        return points;
    }

    /** Rules that do not say the same of all options: their points for each, {@code null} where they are silent. */
    public SortedMap<String, List<@Nullable Integer>> differences() {
        SortedMap<String, List<@Nullable Integer>> differences = new TreeMap<>();
        for (String rule : rules()) {
            List<@Nullable Integer> row = new ArrayList<>();
            options.forEach(option -> row.add(pointsOf(option, rule)));
            if (row.stream().distinct().count() > 1) {
                differences.put(rule, row);
            }
        }
        return differences;
    }

    private TreeSet<String> topics() {
        TreeSet<String> topics = new TreeSet<>();
        options.forEach(option -> option.best()
                .reasons()
                .forEach(reason -> topics.add(reason.rule().topic())));
        return topics;
    }

    private TreeSet<String> rules() {
        TreeSet<String> rules = new TreeSet<>();
        options.forEach(option -> option.best()
                .reasons()
                .forEach(reason -> rules.add(reason.rule().id())));
        return rules;
    }

    private static int points(OptionVerdict option, String topic) {
        return option.best().reasons().stream()
                .filter(reason -> reason.rule().topic().equals(topic))
                .mapToInt(Reason::points)
                .sum();
    }

    private static @Nullable Integer pointsOf(OptionVerdict option, String rule) {
        return option.best().reasons().stream()
                .filter(reason -> reason.rule().id().equals(rule))
                .map(Reason::points)
                .findFirst()
                .orElse(null);
    }
}
