package advisor.advice.change;

import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.CostPart;
import advisor.facts.Memory;
import advisor.facts.Request;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.request.amount.Digits;
import advisor.text.Ids;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a seller could offer otherwise: a lower price, or one where none is known; a better warranty; devices with more
 * memory. The prices of a hosted service are list prices, and none.
 */
final class OfferLevers {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double MARGIN = 1.1;

    /** Nobody offers so many times the memory of a device, nor the same for such a part of its price. */
    private static final int MOST_TIMES = 4;

    private final Request request;
    private final DeploymentOption option;
    private final List<Candidate> candidates;
    private final List<Lever> levers = new ArrayList<>();

    private OfferLevers(Request request, List<Candidate> candidates) {
        this.request = request;
        this.option = candidates.get(0).option();
        this.candidates = candidates;
    }

    /**
     * @param candidates the option in each of its formats
     * @param rate likely rate of a device for an hour; {@code null} if none is known
     * @param usual what a machine that works costs; {@code null} if none does
     */
    static List<Lever> of(Request request, List<Candidate> candidates, @Nullable Money rate, @Nullable Money usual) {
        return new OfferLevers(request, candidates).levers(rate, usual);
    }

    private List<Lever> levers(@Nullable Money rate, @Nullable Money usual) {
        if (option.kind() == OptionKind.PURCHASE) {
            price(usual);
            add("warranty", Ids.of(option.warranty()), betterWarranties());
        } else if (option.kind() == OptionKind.RENTAL && rate != null) {
            lower("device-hour", rate, OfferLevers::cents, this::rateWithin);
        }
        memory();
        return levers;
    }

    private void price(@Nullable Money usual) {
        Money present = part(candidates.get(0), CostPart.HARDWARE);
        if (present != null) {
            lower("price", present, Digits::roundedDown, this::priceWithin);
            return;
        }
        Money most = request.budget() == null ? usual : request.budget();
        if (most != null) {
            Money setup = part(candidates.get(0), CostPart.SETUP);
            Stream<BigDecimal> left = candidates.stream()
                    .map(candidate -> candidate.plan().units())
                    .distinct()
                    .map(units -> most.dividedBy(units).amount())
                    .map(share -> share.subtract(setup == null ? BigDecimal.ZERO : setup.amount()))
                    .flatMap(share -> Stream.of(share, half(share)))
                    .sorted(Collections.reverseOrder());
            add("price", null, texts(left, Digits::roundedDown, most));
        }
    }

    /** First what the budget just pays for, then halves. */
    private void lower(String field, Money present, UnaryOperator<BigDecimal> round, Within within) {
        BigDecimal now = present.amount();
        BigDecimal least = now.divide(BigDecimal.valueOf(MOST_TIMES));
        Stream<BigDecimal> affordable = candidates.stream().flatMap(candidate -> within.budget(now, candidate));
        List<BigDecimal> lower = Stream.concat(affordable, Stream.of(half(now), half(half(now))))
                .filter(amount -> amount.compareTo(now) < 0 && amount.compareTo(least) >= 0)
                .sorted(Collections.reverseOrder())
                .toList();
        add(field, text(round.apply(now), present), texts(lower.stream(), round, present));
    }

    /** Which amounts instead of the present one bring a cost within the budget. */
    private interface Within {
        Stream<BigDecimal> budget(BigDecimal now, Candidate candidate);
    }

    /** The price less what each unit costs too much. */
    private Stream<BigDecimal> priceWithin(BigDecimal now, Candidate candidate) {
        Money budget = request.budget();
        Money outlay = candidate.cost().likelyOutlay();
        return budget == null || outlay == null
                ? Stream.empty()
                : Stream.of(now.subtract(
                        outlay.minus(budget).dividedBy(candidate.plan().units()).amount()));
    }

    /** The rate less its share of what the rent is too much. */
    private Stream<BigDecimal> rateWithin(BigDecimal now, Candidate candidate) {
        Cost cost = candidate.cost();
        Money budget = request.budget();
        Money outlay = cost.likelyOutlay();
        MoneyRange rent = cost.part(CostPart.RENT);
        if (budget == null || outlay == null || rent == null) {
            return Stream.empty();
        }
        Money all = rent.likely().times(cost.horizonMonths());
        double tooMuch = outlay.minus(budget).shareOf(all);
        return Stream.of(now.multiply(BigDecimal.valueOf(1 - tooMuch)));
    }

    /** Of one unit. */
    private static @Nullable Money part(Candidate candidate, CostPart part) {
        MoneyRange amount = candidate.cost().part(part);
        return amount == null
                ? null
                : amount.likely().dividedBy(candidate.plan().units());
    }

    private List<String> betterWarranties() {
        return Arrays.stream(Warranty.values())
                .filter(warranty -> warranty.compareTo(option.warranty()) > 0)
                .map(Ids::of)
                .toList();
    }

    /** As much more as is missing, a tenth above it, and twice the present. */
    private void memory() {
        Bytes each = option.accelerator().memory();
        if (each == null || option.devices() == 0) {
            return;
        }
        double now = each.gigabytes();
        List<String> enough = candidates.stream()
                .flatMap(candidate -> shares(candidate.memory()))
                .filter(share -> share <= MOST_TIMES)
                .sorted()
                .map(share -> Digits.plain(BigDecimal.valueOf(Math.ceil(now * share))))
                .toList();
        add("memory-gb", Digits.plain(BigDecimal.valueOf(now)), enough);
    }

    private static Stream<Double> shares(Memory memory) {
        Bytes needed = memory.needed();
        Bytes usable = memory.usable();
        if (needed == null || usable == null || usable.count() == 0 || memory.shortfall() == null) {
            return Stream.empty();
        }
        double share = (double) needed.count() / usable.count();
        return Stream.of(share, share * MARGIN, share * 2);
    }

    private static BigDecimal half(BigDecimal amount) {
        return amount.divide(TWO);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.multiply(HUNDRED).setScale(0, RoundingMode.FLOOR).divide(HUNDRED);
    }

    private static List<String> texts(Stream<BigDecimal> amounts, UnaryOperator<BigDecimal> round, Money currency) {
        return amounts.map(round)
                .filter(amount -> amount.signum() > 0)
                .map(amount -> text(amount, currency))
                .distinct()
                .toList();
    }

    private static String text(BigDecimal amount, Money money) {
        return Digits.plain(amount) + money.currency();
    }

    private void add(String field, @Nullable String present, List<String> values) {
        List<Change> changes = values.stream()
                .distinct()
                .filter(value -> !value.equals(present))
                .map(value -> new Change(Of.OFFER, field, present, value))
                .toList();
        if (!changes.isEmpty()) {
            levers.add(new Lever(changes));
        }
    }
}
