package advisor.sizing;

import advisor.model.Bytes;
import advisor.model.ComputeMode;
import advisor.model.DeploymentOption;
import advisor.model.LanguageModel;
import advisor.model.Memory;
import advisor.model.OptionKind;
import advisor.model.Parameters;
import advisor.model.Performance;
import advisor.model.Request;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which layout an option would be run in: of those that hold the weights and a stream, one of a kind that was measured,
 * even if streams must wait then; of these the one with the fewest groups among the fastest for one user that hold all
 * streams; if none does, the one that misses least. Safe for several threads.
 */
final class LayoutChoice {
    private static final Comparator<Laid> HOLDS_AS_WELL = Comparator.comparing(Laid::holdsNobody)
            .thenComparing(Laid::spilled)
            .thenComparing(Laid::unmeasured)
            .thenComparing(Laid::shortfall, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Laid> BEST_FIRST =
            HOLDS_AS_WELL.thenComparing(Laid::userSpeed, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Request request;
    private final Parameters parameters;
    private final Layouts layouts;
    private final MemorySizing memorySizing;
    private final SpeedSizing speedSizing;

    LayoutChoice(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.parameters = parameters;
        this.layouts = new Layouts(request.lens(), model);
        this.memorySizing = new MemorySizing(request, model, parameters);
        this.speedSizing = new SpeedSizing(request, model, memorySizing, parameters);
    }

    private LayoutChoice(LayoutChoice other, Request load) {
        this.request = load;
        this.parameters = other.parameters;
        this.layouts = other.layouts;
        this.memorySizing = other.memorySizing.under(load);
        this.speedSizing = other.speedSizing.under(load, memorySizing);
    }

    /** The choice that would be made for so many streams. */
    LayoutChoice at(int streams) {
        return new LayoutChoice(this, request.withStreams(streams));
    }

    /** A choice in a layout, with what it takes and gives. */
    record Laid(PlanChoice.Choice choice, Memory memory, Performance performance) {
        private boolean holdsNobody() {
            Long streams = memory.streams();
            return streams == null ? shortfall() != null : streams == 0;
        }

        private boolean spilled() {
            return memory.spilled();
        }

        private boolean unmeasured() {
            return choice.plan().layout().pipelineStages() > 1;
        }

        private int idleDevices() {
            return choice.plan().layout().idleDevices();
        }

        private @Nullable Bytes shortfall() {
            return memory.shortfall();
        }

        private @Nullable Double userSpeed() {
            return performance.likelyTokensPerSecondPerUser();
        }
    }

    Laid best(DeploymentOption option, PlanChoice.Choice choice) {
        List<Laid> all =
                layouts
                        .of(
                                option.devices(),
                                option.nodes(),
                                choice.engine(),
                                choice.plan().precision())
                        .stream()
                        .map(layout -> laid(option, choice.with(layout)))
                        .toList();
        Laid best = all.stream().min(BEST_FIRST).orElseThrow();
        return all.stream().filter(laid -> asGood(laid, best)).findFirst().orElse(best);
    }

    /** Whether the first is as good as the best but for a difference in speed that the estimate cannot tell. */
    private boolean asGood(Laid laid, Laid best) {
        Double speed = laid.userSpeed();
        Double fastest = best.userSpeed();
        return speed != null
                && fastest != null
                && HOLDS_AS_WELL.compare(laid, best) <= 0
                && laid.idleDevices() <= best.idleDevices()
                && speed >= fastest * parameters.value("sizing/simpler-layout-share");
    }

    private Laid laid(DeploymentOption option, PlanChoice.Choice choice) {
        Memory memory = memory(option, choice);
        return new Laid(choice, memory, speed(option, choice, memory));
    }

    private Memory memory(DeploymentOption option, PlanChoice.Choice choice) {
        return option.kind() == OptionKind.API
                ? Memory.NONE
                : memorySizing.on(
                        option, choice.plan().precision(), choice.plan().layout(), choice.memory());
    }

    private Performance speed(DeploymentOption option, PlanChoice.Choice choice, Memory memory) {
        boolean runs = option.kind() != OptionKind.API && choice.plan().mode() != ComputeMode.UNSUPPORTED;
        return runs ? speedSizing.on(option, choice, memory) : Performance.UNKNOWN;
    }
}
