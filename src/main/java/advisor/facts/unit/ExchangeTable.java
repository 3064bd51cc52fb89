package advisor.facts.unit;

import advisor.facts.unit.Formula.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rates of exchange: the parameters {@code exchange/…}, in the unit {@code CNY/USD} for the yuan that a dollar costs. */
public final class ExchangeTable {
    private static final String GROUP = "exchange/";
    private static final Pattern UNIT = Pattern.compile("(?<paid>[A-Z]{3})/(?!\\k<paid>)(?<got>[A-Z]{3})");

    private final List<Rate> rates;
    private final Map<String, Optional<List<Step>>> ways = new ConcurrentHashMap<>();

    private ExchangeTable(List<Rate> rates) {
        this.rates = rates;
    }

    /** The table among some parameters. */
    public static ExchangeTable of(Collection<Parameter> parameters) {
        return new ExchangeTable(parameters.stream()
                .filter(parameter -> parameter.id().startsWith(GROUP))
                .flatMap(parameter -> rate(parameter).stream())
                .sorted()
                .toList());
    }

    /** Whether a parameter would be a rate of exchange, but for its unit: that of one is two currencies. */
    public static boolean isMalformed(String id, String unit) {
        return id.startsWith(GROUP) && !UNIT.matcher(unit).matches();
    }

    private static Optional<Rate> rate(Parameter parameter) {
        Matcher unit = UNIT.matcher(parameter.unit());
        return unit.matches()
                ? Optional.of(
                        new Rate(parameter.id(), new Currency(unit.group("paid")), new Currency(unit.group("got"))))
                : Optional.empty();
    }

    /** @param paid for one unit of what is got */
    private record Rate(String id, Currency paid, Currency got) implements Comparable<Rate> {
        Stream<Step> steps() {
            return Stream.of(new Step(id, Operator.PRODUCT, got, paid), new Step(id, Operator.QUOTIENT, paid, got));
        }

        @Override
        public int compareTo(Rate other) {
            return id.compareTo(other.id);
        }
    }

    /**
     * From one currency into another, by the parameter with an id.
     *
     * @param operator what is done with the amount and the rate
     */
    public record Step(String rate, Operator operator, Currency from, Currency to) {
        /** @param value of the rate */
        public Money convert(Money money, double value) {
            double factor = operator == Operator.PRODUCT ? value : 1 / value;
            return new Money(money.times(factor).amount(), to);
        }
    }

    /** The codes of the currencies that amounts can stand in: those that the rates lead to. */
    public SortedSet<String> currencies() {
        SortedSet<String> codes = new TreeSet<>(Set.of(Currency.CNY.code()));
        boolean found = true;
        while (found) {
            found = false;
            for (Rate rate : rates) {
                boolean reached = codes.contains(rate.paid.code()) || codes.contains(rate.got.code());
                found |= reached && codes.addAll(List.of(rate.paid.code(), rate.got.code()));
            }
        }
        return codes;
    }

    /** The shortest way from one currency into another; empty if there is none. */
    public Optional<List<Step>> way(Currency from, Currency to) {
        return from.equals(to)
                ? Optional.of(List.of())
                : ways.computeIfAbsent(from.code() + to.code(), pair -> search(from, to));
    }

    private Optional<List<Step>> search(Currency from, Currency to) {
        Set<Currency> reached = new HashSet<>(Set.of(from));
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(from, List.of())));
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (way.end.equals(to)) {
                return Optional.of(way.steps);
            }
            rates.stream()
                    .flatMap(Rate::steps)
                    .filter(step -> step.from.equals(way.end) && reached.add(step.to))
                    .forEach(step -> open.add(way.then(step)));
        }
        return Optional.empty();
    }

    private record Way(Currency end, List<Step> steps) {
        Way then(Step step) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Way(step.to, longer);
        }
    }
}
