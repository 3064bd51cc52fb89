package advisor.sizing.plan;

import advisor.facts.Candidate;
import advisor.facts.Fidelity;
import advisor.facts.Lens;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Parameters;
import advisor.sizing.cost.Carried;
import advisor.sizing.cost.CostSizing;
import advisor.sizing.cost.Outlook;
import advisor.sizing.cost.PowerSizing;
import advisor.sizing.cost.UnitLoad;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the candidates of a request: every option in every number format it could run the model in. */
public final class Candidates {
    /** A format that carries less than this share of what a coarser one does, and takes several units, is cramped. */
    private static final String CRAMPED_SHARE = "sizing/cramped-share";

    /** So is one that costs this many times what a coarser one of the same devices does. */
    private static final String CRAMPED_FACTOR = "sizing/cramped-factor";

    private final Request request;
    private final Layings layings;
    private final Parameters parameters;
    private final Outlook outlook;

    public Candidates(Request request, LanguageModel model, Collection<Engine> engines, Parameters parameters) {
        this(request, new Layings(request, model, engines, parameters), parameters, Outlook.STATED);
    }

    Candidates(Request request, Layings layings, Parameters parameters, Outlook outlook) {
        this.request = request;
        this.layings = layings;
        this.parameters = parameters;
        this.outlook = outlook;
    }

    /** The candidates of one option, at least one; of one that is had in several sizes, in those that the load takes. */
    public List<Candidate> of(DeploymentOption option) {
        return of(option, format -> true);
    }

    /** The candidates of one option in some formats. */
    public List<Candidate> of(DeploymentOption option, Predicate<Precision> wanted) {
        return judgedByCost(
                option.otherSizes().isEmpty()
                        ? candidates(option, wanted, this::units)
                        : new SizeChoice(request.maxNodes())
                                .of(option.sizes().stream()
                                        .flatMap(size -> candidates(size, wanted, this::units).stream())
                                        .toList()));
    }

    /** With those cramped that cost far more than a coarser format which is known to carry the load. */
    private List<Candidate> judgedByCost(List<Candidate> formats) {
        Optional<Candidate> least = formats.stream()
                .filter(Candidates::carries)
                .min(Comparator.comparing(
                        format -> Objects.requireNonNull(format.cost().likelyTotal())));
        return least.map(coarse -> formats.stream()
                        .map(format -> costsFarMore(format, coarse) ? format.cramped() : format)
                        .toList())
                .orElse(formats);
    }

    /** In four bits or more. */
    private static boolean carries(Candidate format) {
        return format.cost().likelyTotal() != null
                && format.plan().fastEnough()
                && format.plan().knownToRun()
                && format.memory().shortfall() == null
                && format.plan().fidelity().compareTo(Fidelity.FOUR_BITS) <= 0;
    }

    private boolean costsFarMore(Candidate format, Candidate coarse) {
        Double times = format.timesTheCostOf(coarse);
        return times != null
                && times > parameters.value(CRAMPED_FACTOR)
                && format.plan().moreFaithfulThan(coarse.plan());
    }

    /** The candidates of one option alone, in the size that it has, whatever the load. */
    public List<Candidate> ofOneUnit(DeploymentOption option) {
        return candidates(option, format -> true, (any, carried) -> 1);
    }

    private List<Candidate> candidates(
            DeploymentOption asked, Predicate<Precision> wanted, ToIntBiFunction<DeploymentOption, Carried> units) {
        DeploymentOption option = request.reachable(asked);
        CostSizing costs = new CostSizing(request, option, parameters, outlook);
        List<Filled> all = layings.of(option).stream()
                .map(engines -> best(
                        engines,
                        laying -> filled(
                                option, laying, costs.unitLoad(laying.choice().mostStreams()), units)))
                .toList();
        double most = parameters.value(CRAMPED_SHARE) * mostCarried(all);
        return all.stream()
                .filter(filled -> wanted.test(filled.laying().choice().plan().precision()))
                .map(filled -> {
                    Plan plan = plan(option, filled);
                    boolean cramped = filled.units() > 1 && filled.carried().streams() < most;
                    return candidate(option, filled, cramped ? plan.asCramped() : plan, costs);
                })
                .toList();
    }

    /** A format of an option in an engine, what a unit carries in it, and how many units that takes. */
    private record Filled(Laying laying, UnitLoad load, Carried carried, int units) {
        /** One that holds nobody last: it would be counted once. */
        private static final Comparator<Filled> FEWEST_UNITS = Comparator.comparing(
                        (Filled filled) -> filled.carried().streams() == 0)
                .thenComparing(filled -> !filled.carried().fastEnough())
                .thenComparing(Filled::units);
    }

    private Filled filled(
            DeploymentOption option, Laying laying, UnitLoad load, ToIntBiFunction<DeploymentOption, Carried> units) {
        Carried carried = laying.carried(load, outlook);
        return new Filled(laying, load, carried, units.applyAsInt(option, carried));
    }

    /** Engines for many; where none of them has room, those for few as well, which reserve less. */
    private Filled best(List<Laying> engines, Function<Laying, Filled> fill) {
        List<Filled> many = engines.stream()
                .filter(laying -> !laying.choice().servesFew())
                .map(fill)
                .toList();
        if (many.stream().anyMatch(filled -> !fallsShort(filled))) {
            return best(many);
        }
        Stream<Filled> few =
                engines.stream().filter(laying -> laying.choice().servesFew()).map(fill);
        return best(Stream.concat(many.stream(), few).toList());
    }

    /** The engine that holds the load in the fewest units, if it can by its default and with room, and of those the fastest. */
    private Filled best(List<Filled> engines) {
        return engines.size() == 1
                ? engines.get(0)
                : Collections.min(
                        engines,
                        Comparator.comparing((Filled filled) -> fallsShort(filled))
                                .thenComparing(Filled.FEWEST_UNITS)
                                .thenComparing(this::isRaised)
                                .thenComparing(this::isTight)
                                .thenComparing(this::userSpeed, Comparator.nullsLast(Comparator.reverseOrder())));
    }

    private boolean fallsShort(Filled filled) {
        return ofUnit(filled).shortfall() != null;
    }

    private boolean isRaised(Filled filled) {
        return ofUnit(filled).raisedShare() != null;
    }

    private boolean isTight(Filled filled) {
        Double spare = ofUnit(filled).spareShare();
        return spare != null && spare < parameters.value(LayoutSizing.LITTLE_SPARE_SHARE);
    }

    private Memory ofUnit(Filled filled) {
        int streams = Plan.share(request.streams(), filled.units());
        return unit(filled, streams).memory();
    }

    private @Nullable Double userSpeed(Filled filled) {
        return atRates(filled, Plan.share(request.streams(), filled.units())).likelyTokensPerSecondPerUser();
    }

    private Performance atRates(Filled filled, int streams) {
        return outlook.performance(unit(filled, streams).performance());
    }

    /** In a format of four bits or more that engines for many run. */
    private static int mostCarried(List<Filled> all) {
        return all.stream()
                .filter(filled -> filled.carried().fastEnough())
                .filter(filled -> filled.laying().choice().plan().fidelity().compareTo(Fidelity.FOUR_BITS) <= 0)
                .mapToInt(filled -> filled.carried().streams())
                .max()
                .orElse(0);
    }

    /**
     * As many as the load takes, of those that there are. A hosted service takes any load, and the founding documents judge
     * one of each.
     */
    private int units(DeploymentOption option, Carried unit) {
        boolean one = option.kind() == OptionKind.API || request.lens() == Lens.FOUNDING;
        int wished = one ? 1 : unit.units(request.streams());
        Integer available = option.available();
        return available == null ? wished : Math.min(wished, available);
    }

    private Plan plan(DeploymentOption option, Filled filled) {
        boolean enough =
                option.available() == null || filled.units() >= filled.carried().units(request.streams());
        boolean fastEnough = option.kind() == OptionKind.API
                ? !filled.load().isMissed(atRates(filled, 1))
                : enough && filled.carried().fastEnough();
        return filled.laying().choice().plan().in(filled.units(), request.streams(), fastEnough);
    }

    private Candidate candidate(DeploymentOption option, Filled filled, Plan plan, CostSizing costs) {
        Laid unit = unit(filled, plan.unitStreams());
        int units = plan.units();
        return new Candidate(
                option,
                plan.with(unit.choice().plan().layout()),
                unit.memory().times(units),
                outlook.performance(unit.performance()).times(units),
                PowerSizing.of(option, units, parameters),
                costs.of(units, filled.carried()));
    }

    private Laid unit(Filled filled, int streams) {
        return filled.laying().at(streams, filled.load(), outlook);
    }
}
