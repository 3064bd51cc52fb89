package advisor.engine;

import advisor.model.Candidate;
import advisor.model.Finding;
import advisor.model.Lens;
import advisor.model.Sourced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/** Watches one session: lets rules of the asked lens fire, and records what each match states and why. */
final class Recorder implements AgendaFilter {
    private static final String CANDIDATE = "candidate";

    private final Map<String, RuleDefinition> rules;
    private final Lens lens;
    private final LocalDate asOf;
    private final Map<Finding, Firing> firings = new LinkedHashMap<>();
    private final List<Firing> suppressed = new ArrayList<>();
    private final Map<RuleDefinition, Integer> counts = new IdentityHashMap<>();
    private final Map<Rule, RuleDefinition> fired = new IdentityHashMap<>();
    private final Map<RuleDefinition, Set<String>> paths = new IdentityHashMap<>();
    private @Nullable Match current;

    /** @param rules definitions by package and name, as {@link #key} makes it */
    Recorder(Map<String, RuleDefinition> rules, Lens lens, LocalDate asOf) {
        this.rules = rules;
        this.lens = lens;
        this.asOf = asOf;
    }

    /** What a rule is known by inside the engine. */
    static String key(String packageName, String ruleName) {
        return packageName + "/" + ruleName;
    }

    @Override
    public boolean accept(Match match) {
        current = match;
        boolean speaks = speaks(match);
        current = null;
        return speaks;
    }

    private boolean speaks(Match match) {
        RuleDefinition rule = rule(match);
        if (rule.speaksUnder(lens)) {
            return rule.knownOn(asOf);
        }
        suppressed.add(firing(match, rule, rule.kind(), boundCandidate(match)));
        return false;
    }

    /** The match that is being looked at or fired; after a failure the one that failed, if it was a match at all. */
    @Nullable Match current() {
        return current;
    }

    /** @throws java.util.NoSuchElementException if no rule fired */
    RuleDefinition mostFired() {
        return Collections.max(
                        counts.entrySet(),
                        Map.Entry.<RuleDefinition, Integer>comparingByValue()
                                .thenComparing(entry -> entry.getKey().id()))
                .getKey();
    }

    /** Follows which match is being fired. */
    DefaultAgendaEventListener matches() {
        return new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                current = event.getMatch();
                counts.merge(rule(event.getMatch()), 1, Integer::sum);
            }

            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                current = null;
            }
        };
    }

    /** Joins each finding to the match that stated it. */
    DefaultRuleRuntimeEventListener findings() {
        return new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                if (event.getObject() instanceof Finding finding && current != null) {
                    record(finding, current);
                }
            }
        };
    }

    /** What the findings that survived in the session rest on. */
    Judgement judgement(Set<Finding> surviving, List<Object> facts) {
        List<Firing> kept = firings.entrySet().stream()
                .filter(entry -> surviving.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Judgement(kept, List.copyOf(suppressed), facts, List.of());
    }

    private void record(Finding finding, Match match) {
        Candidate candidate = finding instanceof Finding.OnCandidate onCandidate ? onCandidate.candidate() : null;
        firings.put(finding, firing(match, rule(match), finding.kind(), candidate));
    }

    RuleDefinition rule(Match match) {
        return fired.computeIfAbsent(match.getRule(), rule -> find(match));
    }

    private RuleDefinition find(Match match) {
        String key = key(match.getRule().getPackageName(), match.getRule().getName());
        RuleDefinition rule = rules.get(key);
        if (rule == null) {
            throw new IllegalStateException("The rule (%s) fired but was never read.".formatted(key));
        }
        return rule;
    }

    private Firing firing(Match match, RuleDefinition rule, Finding.Kind kind, @Nullable Candidate candidate) {
        return new Firing(
                rule,
                kind,
                candidate,
                Placeholders.values(paths(rule), name -> bound(match, name)),
                match.getObjects().stream()
                        .filter(Sourced.class::isInstance)
                        .map(fact -> ((Sourced) fact).source())
                        .distinct()
                        .toList());
    }

    private Set<String> paths(RuleDefinition rule) {
        return paths.computeIfAbsent(rule, asked -> Placeholders.in(asked.text().en()));
    }

    static @Nullable Candidate boundCandidate(Match match) {
        return bound(match, CANDIDATE) instanceof Candidate candidate ? candidate : null;
    }

    private static @Nullable Object bound(Match match, String name) {
        String variable = "$" + name;
        return match.getDeclarationIds().contains(variable) ? match.getDeclarationValue(variable) : null;
    }
}
