package advisor.workshop;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.CostLine;
import advisor.facts.offer.DatedFigure;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Sourced;
import advisor.request.BadRequestException;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dated figure, and how much rests on it.
 *
 * @param days its age
 * @param requests of which the first or the second viable plan rests on it: its device or model is sized by it, its cost
 *     is calculated with it, or a rule that speaks of it compares with it
 */
public record StaleFigure(DatedFigure figure, long days, int requests) {
    /** What decides most, then what is least sure, then what is oldest. */
    private static final Comparator<StaleFigure> WORST_FIRST = Comparator.comparingInt(StaleFigure::requests)
            .reversed()
            .thenComparing(StaleFigure::confidence)
            .thenComparing(stale -> -stale.days())
            .thenComparing(stale -> stale.figure().owner())
            .thenComparing(stale -> stale.figure().name())
            .thenComparing(stale -> stale.figure().source());

    /**
     * All figures of a catalog and how many requests rest on each.
     *
     * @param figures worst first
     * @param requests how many were judged
     * @param refused why others could not be, of that day
     */
    public record Survey(List<StaleFigure> figures, int requests, List<Text> refused) {}

    /** What is not said is taken for neither sure nor unsure. */
    private Confidence confidence() {
        Confidence stated = figure.confidence();
        return stated == null ? Confidence.MEDIUM : stated;
    }

    /** Judges every request as of one day by the evidence, and counts what the best plans rest on. */
    public static Survey of(Catalog catalog, RuleBook rules, Collection<Scenario> scenarios, LocalDate day) {
        Advisor advisor = new Advisor(catalog, rules);
        List<SortedMap<String, String>> requests = scenarios.stream()
                .map(scenario -> asOf(scenario, day))
                .distinct()
                .toList();
        Map<DatedFigure.Key, Integer> counts = new HashMap<>();
        List<Judged> judged = requests.parallelStream()
                .map(request -> judged(advisor, request, day))
                .toList();
        judged.forEach(request -> request.read().forEach(key -> counts.merge(key, 1, Integer::sum)));
        List<Text> refused = judged.stream()
                .flatMap(request -> Stream.ofNullable(request.refusal()))
                .distinct()
                .toList();
        List<StaleFigure> figures = all(catalog, day)
                .map(figure -> new StaleFigure(
                        figure, ChronoUnit.DAYS.between(figure.day(), day), counts.getOrDefault(figure.key(), 0)))
                .sorted(WORST_FIRST)
                .toList();
        int answered =
                (int) judged.stream().filter(one -> one.refusal() == null).count();
        return new Survey(figures, answered, refused);
    }

    /**
     * What a request rests on.
     *
     * @param refusal why it could not be judged; {@code null} if it was
     */
    private record Judged(Set<DatedFigure.Key> read, @Nullable Text refusal) {}

    private static Judged judged(Advisor advisor, SortedMap<String, String> request, LocalDate day) {
        try {
            return new Judged(restsOn(advisor.assess(Question.of(request, day)).advice()), null);
        } catch (BadRequestException e) {
            return new Judged(Set.of(), e.faults().get(0));
        } catch (UnknownNameException e) {
            return new Judged(Set.of(), e.text());
        }
    }

    private static SortedMap<String, String> asOf(Scenario scenario, LocalDate day) {
        SortedMap<String, String> request = new TreeMap<>(scenario.request());
        request.put("as-of", day.toString());
        request.remove("lens");
        return request;
    }

    private static Set<DatedFigure.Key> restsOn(Advice advice) {
        Stream<DatedFigure> ofModel =
                DatedFigure.preferred(advice.model().id(), advice.model().figures());
        Stream<DatedFigure> ofPlans =
                advice.viable().stream().limit(2).map(OptionVerdict::best).flatMap(StaleFigure::restsOn);
        return Stream.concat(ofModel, ofPlans).map(DatedFigure::key).collect(Collectors.toSet());
    }

    private static Stream<DatedFigure> restsOn(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        Stream<DatedFigure> sized = DatedFigure.preferred(
                candidate.accelerator().id(), candidate.accelerator().figures());
        Stream<Sourced> paid = candidate.cost().lines().stream()
                .map(CostLine::formula)
                .flatMap(Stream::ofNullable)
                .flatMap(formula -> formula.read().stream());
        Stream<Sourced> compared = verdict.reasons().stream().flatMap(reason -> reason.firing().read().stream());
        return Stream.concat(
                sized,
                Stream.concat(paid, compared)
                        .filter(read -> !(read instanceof Figure))
                        .flatMap(read -> DatedFigure.of(candidate.option().id(), read).stream()));
    }

    /** Every one that holds on a day: the preferred value of each quantity, prices and parameters in force. */
    private static Stream<DatedFigure> all(Catalog catalog, LocalDate day) {
        Stream<DatedFigure> devices = catalog.accelerators().values().stream()
                .flatMap(device -> DatedFigure.preferred(device.id(), device.figures()));
        Stream<DatedFigure> models =
                catalog.models().values().stream().flatMap(model -> DatedFigure.preferred(model.id(), model.figures()));
        Stream<DatedFigure> prices = catalog.options().values().stream().flatMap(option -> prices(option, day));
        Stream<DatedFigure> parameters = catalog.datedParameters().stream()
                .filter(parameter -> parameter.period().contains(day))
                .flatMap(parameter -> DatedFigure.of("", parameter.parameter()).stream());
        return Stream.of(devices, models, prices, parameters)
                .flatMap(figures -> figures)
                .filter(figure -> !figure.day().isAfter(day));
    }

    private static Stream<DatedFigure> prices(DeploymentOption option, LocalDate day) {
        Stream<Sourced> quotes = Stream.concat(option.quotes().stream(), option.rates().stream())
                .filter(quote -> quote.period().contains(day))
                .map(Sourced.class::cast);
        Stream<Sourced> offers = option.offers().stream()
                .filter(offer -> offer.listedAs() == null && offer.period().contains(day))
                .map(Sourced.class::cast);
        return Stream.concat(quotes, offers).flatMap(read -> DatedFigure.of(option.id(), read).stream());
    }
}
