package advisor.rules.session;

import advisor.facts.Candidate;
import advisor.rules.text.RuleDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.drools.core.reteoo.BetaNode;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/** Judges the facts of one request; a rule that fails is left out, and the facts are judged again without it. */
public final class Hearing {
    private final RuleBases bases;
    private final Collection<?> facts;
    private final Predicate<RuleDefinition> speaks;
    private final int limit;
    private final Effort.Deadline deadline;
    private final List<RuleError> errors = new ArrayList<>();

    /**
     * @param speaks whether a rule is asked
     * @param limit firings after which a run is stopped
     * @param patience with all runs together
     */
    public Hearing(
            RuleBases bases, Collection<?> facts, Predicate<RuleDefinition> speaks, int limit, Patience patience) {
        this.bases = bases;
        this.facts = facts;
        this.speaks = speaks;
        this.limit = limit;
        this.deadline = Effort.Deadline.from(patience);
    }

    /**
     * @throws RuleFailure if no rule can be blamed for a failure, or if it takes too long
     * @throws java.util.concurrent.CancellationException if nobody waits for it any longer
     */
    public Judgement judgement() {
        try {
            Judgement judgement = run(bases.of(speaks), facts).judgement();
            return judgement == null ? withoutFailing() : judgement;
        } catch (Effort.Late e) {
            BetaNode at = e.at();
            throw RuleFailure.late(
                    deadline.patience().deadline(),
                    at == null ? List.of() : bases.of(speaks).rules(at),
                    errors);
        }
    }

    /** A session tells only one that watches it which rule fails. */
    private Judgement withoutFailing() {
        while (true) {
            RuleBase base = bases.of(this::runs);
            Watch watch = new Watch(base);
            RuleRun run = RuleRun.of(base, facts, watch, limit, deadline);
            Judgement judgement = run.judgement();
            if (judgement != null) {
                return new Judgement(judgement.firings(), judgement.facts(), List.copyOf(errors));
            }
            errors.addAll(errors(run.failure(), watch, base));
        }
    }

    private RuleRun run(RuleBase base, Collection<?> some) {
        return RuleRun.of(base, some, null, limit, deadline);
    }

    private boolean runs(RuleDefinition rule) {
        return speaks.test(rule) && errors.stream().noneMatch(error -> error.rule() == rule);
    }

    private List<RuleError> errors(@Nullable Throwable failure, Watch watch, RuleBase base) {
        if (failure instanceof Effort.TooMuch effort) {
            return base.rules(effort.join()).stream()
                    .map(rule -> RuleError.tooMuch(rule, effort.most()))
                    .toList();
        }
        return List.of(failure == null ? RuleError.endless(watch.mostFired(), limit) : error(failure, watch, base));
    }

    private RuleError error(Throwable failure, Watch watch, RuleBase base) {
        Match match = watch.current();
        return match == null
                ? condition(failure)
                : RuleError.thrown(base.rule(match), RuleBase.candidate(match), failure);
    }

    /** The error of a rule of which a condition failed: the engine tells of none, so each is tried without the others. */
    private RuleError condition(Throwable failure) {
        List<RuleDefinition> running = bases.rules().stream().filter(this::runs).toList();
        RuleDefinition culprit = culprit(running).orElseThrow(() -> new RuleFailure(failure));
        RuleBase alone = bases.only(culprit::equals);
        Throwable own = run(alone, facts).failure();
        return RuleError.thrown(culprit, candidate(alone), own == null ? failure : own);
    }

    /** The first of some rules that fails; found by halves. */
    private Optional<RuleDefinition> culprit(List<RuleDefinition> suspects) {
        if (suspects.isEmpty() || !run(bases.only(suspects::contains), facts).failed()) {
            return Optional.empty();
        }
        int half = suspects.size() / 2;
        return half == 0
                ? Optional.of(suspects.get(0))
                : culprit(suspects.subList(0, half)).or(() -> culprit(suspects.subList(half, suspects.size())));
    }

    /** The first candidate on which a rule fails; {@code null} if it fails without any. */
    private @Nullable Candidate candidate(RuleBase alone) {
        List<Object> others = new ArrayList<>(facts);
        others.removeIf(Candidate.class::isInstance);
        if (run(alone, others).failed()) {
            return null;
        }
        return facts.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .filter(candidate -> run(alone, with(others, candidate)).failed())
                .findFirst()
                .orElse(null);
    }

    private static List<Object> with(List<Object> facts, Object more) {
        List<Object> all = new ArrayList<>(facts);
        all.add(more);
        return all;
    }
}
