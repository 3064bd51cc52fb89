package advisor.advice.survey;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Alternative;
import advisor.advice.Guessing;
import advisor.advice.OptionVerdict;
import advisor.advice.Overrides;
import advisor.advice.Reason;
import advisor.advice.Slower;
import advisor.advice.Stance;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.model.Substitute;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the same question of models that can stand in for the one asked for, and of answers that come slower, and keeps
 * what costs less.
 */
public final class Alternatives {
    /** Beyond this multiple of a cost another one counts as dearer. */
    private static final String NEAR = "money/near-factor";

    /** Tokens that a module is told to guess, by default. */
    private static final String GUESSED = "performance/guessed-tokens";

    private static final String BANNED = "privacy/banned-maker";

    private final Advisor advisor;
    private final Advice advice;
    private final Optional<OptionVerdict> recommended;

    /** What is recommended for the model asked for costs; {@code null} if nothing is, or at no known cost. */
    private final @Nullable Money asked;

    private final Parameters inForce;

    /** @param advisor that was told what the question tells */
    public Alternatives(Advisor advisor, Advice advice) {
        this.advisor = advisor.withRules(advisor.rules().withoutNotes());
        this.advice = advice;
        this.recommended = advice.recommended();
        this.asked = recommended.map(Alternatives::total).orElse(null);
        this.inForce = Parameters.of(new Overrides(advisor.catalog(), advice.request()).parameters());
    }

    /** The advice with all that it found. */
    public Advice added() {
        return advice.with(cheaper()).withSlower(slower()).withGuessing(guessing());
    }

    /**
     * Those that can be recommended and cost clearly less, or any where nothing can be for the model asked for; the least
     * first. The founding documents know no other model.
     */
    public List<Alternative> cheaper() {
        return cheaper(couldSave());
    }

    /**
     * What would do at half the speed that is taken to be wished, if it costs clearly less, or can be recommended where
     * nothing else can: how fast that is sets how many units a load takes, and who asked for none may want to say.
     */
    public @Nullable Slower slower() {
        double wished = inForce.value(Parameter.READING_SPEED);
        return speedSetsUnits()
                ? less(advice.request().withMinSpeed(wished / 2))
                        .map(best -> new Slower(wished / 2, wished, best, saving(total(best))))
                        .orElse(null)
                : null;
    }

    /**
     * What would do at the speed that is asked for, if the model's own module guesses tokens ahead and that costs clearly
     * less, or can be recommended where nothing else can. Nobody's engine does it unless it is told to.
     */
    public @Nullable Guessing guessing() {
        int tokens = (int) inForce.value(GUESSED);
        return mayGuess()
                ? less(advice.request().withSpeculativeTokens(tokens))
                        .map(best -> new Guessing(tokens, best, saving(total(best))))
                        .orElse(null)
                : null;
    }

    /** What comes first for another request, if it costs clearly less. */
    private Optional<OptionVerdict> less(Request other) {
        return advisor.advise(other, couldSave()).recommended().filter(best -> isLess(total(best)));
    }

    private boolean mayGuess() {
        Request request = advice.request();
        return request.minTokensPerSecond() != null
                && request.speculativeTokens() == 0
                && advice.model().predictionLayers() > 0
                && severalUnits();
    }

    private boolean speedSetsUnits() {
        Request request = advice.request();
        return request.minTokensPerSecond() == null && request.waits() && severalUnits();
    }

    /** Whether what is recommended takes several machines, if anything is: speed is what takes them. */
    private boolean severalUnits() {
        return advice.request().lens() == Lens.EVIDENCE
                && advice.complete()
                && recommended
                        .map(best -> best.best().candidate().plan().units() > 1)
                        .orElse(true);
    }

    /** The same where no other options are tried. */
    List<Alternative> cheaper(Predicate<DeploymentOption> options) {
        boolean hopeless = advice.request().lens() == Lens.FOUNDING || asked == null && recommended.isPresent();
        return hopeless
                ? List.of()
                : advisor
                        .catalog()
                        .substitutes(advice.model().id(), advice.request().asOf())
                        .stream()
                        .flatMap(substitute -> cheaper(substitute, options).stream())
                        .sorted(Comparator.comparing(
                                alternative -> total(alternative.best()),
                                Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
    }

    private Optional<Alternative> cheaper(Substitute substitute, Predicate<DeploymentOption> options) {
        Advice other = advisor.advise(advice.request().withModel(substitute.model()), options);
        return other.recommended()
                .filter(best -> !isBanned(best))
                .filter(best -> isLess(total(best)))
                .map(best -> new Alternative(substitute, other.model(), best, saving(total(best))));
    }

    /** Whether bans stand that reach the other model too: it is no remedy then. */
    private static boolean isBanned(OptionVerdict best) {
        return best.best().reasons(Finding.Kind.CONCERN).stream()
                .anyMatch(reason -> reason.rule().id().equals(BANNED));
    }

    /**
     * A unit costs the same whatever model it runs; what an embargo bars, and what is doubtful of a quote, is so for any.
     * Services that host the other model alone were not judged yet, nor machines that were too small for the one asked for.
     */
    private Predicate<DeploymentOption> couldSave() {
        Set<String> hopeless = advice.verdicts().stream()
                .filter(verdict -> verdict.option().kind() != OptionKind.API)
                .filter(verdict -> barred(verdict)
                        || doubtful(verdict)
                        || !isLess(ofOneUnit(verdict.best().candidate())))
                .map(verdict -> verdict.option().id())
                .collect(Collectors.toSet());
        return option -> !hopeless.contains(option.id());
    }

    private static boolean barred(OptionVerdict verdict) {
        return verdict.stance() == Stance.REJECTED
                && verdict.best().decisive().stream().anyMatch(Reason::isOfTrade);
    }

    private static boolean doubtful(OptionVerdict verdict) {
        return verdict.best().reasons(Finding.Kind.UNKNOWN).stream()
                .anyMatch(reason -> reason.rule().topic().equals("offers"));
    }

    private static @Nullable Money ofOneUnit(Candidate candidate) {
        Money total = candidate.cost().likelyTotal();
        return total == null ? null : total.dividedBy(candidate.plan().units());
    }

    /** Whether it is clearly less than what was asked for costs, or known at all where nothing is recommended for that. */
    private boolean isLess(@Nullable Money cost) {
        return cost != null && (asked == null || asked.shareOf(cost) > inForce.value(NEAR));
    }

    private @Nullable Money saving(@Nullable Money cost) {
        return cost == null || asked == null ? null : asked.minus(cost);
    }

    private static @Nullable Money total(OptionVerdict option) {
        return option.best().candidate().cost().likelyTotal();
    }
}
