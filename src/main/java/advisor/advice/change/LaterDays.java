package advisor.advice.change;

import advisor.catalog.Catalog;
import advisor.facts.Finding;
import advisor.facts.Request;
import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportStatus;
import advisor.facts.machine.Engine;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Period;
import advisor.rules.RuleBook;
import advisor.rules.text.RuleDefinition;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The later days on which something begins or ends that matters to an option: its sale, a price, what an authority says,
 * what an engine runs, what a rule may say in its favour. Never an earlier day: nobody buys in the past. Nor today, which the
 * calendar moves and the catalog does not.
 */
final class LaterDays {
    private final Catalog catalog;
    private final Request request;
    private final DeploymentOption option;

    LaterDays(Catalog catalog, Request request, DeploymentOption option) {
        this.catalog = catalog;
        this.request = request;
        this.option = option;
    }

    /** First day first. */
    SortedSet<LocalDate> with(RuleBook rules) {
        Stream<LocalDate> days = Stream.of(
                        bounds(sale()),
                        bounds(prices()),
                        release(),
                        bounds(statuses()),
                        bounds(supports()),
                        known(rules))
                .flatMap(stream -> stream);
        return days.filter(day -> day.isAfter(request.asOf())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<LocalDate> bounds(Stream<Period> periods) {
        return periods.flatMap(period -> Stream.concat(Stream.of(period.from()), Stream.ofNullable(period.to())));
    }

    private Stream<Period> sale() {
        return Stream.ofNullable(option.sold());
    }

    private Stream<Period> prices() {
        return Stream.concat(
                Stream.of(option.quotes(), option.rates())
                        .flatMap(quotes -> quotes.stream())
                        .map(quote -> quote.period()),
                option.offers().stream()
                        .filter(offer -> offer.model().equals(request.model()))
                        .map(offer -> offer.period()));
    }

    private Stream<LocalDate> release() {
        return Stream.ofNullable(option.accelerator().releaseYear()).map(year -> LocalDate.of(year, 1, 1));
    }

    private Stream<Period> statuses() {
        Stream<Period> ofParts = catalog.exportLaw()
                .everToBuyer(request)
                .filter(status -> status.level() != null
                        || status.accelerator().equals(option.accelerator().id()))
                .map(ExportStatus::period);
        Stream<Period> ofProvider = catalog.exportLaw().everToProvider(option).map(ExportStatus::period);
        Stream<Period> ofCountries =
                catalog.exportLaw().everOfCountries(request).map(CountryStatus::period);
        return Stream.of(ofParts, ofProvider, ofCountries).flatMap(periods -> periods);
    }

    private Stream<Period> supports() {
        return catalog.engines().values().stream()
                .flatMap(engine -> engine.supports().stream())
                .filter(support -> support.scope().names(option.accelerator())
                        || support.scope().covers(option.accelerator()))
                .map(Engine.Support::period);
    }

    private Stream<LocalDate> known(RuleBook rules) {
        return rules.rules().stream()
                .filter(rule -> rule.kind() == Finding.Kind.MERIT && rule.speaksUnder(request.lens()))
                .map(RuleDefinition::since)
                .flatMap(Stream::ofNullable);
    }
}
