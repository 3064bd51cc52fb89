package advisor.advice.hole;

import advisor.advice.Advice;
import advisor.advice.Hole;
import advisor.advice.Hole.Fact;
import advisor.advice.OptionVerdict;
import advisor.catalog.Catalog;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Currency;
import advisor.facts.unit.ExchangeTable.Step;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.rules.RuleBook;
import advisor.sizing.plan.Sizings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks for what is not known and would put a plan first that is not. */
public final class HoleSearch {
    private static final int MOST = 4;

    private static final String LEAST_SAVING = "uncertainty/least-saving";

    /** What is alike for many services: the cheapest of them stands for all. */
    private static final Set<Fact> OF_SERVICES = EnumSet.of(Fact.GROUND, Fact.SPEED, Fact.PLACE);

    private final Advice advice;
    private final Request request;
    private final Catalog catalog;
    private final List<Parameter> parameters;
    private final Prices prices;
    private final Questions questions;

    private HoleSearch(Advice advice, Catalog catalog, RuleBook rules, Sizings sizings) {
        Contest contest = new Contest(advice, catalog, rules);
        this.advice = advice;
        this.request = advice.request();
        this.catalog = catalog;
        this.parameters = contest.parameters();
        this.prices = new Prices(contest, sizings);
        this.questions = new Questions(contest, sizings);
    }

    /**
     * The advice with its holes; as it is if a rule failed, and under the founding lens, whose documents leave none.
     *
     * @param sizings that know the advice's model already
     */
    public static Advice searched(Advice advice, Catalog catalog, RuleBook rules, Sizings sizings) {
        boolean meaningful = advice.complete() && advice.request().lens() != Lens.FOUNDING;
        return meaningful ? advice.withHoles(new HoleSearch(advice, catalog, rules, sizings).holes()) : advice;
    }

    private List<Hole> holes() {
        List<Supplier<Optional<Found>>> searches = new ArrayList<>();
        advice.undecided().stream()
                .filter(option ->
                        option.reportedBar().isEmpty() && !option.best().doubtsItsPrice())
                .forEach(option -> searches.add(() -> turning(option)));
        if (noServiceIsKnown()) {
            searches.add(() -> prices.turning(Unpriced.service(advice.model(), request), null));
        }
        List<Hole> all = searches.stream()
                .flatMap(search -> search.get().stream())
                .filter(this::isWorthIt)
                .sorted(Found.MOST_DECISIVE)
                .map(Found::hole)
                .toList();
        return all.stream()
                .filter(hole -> !OF_SERVICES.contains(hole.fact()) || isFirstOfItsFact(hole, all))
                .limit(MOST)
                .toList();
    }

    /** Whether what must be settled with others saves more than that costs, if all it does is to save. */
    private boolean isWorthIt(Found found) {
        Money total = found.hole().plan().cost().likelyTotal();
        Money saving = advice.recommended()
                .map(first -> first.best().candidate().cost().likelyTotal())
                .filter(first -> total != null)
                .map(first -> first.minus(Objects.requireNonNull(total)))
                .orElse(null);
        boolean settled = found.hole().fact() == Fact.GROUND || found.hole().fact() == Fact.PLACE;
        return !settled || saving == null || saving.amount().signum() <= 0 || saving.compareTo(leastSaving()) >= 0;
    }

    private Money leastSaving() {
        Parameters known = Parameters.of(parameters);
        Parameter least = known.get(LEAST_SAVING);
        Money saving = Money.of(least.value(), Currency.ofUnit(least.unit()).orElseThrow());
        for (Step step : known.exchange(saving.currency(), request.currency())) {
            saving = step.convert(saving, known.value(step.rate()));
        }
        return saving;
    }

    private static boolean isFirstOfItsFact(Hole hole, List<Hole> all) {
        return all.stream()
                .filter(other -> other.fact() == hole.fact())
                .limit(1)
                .anyMatch(hole::equals);
    }

    private Optional<Found> turning(OptionVerdict option) {
        return option.best().candidate().cost().likelyOutlay() == null
                ? prices.turning(Unpriced.machine(option.option(), request, catalog), option.best())
                : questions.turning(option);
    }

    private boolean noServiceIsKnown() {
        return catalog.options().values().stream()
                .filter(option -> option.kind() == OptionKind.API)
                .filter(option -> option.offers(request.model(), request.asOf()))
                .noneMatch(request::letsDataGoTo);
    }
}
