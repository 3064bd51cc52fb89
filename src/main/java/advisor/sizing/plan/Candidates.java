package advisor.sizing.plan;

import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.facts.Plan;
import advisor.facts.Power;
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
import advisor.sizing.plan.LayoutChoice.Laid;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntBiFunction;

/** Makes the candidates of a request: every option in every number format it could run the model in. */
public final class Candidates {
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

    /** The candidates of one option, at least one. */
    public List<Candidate> of(DeploymentOption option) {
        return of(option, format -> true);
    }

    /** The candidates of one option in some formats. */
    public List<Candidate> of(DeploymentOption option, Predicate<Precision> wanted) {
        return candidates(option, wanted, this::units);
    }

    /** The candidates of one option alone, whatever the load. */
    public List<Candidate> ofOneUnit(DeploymentOption option) {
        return candidates(option, format -> true, (kind, carried) -> 1);
    }

    private List<Candidate> candidates(
            DeploymentOption option, Predicate<Precision> wanted, ToIntBiFunction<OptionKind, Carried> units) {
        Power power = PowerSizing.of(option, parameters);
        CostSizing costs = new CostSizing(request, option, parameters, outlook);
        return layings.choices(option).stream()
                .filter(choice -> wanted.test(choice.plan().precision()))
                .map(choice -> {
                    Carried carried = carried(option, choice, costs.unitLoad(choice.mostStreams()));
                    return candidate(option, choice, power, costs, carried, units.applyAsInt(option.kind(), carried));
                })
                .toList();
    }

    /** A hosted service takes any load, and the founding documents judge one of each. */
    private int units(OptionKind kind, Carried unit) {
        return kind == OptionKind.API || request.lens() == Lens.FOUNDING ? 1 : unit.units(request.streams());
    }

    private Candidate candidate(
            DeploymentOption option,
            PlanChoice.Choice choice,
            Power power,
            CostSizing costs,
            Carried carried,
            int units) {
        Laid unit = layings.of(option, choice, Plan.share(request.streams(), units));
        return new Candidate(
                option,
                unit.choice()
                        .plan()
                        .in(units, request.streams(), option.kind() == OptionKind.API || carried.fastEnough()),
                unit.memory().times(units),
                unit.performance().atRates(outlook::rate).times(units),
                power.times(units),
                costs.of(units, carried));
    }

    private Carried carried(DeploymentOption option, PlanChoice.Choice choice, UnitLoad load) {
        return layings.carried(
                new Layings.Unit(option.id(), choice.plan().precision(), outlook.speed(), load),
                () -> load.search(streams ->
                        layings.of(option, choice, streams).performance().atRates(outlook::rate)));
    }
}
