package advisor.rules;

import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Facts;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.RuleTrace;
import advisor.rules.explain.Tracer;
import advisor.rules.session.Firing;
import advisor.rules.session.Judgement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outcome of every rule for one candidate. */
public final class RuleTraces {
    private final RuleBook book;
    private final Judgement judgement;
    private final Lens lens;
    private final LocalDate asOf;
    private final Facts facts;

    /** @param judgement what the rules said, under a lens and on a day */
    public RuleTraces(RuleBook book, Judgement judgement, Lens lens, LocalDate asOf) {
        this.book = book;
        this.judgement = judgement;
        this.lens = lens;
        this.asOf = asOf;
        this.facts = new Facts(judgement.facts());
    }

    /** One trace for each rule, in the order of their ids. */
    public List<RuleTrace> of(Candidate candidate) {
        Set<String> fired = judgement.firings().stream()
                .filter(firing -> speaksOf(firing, candidate))
                .map(firing -> firing.rule().id())
                .collect(Collectors.toSet());
        return book.logic().stream()
                .map(logic ->
                        trace(logic, candidate, fired.contains(logic.rule().id())))
                .toList();
    }

    /** A rule on the request as a whole speaks of every candidate. */
    private static boolean speaksOf(Firing firing, Candidate candidate) {
        Candidate spokenOf = firing.candidate();
        return spokenOf == null || spokenOf.equals(candidate);
    }

    private RuleTrace trace(RuleLogic logic, Candidate candidate, boolean fired) {
        if (judgement.errors().stream().anyMatch(error -> error.rule() == logic.rule() && error.endless())) {
            return new RuleTrace(logic.rule(), Outcome.ERROR, List.of());
        }
        List<ConditionTrace> conditions = Tracer.trace(logic, facts, logic.hasSubject() ? candidate : null);
        if (judgement.errors().stream().anyMatch(error -> error.rule() == logic.rule())) {
            return new RuleTrace(logic.rule(), Outcome.ERROR, conditions);
        }
        return new RuleTrace(logic.rule(), fired ? Outcome.FIRED : outcome(logic, conditions), conditions);
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
