package advisor.engine;

import advisor.model.Candidate;
import advisor.model.Finding;
import advisor.model.Lens;
import advisor.model.Sourced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of plain rules over facts, without a session. */
final class PlainRun {
    private static final String CANDIDATE = "candidate";

    private final List<Object> facts;
    private final Scope scope;
    private final Map<Class<?>, List<Object>> byType = new HashMap<>();
    private final Map<PlainStep.OfPattern, List<Object>> alone = new IdentityHashMap<>();
    private final Map<PlainStep.OfPattern, Map<Object, List<Object>>> joined = new IdentityHashMap<>();
    private final Map<Finding, Firing> firings = new LinkedHashMap<>();
    private final List<Firing> suppressed = new ArrayList<>();
    private final StatedFinding stated = new StatedFinding();
    private int matches;

    private PlainRun(Collection<?> facts, Scope scope) {
        Set<Object> once = Collections.newSetFromMap(new IdentityHashMap<>());
        this.facts = new ArrayList<>(facts.stream().filter(once::add).toList());
        this.scope = scope;
    }

    /**
     * What is to be told.
     *
     * @param limit matches after which the run is stopped
     * @param brief whether to tell only which rules speak of whom: without values, sources and rules of the other lens
     */
    record Scope(Lens lens, LocalDate asOf, int limit, boolean brief) {
        private boolean covers(RuleDefinition rule) {
            return rule.speaksUnder(lens) ? rule.knownOn(asOf) : !brief;
        }
    }

    /**
     * What the rules say; {@code null} if one fails or matches without end, or if one reads what another of them states:
     * a session then tells.
     */
    static @Nullable Judgement judgement(List<PlainRule> rules, Collection<?> facts, Scope scope) {
        PlainRun run = new PlainRun(facts, scope);
        try {
            for (PlainRule rule : rules) {
                run.judge(rule);
            }
            if (run.changesItself(rules)) {
                return null;
            }
        } catch (Exception | LinkageError | StackOverflowError e) {
            // Whatever a rule's Java throws comes out here.
            return null;
        }
        return run.judgement();
    }

    private boolean changesItself(List<PlainRule> rules) throws Exception {
        for (PlainRule rule : rules) {
            if (rule.readsFindings()) {
                for (Finding finding : firings.keySet()) {
                    if (rule.reads(finding)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Judgement judgement() {
        facts.addAll(firings.keySet());
        return new Judgement(List.copyOf(firings.values()), List.copyOf(suppressed), List.copyOf(facts), List.of());
    }

    private void judge(PlainRule rule) throws Exception {
        if (scope.covers(rule.definition())) {
            from(0, rule, new Object[rule.values()]);
        }
    }

    private void from(int index, PlainRule rule, @Nullable Object[] values) throws Exception {
        if (index == rule.steps().size()) {
            matched(rule, values);
        } else if (rule.steps().get(index) instanceof PlainStep.OfPattern pattern) {
            List<Object> candidates = candidates(pattern, values);
            for (int i = 0; i < candidates.size(); i++) {
                if (pattern.admits(candidates.get(i), values)) {
                    from(index + 1, rule, values);
                }
            }
        } else if (rule.steps().get(index) instanceof PlainStep.OfExistence existence
                && exists(existence.pattern(), values) == existence.wanted()) {
            from(index + 1, rule, values);
        }
    }

    private boolean exists(PlainStep.OfPattern pattern, @Nullable Object[] values) throws Exception {
        for (Object fact : candidates(pattern, values)) {
            if (pattern.admits(fact, values)) {
                return true;
            }
        }
        return false;
    }

    /** Facts that a pattern may admit. */
    private List<Object> candidates(PlainStep.OfPattern pattern, @Nullable Object[] values) throws Exception {
        PlainStep.Join join = pattern.join();
        Object wanted = join == null ? null : join.wanted(values);
        return join == null || wanted == null
                ? alone(pattern, values.length)
                : index(pattern, join, values.length).getOrDefault(wanted, List.of());
    }

    private List<Object> alone(PlainStep.OfPattern pattern, int length) throws Exception {
        List<Object> known = alone.get(pattern);
        if (known == null) {
            known = pattern.own().isEmpty() ? of(pattern.type()) : admittedAlone(pattern, new Object[length]);
            alone.put(pattern, known);
        }
        return known;
    }

    private List<Object> admittedAlone(PlainStep.OfPattern pattern, @Nullable Object[] values) throws Exception {
        List<Object> admitted = new ArrayList<>();
        for (Object fact : of(pattern.type())) {
            if (pattern.admitsAlone(fact, values)) {
                admitted.add(fact);
            }
        }
        return admitted;
    }

    private Map<Object, List<Object>> index(PlainStep.OfPattern pattern, PlainStep.Join join, int length)
            throws Exception {
        Map<Object, List<Object>> known = joined.get(pattern);
        if (known == null) {
            known = index(alone(pattern, length), join);
            joined.put(pattern, known);
        }
        return known;
    }

    private static Map<Object, List<Object>> index(List<Object> facts, PlainStep.Join join) {
        Map<Object, List<Object>> index = new HashMap<>();
        for (Object fact : facts) {
            Object own = join.own().apply(fact);
            if (own != null) {
                index.computeIfAbsent(own, key -> new ArrayList<>()).add(fact);
            }
        }
        return index;
    }

    private List<Object> of(Class<?> type) {
        List<Object> known = byType.get(type);
        if (known == null) {
            known = facts.stream().filter(type::isInstance).toList();
            byType.put(type, known);
        }
        return known;
    }

    private void matched(PlainRule rule, @Nullable Object[] values) throws Exception {
        if (++matches >= scope.limit()) {
            throw new IllegalStateException("The rules match without end.");
        }
        if (!rule.definition().speaksUnder(scope.lens())) {
            Candidate candidate = bound(rule, values, CANDIDATE) instanceof Candidate bound ? bound : null;
            suppressed.add(firing(rule, values, rule.definition().kind(), candidate));
            return;
        }
        Finding finding = stated.by(rule, values);
        if (!firings.containsKey(finding)) {
            Candidate candidate = finding instanceof Finding.OnCandidate onCandidate ? onCandidate.candidate() : null;
            firings.put(finding, firing(rule, values, finding.kind(), candidate));
        }
    }

    private Firing firing(PlainRule rule, @Nullable Object[] values, Finding.Kind kind, @Nullable Candidate candidate) {
        if (scope.brief()) {
            return new Firing(rule.definition(), kind, candidate, Map.of(), List.of());
        }
        return new Firing(
                rule.definition(),
                kind,
                candidate,
                rule.shown().of(name -> bound(rule, values, name)),
                citations(rule, values));
    }

    private static List<String> citations(PlainRule rule, @Nullable Object[] values) {
        Set<String> citations = new LinkedHashSet<>();
        for (PlainStep.OfPattern pattern : rule.patterns()) {
            if (values[pattern.place()] instanceof Sourced sourced) {
                citations.add(sourced.source());
            }
        }
        return List.copyOf(citations);
    }

    private static @Nullable Object bound(PlainRule rule, @Nullable Object[] values, String name) {
        Integer place = rule.place(name);
        return place == null ? null : values[place];
    }
}
