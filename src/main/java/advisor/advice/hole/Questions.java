package advisor.advice.hole;

import advisor.advice.Hole;
import advisor.advice.Hole.Fact;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Privacy;
import advisor.facts.Request;
import advisor.facts.law.ExportState;
import advisor.facts.law.ExportStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.sizing.plan.Sizings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what is no amount and would put an option first: what an authority, a maker or the buyer can settle. */
final class Questions {
    private static final Set<ExportState> OPEN = Set.of(ExportState.LICENCE_REQUIRED, ExportState.RESTRICTED);

    private final Contest contest;
    private final Sizings sizings;
    private final Catalog catalog;
    private final Request request;

    Questions(Contest contest, Sizings sizings) {
        this.contest = contest;
        this.sizings = sizings;
        this.catalog = contest.catalog();
        this.request = contest.advice().request();
    }

    /** The first of them that does. */
    Optional<Found> turning(OptionVerdict option) {
        return gate(option)
                .or(() -> figures(option))
                .or(() -> engine(option))
                .or(() -> speed(option))
                .or(() -> place(option))
                .or(() -> ground(option));
    }

    private Optional<Found> gate(OptionVerdict option) {
        List<ExportStatus> open = open(option.option());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean licence = open.stream().anyMatch(status -> status.state() == ExportState.LICENCE_REQUIRED);
        return contest.first(request, waiting(option.option().accelerator()), catalog.letting(open))
                .filter(plan -> plan.option().equals(option.option()))
                .map(plan -> new Hole(licence ? Fact.LICENCE : Fact.SUPPLY, plan, null, true, null))
                .map(hole -> new Found(hole, 1));
    }

    /** All that one answer lets in: one of them comes first then. */
    private List<Candidate> waiting(Accelerator part) {
        return contest.advice().undecided().stream()
                .filter(option -> option.option().accelerator().equals(part))
                .flatMap(option -> option.all().stream())
                .map(Verdict::candidate)
                .toList();
    }

    /** What its devices would be as the best of their kind where their own figures are not known. */
    private Optional<Found> figures(OptionVerdict verdict) {
        DeploymentOption option = verdict.option();
        Accelerator device = option.accelerator();
        return Filled.asTheBest(device, catalog)
                .map(catalog::with)
                .flatMap(known -> contest.first(request, anew(known.option(option.id()), engines()), known))
                .map(plan -> settled(Fact.FIGURES, plan));
    }

    /** Whether an engine runs it can be tried out. */
    private Optional<Found> engine(OptionVerdict verdict) {
        Plan plan = verdict.best().candidate().plan();
        if (plan.mode() != ComputeMode.NOT_KNOWN) {
            return Optional.empty();
        }
        Accelerator device = verdict.option().accelerator();
        List<Engine> engines = engines().stream()
                .map(engine -> engine.tried(plan.precision(), contest.advice().model(), device, request.asOf()))
                .toList();
        return contest.first(anew(verdict.option(), engines)).map(leading -> settled(Fact.ENGINE, leading));
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
        Performance asked = new Performance(Interval.exactly(wanted), null, null, first, 1, List.of());
        Candidate fast = new Candidate(plan.option(), plan.plan(), plan.memory(), asked, plan.power(), plan.cost());
        return contest.first(List.of(fast)).map(leading -> settled(Fact.SPEED, leading));
    }

    /** The buyer may have a ground for prompts that cross a border, and does not say so. */
    private Optional<Found> ground(OptionVerdict verdict) {
        if (!request.silentOnBorders() || !verdict.option().elsewhere()) {
            return Optional.empty();
        }
        Request settled = request.withPrivacy(Privacy.ANY);
        List<Candidate> candidates = contest.candidates(
                sizings, settled, catalog.option(verdict.option().id()), engines());
        return contest.first(settled, candidates, catalog).map(leading -> settled(Fact.GROUND, leading));
    }

    /** A rented machine may stand in the buyer's country too, or a provider sit there, and nothing says so. */
    private Optional<Found> place(OptionVerdict verdict) {
        DeploymentOption option = verdict.option();
        String country = request.jurisdiction();
        if (country == null || !option.crossesBorderFrom(country) || !isOpen(option, country)) {
            return Optional.empty();
        }
        DeploymentOption here = option.in(country);
        return contest.first(contest.candidates(sizings, request, here, engines()))
                .map(leading -> settled(Fact.PLACE, leading));
    }

    private static boolean isOpen(DeploymentOption option, String country) {
        return option.kind() == OptionKind.RENTAL
                || option.mayStayIn(country)
                || option.offers().stream().anyMatch(offer -> offer.seat() == null);
    }

    /** What a buyer can find out or settle without another's leave. */
    private static Found settled(Fact fact, Candidate leading) {
        return new Found(new Hole(fact, leading, null, true, null), Found.EASIEST);
    }

    private List<ExportStatus> open(DeploymentOption option) {
        Set<String> part = Set.of(option.accelerator().id());
        return catalog
                .exportLaw()
                .toBuyer(request, catalog.exportClasses(part, contest.parameters(), request.asOf()))
                .stream()
                .filter(status -> part.contains(status.accelerator()))
                .filter(status -> OPEN.contains(status.state()))
                .toList();
    }

    private Collection<Engine> engines() {
        return catalog.engines().values();
    }

    /** Devices or engines other than those whose sizes are known. */
    private List<Candidate> anew(DeploymentOption option, Collection<Engine> engines) {
        return contest.candidates(new Sizings(), request, option, engines);
    }
}
