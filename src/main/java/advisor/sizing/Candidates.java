package advisor.sizing;

import advisor.model.Candidate;
import advisor.model.DeploymentOption;
import advisor.model.Engine;
import advisor.model.LanguageModel;
import advisor.model.Parameters;
import advisor.model.Power;
import advisor.model.Request;
import advisor.sizing.LayoutChoice.Laid;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the candidates of a request: every option in every number format it could run the model in. Not safe for
 * several threads.
 */
public final class Candidates {
    private final PlanChoice planChoice;
    private final LayoutChoice layoutChoice;
    private final Map<Integer, LayoutChoice> byStreams;
    private final CostSizing costSizing;
    private final Parameters parameters;
    private final Outlook outlook;

    public Candidates(Request request, LanguageModel model, Collection<Engine> engines, Parameters parameters) {
        this.planChoice = new PlanChoice(request, model, engines);
        this.layoutChoice = new LayoutChoice(request, model, parameters);
        this.byStreams = new HashMap<>();
        this.costSizing = new CostSizing(request, parameters, Outlook.STATED);
        this.parameters = parameters;
        this.outlook = Outlook.STATED;
    }

    private Candidates(Candidates other, Request request, Parameters parameters, Outlook outlook) {
        this.planChoice = other.planChoice;
        this.layoutChoice = other.atStreams(request.streams());
        this.byStreams = other.byStreams;
        this.costSizing = new CostSizing(request, parameters, outlook);
        this.parameters = parameters;
        this.outlook = outlook;
    }

    /**
     * The same candidates under another outlook, without laying them out anew.
     *
     * @param request the same but for its streams
     * @param other parameters that differ in what costs rest on alone
     */
    public Candidates under(Outlook view, Request request, Parameters other) {
        return new Candidates(this, request, other, view);
    }

    /** The candidates of one option, at least one. */
    public List<Candidate> of(DeploymentOption option) {
        return planChoice.choices(option).stream()
                .map(choice -> candidate(option, choice))
                .toList();
    }

    private Candidate candidate(DeploymentOption option, PlanChoice.Choice choice) {
        Power power = PowerSizing.of(option, parameters);
        Laid best = layoutChoice.best(option, choice);
        return new Candidate(
                option,
                best.choice().plan(),
                best.memory(),
                best.performance().atRates(outlook.speeds()),
                power,
                costSizing.of(option, streams -> atStreams(streams)
                        .best(option, choice)
                        .performance()
                        .atRates(outlook.speeds())));
    }

    private LayoutChoice atStreams(int streams) {
        return byStreams.computeIfAbsent(streams, layoutChoice::at);
    }
}
