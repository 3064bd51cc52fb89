package advisor.rules.session;

import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.rules.text.RuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.TerminalNode;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.core.util.LinkedList;
import org.drools.tms.LogicalDependency;
import org.drools.tms.agenda.TruthMaintenanceSystemInternalMatch;
import org.drools.tms.beliefsystem.BeliefSet;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** Some rules as one network, of which each run takes a session. Safe for several threads. */
final class RuleBase {
    private static final String CANDIDATE = "$candidate";

    private final KnownRules known;
    private final KieBase base;
    private final Map<TerminalNode, Speaker> speakers = new ConcurrentHashMap<>();

    RuleBase(KnownRules known, KieBase base) {
        this.known = known;
        this.base = base;
    }

    KieSession newSession() {
        return base.newKieSession();
    }

    RuleDefinition rule(Match match) {
        return speaker(((InternalMatch) match).getTerminalNode()).rule();
    }

    /** The rules that share a join, in the order of their ids. */
    List<RuleDefinition> rules(BetaNode join) {
        return Arrays.stream(join.getAssociatedRules())
                .map(rule -> known.definition(rule.getPackageName(), rule.getName()))
                .distinct()
                .sorted(Comparator.comparing(RuleDefinition::id))
                .toList();
    }

    /** The candidate that a match is on; {@code null} if it is on none. */
    static @Nullable Candidate candidate(Match match) {
        return match.getDeclarationIds().contains(CANDIDATE)
                        && match.getDeclarationValue(CANDIDATE) instanceof Candidate candidate
                ? candidate
                : null;
    }

    /**
     * What the findings that stand in a session rest on, in the order in which they were stated.
     *
     * @param fired every match that was fired, those that no longer hold among them
     */
    Judgement judgement(KieSession session, List<Match> fired) {
        @Nullable InternalFactHandle[] handles = byId(session);
        @Nullable InternalMatch[] grounds = grounds(fired, handles.length);
        List<Object> facts = new ArrayList<>(handles.length);
        List<Firing> firings = new ArrayList<>(fired.size());
        Speaker speaker = null;
        for (InternalFactHandle handle : handles) {
            if (handle == null) {
                continue;
            }
            facts.add(handle.getObject());
            InternalMatch ground = grounds[(int) handle.getId()];
            if (ground != null && handle.getObject() instanceof Finding finding) {
                if (speaker == null || speaker.node() != ground.getTerminalNode()) {
                    speaker = speaker(ground.getTerminalNode());
                }
                firings.add(speaker.firing(finding, ground));
            }
        }
        return new Judgement(Collections.unmodifiableList(firings), Collections.unmodifiableList(facts), List.of());
    }

    /** The facts as they came in: a session keeps them in another order, and counts their ids up from one. */
    private static @Nullable InternalFactHandle[] byId(KieSession session) {
        Collection<InternalFactHandle> handles = session.getFactHandles();
        long last = 0;
        for (InternalFactHandle handle : handles) {
            last = Math.max(last, handle.getId());
        }
        @Nullable InternalFactHandle[] byId = new InternalFactHandle[Math.toIntExact(last + 1)];
        handles.forEach(handle -> byId[(int) handle.getId()] = handle);
        return byId;
    }

    /** The first of the matches that each finding rests on, by the id of its handle. */
    private static @Nullable InternalMatch[] grounds(List<Match> fired, int ids) {
        @Nullable InternalMatch[] grounds = new InternalMatch[ids];
        for (Match match : fired) {
            TruthMaintenanceSystemInternalMatch<?> own = (TruthMaintenanceSystemInternalMatch<?>) match;
            LinkedList<? extends LogicalDependency<?>> stated = own.getLogicalDependencies();
            LogicalDependency<?> dependency = stated == null ? null : stated.getFirst();
            while (dependency != null) {
                int id = (int) ((BeliefSet<?>) dependency.getJustified())
                        .getFactHandle()
                        .getId();
                if (grounds[id] == null) {
                    grounds[id] = own;
                }
                dependency = dependency.getNext();
            }
        }
        return grounds;
    }

    private Speaker speaker(TerminalNode node) {
        return speakers.computeIfAbsent(node, this::newSpeaker);
    }

    private Speaker newSpeaker(TerminalNode node) {
        RuleDefinition rule =
                known.definition(node.getRule().getPackageName(), node.getRule().getName());
        ShownValues shown = known.shown(rule);
        Map<String, Declaration> declared = node.getSubRule().getOuterDeclarations();
        return new Speaker(
                node,
                rule,
                shown,
                shown.bindings().stream().map(name -> declared.get("$" + name)).toArray(Declaration[]::new));
    }

    /**
     * A rule of this base that states findings; one with an {@code or} is several.
     *
     * @param declared where the values that its sentence starts from stand in a match; {@code null} if it binds none
     */
    private record Speaker(
            TerminalNode node, RuleDefinition rule, ShownValues shown, @Nullable Declaration[] declared) {

        Firing firing(Finding finding, InternalMatch match) {
            Candidate candidate = finding instanceof Finding.OnCandidate onCandidate ? onCandidate.candidate() : null;
            return new Firing(
                    rule, finding.kind(), candidate, new Matched(shown, declared, ((BaseTuple) match).toObjects()));
        }
    }
}
