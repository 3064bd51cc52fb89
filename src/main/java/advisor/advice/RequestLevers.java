package advisor.advice;

import advisor.advice.Counterfactual.Change;
import advisor.advice.Counterfactual.Of;
import advisor.model.Billing;
import advisor.model.Candidate;
import advisor.model.Cost;
import advisor.model.Fp8Demand;
import advisor.model.Ids;
import advisor.model.Money;
import advisor.model.Parameters;
import advisor.model.Power;
import advisor.model.PrecisionFloor;
import advisor.model.Privacy;
import advisor.model.Request;
import advisor.model.Sanctions;
import advisor.model.Warranty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which fields of a request could be changed for an option, and to what: as far as its own figures ask for. Demands are
 * only loosened. Model, lens, buyer and jurisdiction are none: nobody moves a company for a card.
 */
final class RequestLevers {
    private static final int HALVINGS = 4;
    private static final int MONTHS_AT_MOST = 120;
    private static final String HOST_SHARE = "power/host-share";

    private final Request request;
    private final List<Candidate> candidates;
    private final Parameters parameters;
    private final List<Lever> levers = new ArrayList<>();

    private RequestLevers(Request request, List<Candidate> candidates, Parameters parameters) {
        this.request = request;
        this.candidates = candidates;
        this.parameters = parameters;
    }

    /**
     * @param candidates the option in each of its formats
     * @param laterDays on which something that matters to it begins or ends
     */
    static List<Lever> of(
            Request request, List<Candidate> candidates, Parameters parameters, Collection<LocalDate> laterDays) {
        return new RequestLevers(request, candidates, parameters).levers(laterDays);
    }

    private List<Lever> levers(Collection<LocalDate> laterDays) {
        budget();
        nodes();
        power();
        speed();
        add("streams", request.streams(), halves(request.streams()));
        add("prompt-tokens", request.promptTokens(), halves(request.promptTokens()));
        add("output-tokens", request.outputTokens(), halves(request.outputTokens()));
        add("horizon", request.horizonMonths(), halves(request.horizonMonths()));
        add("horizon", request.horizonMonths(), doubles(request.horizonMonths()));
        after("precision-floor", request.precisionFloor(), List.of(PrecisionFloor.values()));
        after("warranty", request.warranty(), reversed(Warranty.values()));
        after("privacy", request.privacy(), reversed(Privacy.values()));
        after("fp8", request.fp8(), reversed(Fp8Demand.values()));
        others("billing", request.billing(), Billing.values());
        after("sanctions", request.sanctions(), List.of(Sanctions.values()));
        add(
                "as-of",
                request.asOf().toString(),
                laterDays.stream().map(LocalDate::toString).toList());
        return levers;
    }

    /** The budgets that just pay for it. */
    private void budget() {
        Money budget = request.budget();
        if (budget == null) {
            return;
        }
        List<String> enough = candidates.stream()
                .flatMap(RequestLevers::costs)
                .filter(cost -> cost.compareTo(budget) > 0)
                .sorted()
                .map(cost -> text(Quantity.roundedUp(cost.amount()), cost))
                .toList();
        add("budget", text(budget.amount(), budget), enough);
    }

    private static Stream<Money> costs(Candidate candidate) {
        Cost cost = candidate.cost();
        return Stream.of(
                        Optional.ofNullable(cost.likelyOutlay()),
                        Optional.ofNullable(cost.likelyOutlayAtLoad()),
                        Optional.ofNullable(cost.likelyTotal()))
                .flatMap(Optional::stream);
    }

    private static String text(BigDecimal amount, Money money) {
        return Quantity.text(amount) + money.currency();
    }

    private void nodes() {
        Integer limit = request.maxNodes();
        if (limit != null) {
            add(
                    "max-nodes",
                    limit,
                    candidates.stream()
                            .map(candidate -> candidate.option().nodes())
                            .filter(nodes -> nodes > limit)
                            .toList());
        }
    }

    private void power() {
        Double limit = request.maxPowerKilowatts();
        if (limit != null) {
            List<String> enough = candidates.stream()
                    .flatMap(candidate -> drawnKilowatts(candidate.power()))
                    .filter(kilowatts -> kilowatts > limit)
                    .sorted()
                    .map(kilowatts -> rounded(kilowatts, RoundingMode.CEILING))
                    .toList();
            add("max-power-kw", Quantity.text(BigDecimal.valueOf(limit)), enough);
        }
    }

    /** By the devices with their host, and by all that hangs on the meter. */
    private Stream<Double> drawnKilowatts(Power power) {
        double host = parameters.has(HOST_SHARE) ? parameters.value(HOST_SHARE) : 0;
        return Stream.of(Optional.ofNullable(power.withHost(host)), Optional.ofNullable(power.allInKilowatts()))
                .flatMap(Optional::stream);
    }

    /** The speeds that it reaches. */
    private void speed() {
        Double least = request.minTokensPerSecond();
        if (least != null) {
            List<String> reached = candidates.stream()
                    .map(candidate -> candidate.performance().tokensPerSecondPerUser())
                    .flatMap(Stream::ofNullable)
                    .flatMap(speed -> Stream.of(speed.high(), speed.likely(), speed.low()))
                    .filter(speed -> speed >= 0.1 && speed < least)
                    .sorted(Collections.reverseOrder())
                    .map(speed -> rounded(speed, RoundingMode.FLOOR))
                    .toList();
            add("min-speed", Quantity.text(BigDecimal.valueOf(least)), reached);
        }
    }

    /** In tenths. */
    private static String rounded(double value, RoundingMode mode) {
        return Quantity.text(BigDecimal.valueOf(value).setScale(1, mode));
    }

    private static List<Integer> halves(int present) {
        return Stream.iterate(present / 2, value -> value >= 1, value -> value / 2)
                .limit(HALVINGS)
                .toList();
    }

    private static List<Integer> doubles(int months) {
        return Stream.iterate(2 * months, value -> value <= MONTHS_AT_MOST, value -> 2 * value)
                .toList();
    }

    private static <E extends Enum<E>> List<E> reversed(E[] values) {
        List<E> list = new ArrayList<>(List.of(values));
        Collections.reverse(list);
        return list;
    }

    /** What is looser than the present demand. */
    private <E extends Enum<E>> void after(String field, E present, List<E> strictestFirst) {
        List<E> looser = strictestFirst.subList(strictestFirst.indexOf(present) + 1, strictestFirst.size());
        add(field, Ids.of(present), looser.stream().map(Ids::of).toList());
    }

    private <E extends Enum<E>> void others(String field, E present, E[] values) {
        for (E value : values) {
            if (value != present) {
                add(field, Ids.of(present), List.of(Ids.of(value)));
            }
        }
    }

    private void add(String field, int present, List<Integer> values) {
        add(
                field,
                Integer.toString(present),
                values.stream().map(Object::toString).toList());
    }

    private void add(String field, String present, List<String> values) {
        if (!values.isEmpty()) {
            levers.add(new Lever(values.stream()
                    .distinct()
                    .map(value -> new Change(Of.REQUEST, field, present, value))
                    .toList()));
        }
    }
}
