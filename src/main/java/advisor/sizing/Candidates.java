package advisor.sizing;

import advisor.model.Candidate;
import advisor.model.ComputeMode;
import advisor.model.DeploymentOption;
import advisor.model.Engine;
import advisor.model.LanguageModel;
import advisor.model.Memory;
import advisor.model.OptionKind;
import advisor.model.Parameters;
import advisor.model.Performance;
import advisor.model.Power;
import advisor.model.Request;
import java.util.Collection;
import java.util.List;

/** Makes the candidates of a request: every option in every number format it could run the model in. */
public final class Candidates {
    private final PlanChoice planChoice;
    private final MemorySizing memorySizing;
    private final SpeedSizing speedSizing;
    private final CostSizing costSizing;
    private final Request request;
    private final LanguageModel model;
    private final Parameters parameters;

    public Candidates(Request request, LanguageModel model, Collection<Engine> engines, Parameters parameters) {
        this.planChoice = new PlanChoice(request, model, engines);
        this.memorySizing = new MemorySizing(request, model, parameters);
        this.speedSizing = new SpeedSizing(request, model, memorySizing, parameters);
        this.costSizing = new CostSizing(request, parameters);
        this.request = request;
        this.model = model;
        this.parameters = parameters;
    }

    /** The candidates of one option, at least one. */
    public List<Candidate> of(DeploymentOption option) {
        return planChoice.choices(option).stream()
                .map(choice -> candidate(option, choice))
                .toList();
    }

    private Candidate candidate(DeploymentOption option, PlanChoice.Choice choice) {
        Power power = PowerSizing.of(option, parameters);
        Memory memory = memory(option, choice);
        return new Candidate(
                option,
                choice.plan(),
                memory,
                speed(speedSizing, option, choice, memory),
                power,
                costSizing.of(option, power, streams -> speed(sizingOf(streams), option, choice, memory)));
    }

    private SpeedSizing sizingOf(int streams) {
        return new SpeedSizing(request.withStreams(streams), model, memorySizing, parameters);
    }

    private Memory memory(DeploymentOption option, PlanChoice.Choice choice) {
        return option.kind() == OptionKind.API
                ? Memory.NONE
                : memorySizing.on(option, choice.plan().precision(), choice.latentCache());
    }

    private static Performance speed(
            SpeedSizing sizing, DeploymentOption option, PlanChoice.Choice choice, Memory memory) {
        boolean runs = option.kind() != OptionKind.API && choice.plan().mode() != ComputeMode.UNSUPPORTED;
        return !runs ? Performance.UNKNOWN : sizing.on(option, choice, memory);
    }
}
