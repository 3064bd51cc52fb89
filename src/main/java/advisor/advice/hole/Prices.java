package advisor.advice.hole;

import advisor.advice.Advice;
import advisor.advice.Hole;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameters;
import advisor.sizing.plan.Sizings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the amount below which what has no price comes first. */
final class Prices {
    /** Half of the least that is asked for the like may still be worth asking for. */
    private static final double WORTH_ASKING = 2;

    private final Contest contest;
    private final Sizings sizings;
    private final Advice advice;
    private final Request request;
    private final Going going;

    Prices(Contest contest, Sizings sizings) {
        this.contest = contest;
        this.sizings = sizings;
        this.advice = contest.advice();
        this.request = advice.request();
        this.going = new Going(contest.catalog(), request, Parameters.of(contest.parameters()));
    }

    /** @param verdict on it without a price; {@code null} if it is an offer that nobody is known to make */
    Optional<Found> turning(Unpriced unpriced, @Nullable Verdict verdict) {
        double even = even(unpriced, verdict);
        Optional<Money> least = going.least(unpriced);
        double floor =
                least.map(going -> going.amount().doubleValue() / WORTH_ASKING).orElse(0.0);
        if (even <= floor / WORTH_ASKING) {
            return Optional.empty();
        }
        int guess = Ladder.below(Math.max(even, floor));
        int highest = guess + Ladder.TENFOLD;
        Map<Integer, Candidate> leading = new HashMap<>();
        OptionalInt rung = Ladder.highest(
                floor == 0 ? guess - Ladder.TENFOLD : Ladder.below(floor),
                guess,
                highest,
                tried -> leads(unpriced, tried, leading));
        return rung.stream()
                .mapToObj(found -> found(
                        unpriced,
                        Objects.requireNonNull(leading.get(found)),
                        found == highest ? null : amount(found),
                        least))
                .findFirst();
    }

    private boolean leads(Unpriced unpriced, int rung, Map<Integer, Candidate> leading) {
        first(unpriced, rung).ifPresent(plan -> leading.put(rung, plan));
        return leading.containsKey(rung);
    }

    private Found found(Unpriced unpriced, Candidate plan, @Nullable Money highest, Optional<Money> least) {
        Money flipsAt = isFirstAtAnyPrice(unpriced) ? null : highest;
        double ease =
                flipsAt == null ? Found.EASIEST : least.map(flipsAt::shareOf).orElse(1.0);
        return new Found(new Hole(unpriced.fact(), plan, flipsAt, ease >= 1, unpriced.wattsTaken()), ease);
    }

    /** Where nothing works, a hosted offer comes first whatever it takes: the budget alone is no price to look for. */
    private boolean isFirstAtAnyPrice(Unpriced unpriced) {
        return unpriced.fact() == Hole.Fact.HOSTED_OFFER && advice.viable().isEmpty();
    }

    private Money amount(int rung) {
        return new Money(Ladder.amount(rung), request.currency());
    }

    private Optional<Candidate> first(Unpriced unpriced, int rung) {
        return contest.first(candidates(unpriced, amount(rung)));
    }

    private List<Candidate> candidates(Unpriced unpriced, Money amount) {
        return contest.candidates(
                sizings,
                request,
                unpriced.at(amount),
                contest.catalog().engines().values());
    }

    /** The amount at which it costs as much as what comes first, or as is there to spend. */
    private double even(Unpriced unpriced, @Nullable Verdict verdict) {
        Candidate one = like(verdict, candidates(unpriced, Money.of(1, request.currency())));
        Candidate two = like(verdict, candidates(unpriced, Money.of(2, request.currency())));
        Optional<Money> all = advice.viable().stream()
                .flatMap(option ->
                        Stream.ofNullable(option.best().candidate().cost().likelyTotal()))
                .findFirst();
        Money budget = request.budget();
        if (all.isPresent()) {
            return even(all.get(), one.cost().likelyTotal(), two.cost().likelyTotal());
        }
        return budget == null
                ? going.least(unpriced)
                        .map(least -> least.amount().doubleValue())
                        .orElse(1.0)
                : even(budget, one.cost().likelyOutlay(), two.cost().likelyOutlay());
    }

    private static double even(Money aim, @Nullable Money one, @Nullable Money two) {
        return one == null || two == null
                ? 0
                : 1
                        + aim.minus(one).amount().doubleValue()
                                / two.minus(one).amount().doubleValue();
    }

    private static Candidate like(@Nullable Verdict verdict, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> verdict == null || candidate.equals(verdict.candidate()))
                .findFirst()
                .orElse(candidates.get(0));
    }
}
