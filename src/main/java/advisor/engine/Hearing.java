package advisor.engine;

import advisor.model.Candidate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.rule.Match;

/** Judges the facts of one request; a rule that fails is left out, and the facts are judged again without it. */
final class Hearing {
    private final RuleBases bases;
    private final Collection<?> facts;
    private final Supplier<Recorder> recorders;
    private final int limit;
    private final List<RuleError> errors = new ArrayList<>();

    /**
     * @param recorders a new one for each run
     * @param limit firings after which a run is stopped
     */
    Hearing(RuleBases bases, Collection<?> facts, Supplier<Recorder> recorders, int limit) {
        this.bases = bases;
        this.facts = facts;
        this.recorders = recorders;
        this.limit = limit;
    }

    /** @throws RuleFailure if no rule can be blamed for a failure */
    Judgement judgement() {
        RuleRun run = run(bases.without(failed()), facts);
        Judgement judgement = run.judgement();
        while (judgement == null) {
            errors.add(error(run));
            run = run(bases.without(failed()), facts);
            judgement = run.judgement();
        }
        return new Judgement(judgement.firings(), judgement.suppressed(), judgement.facts(), List.copyOf(errors));
    }

    private RuleRun run(KieBase base, Collection<?> some) {
        return RuleRun.of(base, some, recorders.get(), limit);
    }

    private Set<RuleDefinition> failed() {
        Set<RuleDefinition> failed = new LinkedHashSet<>();
        errors.forEach(error -> failed.add(error.rule()));
        return failed;
    }

    private RuleError error(RuleRun run) {
        Throwable failure = run.failure();
        if (failure == null) {
            return RuleError.endless(run.recorder().mostFired(), limit);
        }
        Match match = run.recorder().current();
        return match == null
                ? condition(failure)
                : RuleError.thrown(run.recorder().rule(match), Recorder.boundCandidate(match), failure);
    }

    /** The error of a rule of which a condition failed: the engine tells of none, so each is tried without the others. */
    private RuleError condition(Throwable failure) {
        RuleDefinition culprit = culprit(running()).orElseThrow(() -> new RuleFailure(failure));
        KieBase alone = bases.only(List.of(culprit));
        Throwable own = run(alone, facts).failure();
        return RuleError.thrown(culprit, candidate(alone), own == null ? failure : own);
    }

    private List<RuleDefinition> running() {
        Set<RuleDefinition> failed = failed();
        return bases.byKey().values().stream()
                .filter(rule -> !failed.contains(rule))
                .toList();
    }

    /** The first of some rules that fails; found by halves. */
    private Optional<RuleDefinition> culprit(List<RuleDefinition> suspects) {
        if (suspects.isEmpty() || !run(bases.only(suspects), facts).failed()) {
            return Optional.empty();
        }
        int half = suspects.size() / 2;
        return half == 0
                ? Optional.of(suspects.get(0))
                : culprit(suspects.subList(0, half)).or(() -> culprit(suspects.subList(half, suspects.size())));
    }

    /** The first candidate on which a rule fails; {@code null} if it fails without any. */
    private @Nullable Candidate candidate(KieBase alone) {
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
