package advisor.sizing.plan;

import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.machine.ComputeMode;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameters;
import advisor.sizing.memory.Holding;
import advisor.sizing.memory.MemorySizing;
import advisor.sizing.speed.SpeedSizing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<Place, List<Fitted>> fitted;
    private final SpeedSizing speedSizing;

    LayoutChoice(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.parameters = parameters;
        this.layouts = new Layouts(request.lens(), model);
        this.memorySizing = new MemorySizing(request, model, parameters);
        this.fitted = new ConcurrentHashMap<>();
        this.speedSizing = new SpeedSizing(request, model, parameters);
    }

    private LayoutChoice(LayoutChoice other, Request load) {
        this.request = load;
        this.parameters = other.parameters;
        this.layouts = other.layouts;
        this.memorySizing = other.memorySizing;
        this.fitted = other.fitted;
        this.speedSizing = other.speedSizing.under(load);
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

    /** An option has one choice for each format. */
    private record Place(String option, Precision precision) {}

    /** A choice in a layout, with what it takes whatever the streams; {@code null} for a hosted service. */
    private record Fitted(PlanChoice.Choice choice, @Nullable Holding holding) {}

    /** @param layout one that the choice can be run in */
    Laid in(Layout layout, DeploymentOption option, PlanChoice.Choice choice) {
        return kept(option, choice).stream()
                .filter(one -> one.choice().plan().layout().equals(layout))
                .map(one -> laid(option, one))
                .findFirst()
                .orElseThrow();
    }

    private List<Fitted> kept(DeploymentOption option, PlanChoice.Choice choice) {
        Place place = new Place(option.id(), choice.plan().precision());
        return fitted.computeIfAbsent(place, key -> fitted(option, choice));
    }

    Laid best(DeploymentOption option, PlanChoice.Choice choice) {
        List<Laid> all =
                kept(option, choice).stream().map(one -> laid(option, one)).toList();
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

    private List<Fitted> fitted(DeploymentOption option, PlanChoice.Choice choice) {
        Precision precision = choice.plan().precision();
        return layouts.of(option.devices(), option.nodes(), choice.engine(), precision).stream()
                .map(layout -> new Fitted(choice.with(layout), holding(option, choice, layout)))
                .toList();
    }

    private @Nullable Holding holding(DeploymentOption option, PlanChoice.Choice choice, Layout layout) {
        return option.kind() == OptionKind.API
                ? null
                : memorySizing.holding(option, choice.plan().precision(), layout, choice.memory());
    }

    private Laid laid(DeploymentOption option, Fitted one) {
        Holding holding = one.holding();
        Memory memory = holding == null ? Memory.NONE : holding.memory(request.streams());
        return new Laid(one.choice(), memory, speed(option, one.choice(), memory));
    }

    private Performance speed(DeploymentOption option, PlanChoice.Choice choice, Memory memory) {
        boolean runs = option.kind() != OptionKind.API && choice.plan().mode() != ComputeMode.UNSUPPORTED;
        return runs ? speedSizing.on(option, choice.plan(), choice.engine(), memory) : Performance.UNKNOWN;
    }
}
