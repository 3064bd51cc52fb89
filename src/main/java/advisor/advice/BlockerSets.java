package advisor.advice;

import advisor.facts.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The smallest sets of blockers that keep an option out: each holds one of every format, and none could be left out. */
public final class BlockerSets {
    private static final Comparator<Set<String>> SMALLEST_FIRST =
            Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Set::toString);

    private BlockerSets() {}

    /** Smallest first; none if some format is not blocked. */
    public static List<Set<String>> of(OptionVerdict option) {
        return of(option.all().stream().map(BlockerSets::blockers).toList());
    }

    static List<Set<String>> of(List<Set<String>> blockersOfEachFormat) {
        List<Set<String>> sets = List.of(Set.of());
        for (Set<String> blockers : blockersOfEachFormat) {
            sets = smallest(sets.stream().flatMap(set -> hitting(set, blockers)).toList());
        }
        return sets;
    }

    public static Set<String> blockers(Verdict verdict) {
        return verdict.reasons(Finding.Kind.BLOCKER).stream()
                .map(reason -> reason.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The set itself if it holds one of the blockers, else with each of them. */
    private static Stream<Set<String>> hitting(Set<String> set, Set<String> blockers) {
        return blockers.stream().anyMatch(set::contains)
                ? Stream.of(set)
                : blockers.stream().map(blocker -> with(set, blocker));
    }

    private static Set<String> with(Set<String> set, String blocker) {
        Set<String> larger = new TreeSet<>(set);
        larger.add(blocker);
        return larger;
    }

    private static List<Set<String>> smallest(List<Set<String>> sets) {
        List<Set<String>> kept = new ArrayList<>();
        for (Set<String> set : sets.stream().distinct().sorted(SMALLEST_FIRST).toList()) {
            if (kept.stream().noneMatch(set::containsAll)) {
                kept.add(set);
            }
        }
        return kept;
    }
}
