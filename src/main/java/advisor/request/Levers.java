package advisor.request;

import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.unit.Money;
import advisor.request.amount.Digits;
import advisor.text.Ids;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How fields can be changed for an option: as far as its own figures ask for. Demands are only loosened. */
final class Levers {
    private static final int HALVINGS = 4;
    private static final double LEAST = 0.1;

    private Levers() {}

    /** To which values a field could be changed. */
    @FunctionalInterface
    interface Lever<T> {
        /** Values as they are typed, the least change first; each list goes one way. */
        Stream<List<String>> reach(T present, LeverScope scope);
    }

    /** The figures of a candidate that a field is compared with. */
    @FunctionalInterface
    interface Figures<N> extends BiFunction<Candidate, LeverScope, Stream<N>> {}

    /** Only of requests of a kind. */
    static <T> Lever<T> where(Predicate<Request> holds, Lever<T> lever) {
        return (present, scope) -> holds.test(scope.request()) ? lever.reach(present, scope) : Stream.empty();
    }

    static Lever<Integer> halved() {
        return (present, scope) -> Stream.of(texts(Stream.iterate(present / 2, value -> value >= 1, value -> value / 2)
                .limit(HALVINGS)));
    }

    /** Only as far as the requests of a day that are told beside a load are still carried. */
    static Lever<Integer> carryingTheDay(Lever<Integer> lever) {
        return (present, scope) -> lever.reach(present, scope).map(values -> values.stream()
                .filter(value ->
                        MeanStreams.carry(scope.request(), Double.parseDouble(value) / present, scope.parameters()))
                .toList());
    }

    static Lever<Integer> doubledTo(int most) {
        return (present, scope) ->
                Stream.of(texts(Stream.iterate(2 * present, value -> value <= most, value -> 2 * value)));
    }

    /** To what a candidate has more of. */
    static Lever<Integer> raisedTo(Function<Candidate, Integer> figure) {
        return (present, scope) ->
                Stream.of(texts(scope.candidates().stream().map(figure).filter(value -> value > present)));
    }

    /** To what a candidate needs, in tenths. */
    static Lever<Double> raisedToNeeded(Figures<Double> figures) {
        return (present, scope) -> Stream.of(figures(scope, figures)
                .filter(value -> value > present)
                .sorted()
                .map(value -> rounded(value, RoundingMode.CEILING))
                .toList());
    }

    /** To what a candidate reaches, in tenths. */
    static Lever<Double> loweredToReached(Figures<Double> figures) {
        return (present, scope) -> Stream.of(figures(scope, figures)
                .filter(value -> value >= LEAST && value < present)
                .sorted(Collections.reverseOrder())
                .map(value -> rounded(value, RoundingMode.FLOOR))
                .toList());
    }

    /** To the amounts that just pay for it. */
    static Lever<Money> raisedToPrice(Figures<Money> prices) {
        return (present, scope) -> Stream.of(figures(scope, prices)
                .filter(price -> price.compareTo(present) > 0)
                .sorted()
                .map(price -> Digits.plain(Digits.roundedUp(price.amount())) + price.currency())
                .toList());
    }

    /** To what stands after the present choice among the constants. */
    static <E extends Enum<E>> Lever<E> towardsLast(Class<E> type) {
        return (present, scope) -> Stream.of(after(present, List.of(type.getEnumConstants())));
    }

    /** To what stands before the present choice among the constants. */
    static <E extends Enum<E>> Lever<E> towardsFirst(Class<E> type) {
        List<E> reversed = new ArrayList<>(List.of(type.getEnumConstants()));
        Collections.reverse(reversed);
        return (present, scope) -> Stream.of(after(present, reversed));
    }

    private static <E extends Enum<E>> List<String> after(E present, List<E> strictestFirst) {
        return strictestFirst.subList(strictestFirst.indexOf(present) + 1, strictestFirst.size()).stream()
                .map(Ids::of)
                .toList();
    }

    /** To each of the others, whichever is stricter. */
    static <E extends Enum<E>> Lever<E> toAnyOther(Class<E> type) {
        return (present, scope) -> Arrays.stream(type.getEnumConstants())
                .filter(value -> value != present)
                .map(value -> List.of(Ids.of(value)));
    }

    static Lever<LocalDate> toLaterDays() {
        return (present, scope) -> Stream.of(texts(scope.laterDays().stream()));
    }

    private static List<String> texts(Stream<?> values) {
        return values.map(Object::toString).toList();
    }

    private static <N> Stream<N> figures(LeverScope scope, Figures<N> figures) {
        return scope.candidates().stream().flatMap(candidate -> figures.apply(candidate, scope));
    }

    private static String rounded(double value, RoundingMode mode) {
        return Digits.plain(BigDecimal.valueOf(value).setScale(1, mode));
    }
}
