package advisor.advice.hole;

import advisor.advice.Advice;
import advisor.advice.Hole;
import advisor.advice.Hole.Fact;
import advisor.advice.OptionVerdict;
import advisor.advice.Overrides;
import advisor.advice.Trial;
import advisor.advice.Verdict;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Lens;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Privacy;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.ExportState;
import advisor.facts.offer.ExportStatus;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.rules.RuleBook;
import advisor.sizing.cost.Outlook;
import advisor.sizing.plan.Sizings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is not known and would put a plan first that is not. Only what could come first is judged again, with what
 * its costs are compared with: what is rejected stays so, whatever another option costs.
 */
public final class HoleSearch {
    private static final int MOST = 4;

    /** Half of the least that is asked for the like may still be worth asking for. */
    private static final double WORTH_ASKING = 2;

    private static final Set<ExportState> OPEN = Set.of(ExportState.LICENCE_REQUIRED, ExportState.RESTRICTED);

    private final Advice advice;
    private final Request request;
    private final Catalog catalog;
    private final RuleBook rules;
    private final Sizings sizings;
    private final List<Parameter> parameters;
    private final List<Candidate> rivals;
    private final Going going;

    private HoleSearch(Advice advice, Catalog catalog, RuleBook rules, Sizings sizings) {
        this.advice = advice;
        this.request = advice.request();
        this.catalog = catalog;
        this.rules = rules;
        this.sizings = sizings;
        this.parameters = new Overrides(catalog, request).parameters();
        this.rivals = rivals(advice);
        this.going = new Going(catalog, request, Parameters.of(parameters));
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

    private static List<Candidate> rivals(Advice advice) {
        Stream<Candidate> viable = advice.verdicts().stream()
                .flatMap(option -> option.all().stream())
                .filter(verdict -> verdict.stance().viable())
                .map(Verdict::candidate);
        return Stream.concat(viable, advice.comparisons().stream().map(Comparison::other))
                .distinct()
                .toList();
    }

    private List<Hole> holes() {
        List<Function<HoleSearch, Optional<Found>>> searches = new ArrayList<>();
        advice.undecided().stream()
                .filter(option -> option.reportedBar().isEmpty())
                .forEach(option -> {
                    if (option.best().candidate().cost().likelyOutlay() == null) {
                        searches.add(search ->
                                search.priced(Unpriced.machine(option.option(), request, catalog), option.best()));
                    } else {
                        searches.add(search -> search.gate(option)
                                .or(() -> search.figures(option))
                                .or(() -> search.engine(option))
                                .or(() -> search.speed(option))
                                .or(() -> search.ground(option)));
                    }
                });
        if (noServiceIsKnown()) {
            searches.add(search -> search.priced(Unpriced.service(advice.model(), request), null));
        }
        return searches.parallelStream()
                .flatMap(search -> search.apply(this).stream())
                .sorted(Found.MOST_DECISIVE)
                .limit(MOST)
                .map(Found::hole)
                .toList();
    }

    private boolean noServiceIsKnown() {
        return catalog.options().values().stream()
                .filter(option -> option.kind() == OptionKind.API)
                .filter(option -> option.offers(request.model(), request.asOf()))
                .noneMatch(request::letsDataGoTo);
    }

    private Optional<Found> gate(OptionVerdict option) {
        List<ExportStatus> open = open(option.option());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean licence = open.stream().anyMatch(status -> status.state() == ExportState.LICENCE_REQUIRED);
        List<Candidate> candidates =
                option.all().stream().map(Verdict::candidate).toList();
        return first(candidates, catalog.letting(open))
                .map(plan -> new Hole(licence ? Fact.LICENCE : Fact.SUPPLY, plan, null, true, null))
                .map(hole -> new Found(hole, 1));
    }

    /** What its devices would be as the best of their kind where their own figures are not known. */
    private Optional<Found> figures(OptionVerdict verdict) {
        DeploymentOption option = verdict.option();
        Accelerator device = option.accelerator();
        return Filled.asTheBest(device, catalog)
                .map(catalog::with)
                .flatMap(known -> first(candidates(new Sizings(), known.option(option.id())), known))
                .map(plan -> settled(Fact.FIGURES, plan));
    }

    /** Whether an engine runs it can be tried out. */
    private Optional<Found> engine(OptionVerdict verdict) {
        Plan plan = verdict.best().candidate().plan();
        if (plan.mode() != ComputeMode.NOT_KNOWN) {
            return Optional.empty();
        }
        Accelerator device = verdict.option().accelerator();
        List<Engine> engines = catalog.engines().values().stream()
                .map(engine -> engine.tried(plan.precision(), advice.model(), device, request.asOf()))
                .toList();
        return first(candidates(new Sizings(), verdict.option(), engines), catalog)
                .map(leading -> settled(Fact.ENGINE, leading));
    }

    /** A service may be as fast as is asked for, and nobody measured it. */
    private Optional<Found> speed(OptionVerdict verdict) {
        Double wanted = request.minTokensPerSecond();
        Candidate plan = verdict.best().candidate();
        if (wanted == null || !plan.performance().lacks().contains(Missing.SERVICE_SPEED)) {
            return Optional.empty();
        }
        Double soonest = request.maxFirstTokenSeconds();
        Interval first = soonest == null ? null : Interval.exactly(soonest);
        Performance asked = new Performance(Interval.exactly(wanted), null, null, first, List.of());
        Candidate fast = new Candidate(plan.option(), plan.plan(), plan.memory(), asked, plan.power(), plan.cost());
        return first(List.of(fast), catalog).map(leading -> settled(Fact.SPEED, leading));
    }

    /** The buyer may have a ground for prompts that cross a border, and does not say so. */
    private Optional<Found> ground(OptionVerdict verdict) {
        if (!request.silentOnBorders() || verdict.option().kind() != OptionKind.API) {
            return Optional.empty();
        }
        Request settled = request.withPrivacy(Privacy.ANY);
        DeploymentOption option = catalog.option(verdict.option().id());
        List<Candidate> candidates = sizings.candidates(
                        settled, advice.model(), catalog.engines().values(), Parameters.of(parameters), Outlook.STATED)
                .of(option);
        return first(settled, candidates, catalog).map(leading -> settled(Fact.GROUND, leading));
    }

    /** What a buyer can find out or settle without another's leave. */
    private static Found settled(Fact fact, Candidate leading) {
        return new Found(new Hole(fact, leading, null, true, null), Double.MAX_VALUE);
    }

    private List<ExportStatus> open(DeploymentOption option) {
        return catalog.exportStatuses(request, catalog.exportClasses(parameters, request.asOf())).stream()
                .filter(status ->
                        status.accelerator().equals(option.accelerator().id()))
                .filter(status -> OPEN.contains(status.state()))
                .toList();
    }

    private Optional<Found> priced(Unpriced unpriced, @Nullable Verdict verdict) {
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

    private static Found found(Unpriced unpriced, Candidate plan, @Nullable Money flipsAt, Optional<Money> least) {
        double ease =
                flipsAt == null ? Double.MAX_VALUE : least.map(flipsAt::shareOf).orElse(1.0);
        return new Found(new Hole(unpriced.fact(), plan, flipsAt, ease >= 1, unpriced.wattsTaken()), ease);
    }

    private Money amount(int rung) {
        return new Money(Ladder.amount(rung), request.currency());
    }

    private Optional<Candidate> first(Unpriced unpriced, int rung) {
        return first(candidates(unpriced, amount(rung)), catalog);
    }

    /** The plan of an option, if it comes first in this form. */
    private Optional<Candidate> first(List<Candidate> option, Catalog known) {
        return first(request, option, known);
    }

    private Optional<Candidate> first(Request asked, List<Candidate> option, Catalog known) {
        Stream<Candidate> others = rivals.stream()
                .filter(rival -> option.stream().noneMatch(own -> own.option().equals(rival.option())));
        List<Candidate> judged = Stream.concat(others, option.stream()).toList();
        Verdict leader = Trial.of(new Trial.Matter(asked, advice.model(), parameters, judged), known, rules)
                .leader();
        boolean good = leader.stance().advisable()
                || leader.stance().viable() && advice.recommended().isEmpty();
        return Optional.of(leader.candidate()).filter(plan -> good && option.contains(plan));
    }

    private List<Candidate> candidates(Unpriced unpriced, Money amount) {
        return candidates(sizings, unpriced.at(amount));
    }

    private List<Candidate> candidates(Sizings sized, DeploymentOption option) {
        return candidates(sized, option, catalog.engines().values());
    }

    private List<Candidate> candidates(Sizings sized, DeploymentOption option, Collection<Engine> engines) {
        return sized.candidates(request, advice.model(), engines, Parameters.of(parameters), Outlook.STATED)
                .of(option);
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
