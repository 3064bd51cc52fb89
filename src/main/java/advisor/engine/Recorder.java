package advisor.engine;

import advisor.model.Candidate;
import advisor.model.Finding;
import advisor.model.Lens;
import advisor.model.Sourced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/** Watches one session: lets rules of the asked lens fire, and records what each match states and why. */
final class Recorder implements AgendaFilter {
    private static final String CANDIDATE = "candidate";

    private final RuleBases bases;
    private final Lens lens;
    private final LocalDate asOf;
    private final Map<Finding, Firing> firings = new LinkedHashMap<>();
    private final List<Firing> suppressed = new ArrayList<>();
    private final Map<Rule, Speaker> speakers = new IdentityHashMap<>();
    private @Nullable Match current;

    Recorder(RuleBases bases, Lens lens, LocalDate asOf) {
        this.bases = bases;
        this.lens = lens;
        this.asOf = asOf;
    }

    /** A rule of this session, and how often it fired. */
    private static final class Speaker {
        private final RuleDefinition rule;
        private final ShownValues shown;
        private int firings;

        Speaker(RuleDefinition rule, ShownValues shown) {
            this.rule = rule;
            this.shown = shown;
        }
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
        Speaker speaker = speaker(match);
        if (speaker.rule.speaksUnder(lens)) {
            return speaker.rule.knownOn(asOf);
        }
        suppressed.add(firing(match, speaker, speaker.rule.kind(), boundCandidate(match)));
        return false;
    }

    /** The match that is being looked at or fired; after a failure the one that failed, if it was a match at all. */
    @Nullable Match current() {
        return current;
    }

    /** @throws java.util.NoSuchElementException if no rule fired */
    RuleDefinition mostFired() {
        return Collections.max(
                        speakers.values(),
                        Comparator.<Speaker>comparingInt(speaker -> speaker.firings)
                                .thenComparing(speaker -> speaker.rule.id()))
                .rule;
    }

    /** Follows which match is being fired. */
    DefaultAgendaEventListener matches() {
        return new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                current = event.getMatch();
                speaker(current).firings++;
            }

            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                current = null;
            }
        };
    }

    /** Joins each finding to the match that stated it, for as long as it stands. */
    DefaultRuleRuntimeEventListener findings() {
        return new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                if (event.getObject() instanceof Finding finding && current != null) {
                    record(finding, current);
                }
            }

            @Override
            public void objectDeleted(ObjectDeletedEvent event) {
                if (event.getOldObject() instanceof Finding finding) {
                    firings.remove(finding);
                }
            }
        };
    }

    /** What the findings that stand rest on. */
    Judgement judgement(List<Object> facts) {
        return new Judgement(List.copyOf(firings.values()), List.copyOf(suppressed), facts, List.of());
    }

    private void record(Finding finding, Match match) {
        Candidate candidate = finding instanceof Finding.OnCandidate onCandidate ? onCandidate.candidate() : null;
        firings.put(finding, firing(match, speaker(match), finding.kind(), candidate));
    }

    RuleDefinition rule(Match match) {
        return speaker(match).rule;
    }

    private Speaker speaker(Match match) {
        return speakers.computeIfAbsent(match.getRule(), this::speaker);
    }

    private Speaker speaker(Rule compiled) {
        RuleDefinition rule = bases.definition(compiled.getPackageName(), compiled.getName());
        return new Speaker(rule, bases.shown(rule));
    }

    private static Firing firing(Match match, Speaker speaker, Finding.Kind kind, @Nullable Candidate candidate) {
        return new Firing(
                speaker.rule, kind, candidate, speaker.shown.of(name -> bound(match, name)), citations(match));
    }

    private static List<String> citations(Match match) {
        Set<String> citations = new LinkedHashSet<>();
        for (Object fact : match.getObjects()) {
            if (fact instanceof Sourced sourced) {
                citations.add(sourced.source());
            }
        }
        return List.copyOf(citations);
    }

    static @Nullable Candidate boundCandidate(Match match) {
        return bound(match, CANDIDATE) instanceof Candidate candidate ? candidate : null;
    }

    private static @Nullable Object bound(Match match, String name) {
        String variable = "$" + name;
        return match.getDeclarationIds().contains(variable) ? match.getDeclarationValue(variable) : null;
    }
}
