package advisor.rules;

import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Facts;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.RuleTrace;
import advisor.rules.explain.Tracer;
import advisor.rules.explain.Walk;
import advisor.rules.session.Firing;
import advisor.rules.session.Judgement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outcome of every rule for one candidate. */
public final class RuleTraces {
    private final RuleBook book;
    private final Judgement judgement;
    private final Lens lens;
    private final LocalDate asOf;
    private final Facts facts;
    private final Facts briefly;
    private final Set<String> firedOnRequest = new HashSet<>();
    private final Map<Candidate, Set<String>> firedOn = new HashMap<>();
    private final Map<RuleLogic, Boolean> concernsNone = new IdentityHashMap<>();

    /** @param judgement what the rules said, under a lens and on a day */
    public RuleTraces(RuleBook book, Judgement judgement, Lens lens, LocalDate asOf) {
        this.book = book;
        this.judgement = judgement;
        this.lens = lens;
        this.asOf = asOf;
        this.facts = new Facts(judgement.facts());
        this.briefly = new Facts(judgement.facts());
        judgement.firings().forEach(this::add);
    }

    private void add(Firing firing) {
        Candidate candidate = firing.candidate();
        Set<String> fired =
                candidate == null ? firedOnRequest : firedOn.computeIfAbsent(candidate, key -> new HashSet<>());
        fired.add(firing.rule().id());
    }

    /** One trace for each rule, in the order of their ids. */
    public List<RuleTrace> of(Candidate candidate) {
        return book.logic().stream().map(logic -> trace(logic, candidate)).toList();
    }

    /**
     * As {@link #of}, with no more conditions and values than tell why a rule that might have fired did not: quickly made for
     * many candidates.
     */
    public List<RuleTrace> brief(Candidate candidate) {
        return book.logic().stream().map(logic -> brief(logic, candidate)).toList();
    }

    private RuleTrace brief(RuleLogic logic, Candidate candidate) {
        if (judgement.errors().stream().anyMatch(error -> error.rule() == logic.rule())) {
            return new RuleTrace(logic.rule(), Outcome.ERROR, List.of());
        }
        if (fired(logic, candidate)) {
            return new RuleTrace(logic.rule(), Outcome.FIRED, List.of());
        }
        if (concernsNone.computeIfAbsent(logic, rule -> Walk.endsBeforeSubject(rule, briefly))) {
            return new RuleTrace(logic.rule(), Outcome.NOT_APPLICABLE, List.of());
        }
        List<ConditionTrace> conditions = Tracer.brief(logic, briefly, subject(logic, candidate));
        return new RuleTrace(logic.rule(), outcome(logic, conditions), conditions);
    }

    private RuleTrace trace(RuleLogic logic, Candidate candidate) {
        if (judgement.errors().stream().anyMatch(error -> error.rule() == logic.rule() && error.endless())) {
            return new RuleTrace(logic.rule(), Outcome.ERROR, List.of());
        }
        List<ConditionTrace> conditions = Tracer.trace(logic, facts, subject(logic, candidate));
        if (judgement.errors().stream().anyMatch(error -> error.rule() == logic.rule())) {
            return new RuleTrace(logic.rule(), Outcome.ERROR, conditions);
        }
        return new RuleTrace(
                logic.rule(), fired(logic, candidate) ? Outcome.FIRED : outcome(logic, conditions), conditions);
    }

    private static @Nullable Candidate subject(RuleLogic logic, Candidate candidate) {
        return logic.hasSubject() ? candidate : null;
    }

    /** A rule on the request as a whole speaks of every candidate. */
    private boolean fired(RuleLogic logic, Candidate candidate) {
        String rule = logic.rule().id();
        return firedOnRequest.contains(rule)
                || firedOn.getOrDefault(candidate, Set.of()).contains(rule);
    }

    private Outcome outcome(RuleLogic logic, List<ConditionTrace> conditions) {
        RuleTrace unfinished = new RuleTrace(logic.rule(), Outcome.NOT_FIRED, conditions);
        List<ConditionTrace> failing = unfinished.failing();
        if (!logic.rule().speaksUnder(lens) || !logic.rule().knownOn(asOf)) {
            return failing.isEmpty() ? Outcome.SUPPRESSED : Outcome.NOT_APPLICABLE;
        }
        if (failing.stream().anyMatch(trace -> logic.isGeneral(trace.condition()) || asksForNothing(logic, trace))) {
            return Outcome.NOT_APPLICABLE;
        }
        return !failing.isEmpty() && failing.stream().allMatch(ConditionTrace::failsByUnknown)
                ? Outcome.UNKNOWN
                : Outcome.NOT_FIRED;
    }

    /** Whether it compares with a limit that the request does not set. */
    private static boolean asksForNothing(RuleLogic logic, ConditionTrace trace) {
        return trace.operands().stream()
                .anyMatch(operand -> operand.value() == null
                        && operand.path().startsWith("$")
                        && !logic.isOfCandidate(operand.path()));
    }

    /** The trace of one rule; {@code null} if there is none of that id. */
    public @Nullable RuleTrace of(Candidate candidate, String rule) {
        return of(candidate).stream()
                .filter(trace -> trace.rule().id().equals(rule))
                .findFirst()
                .orElse(null);
    }
}
