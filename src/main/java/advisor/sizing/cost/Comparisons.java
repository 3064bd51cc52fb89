package advisor.sizing.cost;

import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.CostCurve;
import advisor.facts.Request;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which candidates are worth comparing by cost: not those that cannot run the model, are too slow for the load, or that the
 * data may not go to, and not those without a price, which would look free.
 */
public final class Comparisons {
    private static final int LEAST_PROVEN_BITS = 4;
    private final Request request;
    private final List<Candidate> priced;
    private final Map<Candidate, Money> totals = new HashMap<>();

    public Comparisons(Request request, Collection<Candidate> candidates) {
        this.request = request;
        this.priced = candidates.stream()
                .filter(Comparisons::carriesTheLoad)
                .filter(candidate -> request.letsDataGoTo(candidate.option()))
                .filter(candidate -> candidate.memory().shortfall() == null)
                .filter(candidate -> candidate.plan().knownToRun())
                .toList();
        this.priced.forEach(candidate -> totals.put(candidate, totalAtLoad(candidate)));
    }

    /** A machine that answers too slowly does not give the tokens that another is paid for. */
    private static boolean carriesTheLoad(Candidate candidate) {
        CostCurve curve = candidate.cost().curve();
        return curve != null && (candidate.plan().fastEnough() || curve.capacity() == null);
    }

    /** Machines with the cheapest service, services with the cheapest machine that works, rent with purchase. */
    public List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        Candidate service = cheapest(Comparisons::isService);
        List<Candidate> working = priced.stream().filter(this::works).toList();
        Candidate machine = cheapest(candidate -> working.contains(candidate) && isChosen(candidate, working));
        Map<List<Object>, Candidate> twins = cheapestBought(Comparisons::twin);
        Map<List<Object>, Candidate> sameCards = cheapestBought(Comparisons::cards);
        for (Candidate candidate : priced) {
            addIfKnown(candidate, isService(candidate) ? machine : service, all);
            if (candidate.option().kind() == OptionKind.RENTAL) {
                Candidate bought = twins.getOrDefault(twin(candidate), sameCards.get(cards(candidate)));
                addIfKnown(candidate, bought, all);
            }
        }
        return all;
    }

    private void addIfKnown(Candidate candidate, @Nullable Candidate other, List<Comparison> all) {
        CostCurve one = candidate.cost().curve();
        CostCurve two = other == null ? null : other.cost().curve();
        if (other != null && one != null && two != null) {
            all.add(comparison(candidate, one, other, two));
        }
    }

    private Comparison comparison(Candidate candidate, CostCurve one, Candidate other, CostCurve two) {
        double load = candidate.cost().tokens().tokensPerMonth();
        long tokens = Math.round(load);
        boolean known = one.capacity() != null && two.capacity() != null;
        Long turn = known ? BreakEven.turn(one, two) : null;
        boolean bothUnknown = one.capacity() == null && two.capacity() == null;
        Integer months = known || bothUnknown ? BreakEven.months(one, two, tokens) : null;
        return new Comparison(
                candidate,
                other,
                total(candidate),
                two.total(tokens),
                streams(one, load),
                known,
                turn,
                turn == null ? null : (long) Math.ceil((double) turn * request.streams() / load),
                months,
                months != null && months <= one.horizonMonths());
    }

    /** A service carries any load. */
    private @Nullable Long streams(CostCurve curve, double tokensPerMonth) {
        Long capacity = curve.capacity();
        return capacity == null || capacity == CostCurve.UNLIMITED
                ? null
                : (long) Math.floor(capacity * (request.streams() / tokensPerMonth));
    }

    private @Nullable Candidate cheapest(Predicate<Candidate> wanted) {
        return priced.stream().filter(wanted).min(byCost()).orElse(null);
    }

    private Comparator<Candidate> byCost() {
        return Comparator.comparing(this::total).thenComparing(Candidate::id);
    }

    private Money total(Candidate candidate) {
        return Objects.requireNonNull(totals.get(candidate));
    }

    private static Money totalAtLoad(Candidate candidate) {
        CostCurve curve = Objects.requireNonNull(candidate.cost().curve());
        return curve.total(Math.round(candidate.cost().tokens().tokensPerMonth()));
    }

    private static boolean isService(Candidate candidate) {
        return candidate.option().kind() == OptionKind.API;
    }

    /** A machine on sale that carries the load, fast enough, in a format of proven quality. */
    private boolean works(Candidate candidate) {
        return !isService(candidate)
                && candidate.memory().spare() != null
                && candidate.precision().weightBits() >= LEAST_PROVEN_BITS
                && candidate.plan().fastEnough()
                && candidate.option().obtainableOn(request.asOf());
    }

    /** Whether it is run in the format that comes first of those in which its option works. */
    private static boolean isChosen(Candidate candidate, List<Candidate> working) {
        return working.stream()
                .filter(other -> other.option().id().equals(candidate.option().id()))
                .noneMatch(other -> other.preferredTo(candidate));
    }

    /** What a rented machine and a bought one have in common. */
    private static List<Object> cards(Candidate candidate) {
        return List.of(candidate.accelerator().id(), candidate.option().devices());
    }

    /** The same cards with the same format: the price of the cards does not depend on it, what they carry does. */
    private static List<Object> twin(Candidate candidate) {
        return List.of(cards(candidate), candidate.precision());
    }

    private Map<List<Object>, Candidate> cheapestBought(Function<Candidate, List<Object>> key) {
        Map<List<Object>, Candidate> cheapest = new HashMap<>();
        priced.stream()
                .filter(candidate -> candidate.option().purchased())
                .sorted(byCost())
                .forEach(candidate -> cheapest.putIfAbsent(key.apply(candidate), candidate));
        return cheapest;
    }
}
