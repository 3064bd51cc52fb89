package advisor.sizing.plan;

import advisor.facts.Candidate;
import advisor.facts.Power;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import advisor.sizing.cost.CostSizing;
import advisor.sizing.cost.FullLoad;
import advisor.sizing.cost.Outlook;
import advisor.sizing.cost.PowerSizing;
import advisor.sizing.plan.LayoutChoice.Laid;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        Power power = PowerSizing.of(option, parameters);
        CostSizing costs = new CostSizing(request, option, parameters, outlook);
        return layings.choices(option).stream()
                .filter(choice -> wanted.test(choice.plan().precision()))
                .map(choice -> candidate(option, choice, power, costs))
                .toList();
    }

    private Candidate candidate(DeploymentOption option, PlanChoice.Choice choice, Power power, CostSizing costs) {
        Laid best = layings.of(option, choice, request.streams());
        return new Candidate(
                option,
                best.choice().plan(),
                best.memory(),
                best.performance().atRates(outlook::rate),
                power,
                costs.of(wanted -> filled(option, choice, wanted)));
    }

    private @Nullable Interval filled(DeploymentOption option, PlanChoice.Choice choice, FullLoad load) {
        return layings.filled(
                new Layings.Filled(option.id(), choice.plan().precision(), outlook.speed(), load),
                () -> load.search(
                        streams -> layings.speed(option, choice, streams).atRates(outlook::rate)));
    }
}
