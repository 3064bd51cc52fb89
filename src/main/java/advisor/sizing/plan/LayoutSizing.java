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
import advisor.facts.unit.Missing;
import advisor.facts.unit.Parameters;
import advisor.sizing.memory.Holding;
import advisor.sizing.memory.Loading;
import advisor.sizing.memory.MemorySizing;
import advisor.sizing.speed.HostedSpeed;
import advisor.sizing.speed.SpeedSizing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** In which layouts an option can run a model, and what each takes and gives. Safe for several threads. */
final class LayoutSizing {
    private static final int MOST_KEPT = 1024;
    static final String LITTLE_SPARE_SHARE = "memory/little-spare-share";
    private static final String SIMPLER_SHARE = "sizing/simpler-layout-share";

    private final Request request;
    private final Parameters parameters;
    private final Layouts layouts;
    private final MemorySizing memorySizing;
    private final SpeedSizing speedSizing;
    private final double littleSpareShare;
    private final double simplerShare;
    private final Map<Integer, SpeedSizing> byStreams = new ConcurrentHashMap<>();

    LayoutSizing(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.parameters = parameters;
        this.layouts = new Layouts(request, model);
        this.memorySizing = new MemorySizing(request, model, parameters);
        this.speedSizing = new SpeedSizing(request, model, parameters);
        this.littleSpareShare = parameters.value(LITTLE_SPARE_SHARE);
        this.simplerShare = parameters.value(SIMPLER_SHARE);
    }

    /** A choice in a layout, with what it takes whatever the streams; {@code null} for a hosted service. */
    record Fitted(PlanChoice.Choice choice, @Nullable Holding holding) {
        Memory memory(int streams) {
            return holding == null ? Memory.NONE : holding.memory(streams);
        }
    }

    List<Fitted> fitted(DeploymentOption option, PlanChoice.Choice choice) {
        Precision precision = choice.plan().precision();
        return layouts.of(option.devices(), option.nodes(), choice.engine(), precision).stream()
                .map(layout -> new Fitted(choice.with(layout), holding(option, choice, layout)))
                .toList();
    }

    private @Nullable Holding holding(DeploymentOption option, PlanChoice.Choice choice, Layout layout) {
        return option.kind() == OptionKind.API
                ? null
                : memorySizing.holding(option, Loading.of(choice.plan().with(layout), choice.memory()));
    }

    /** @param memory that the streams take */
    Performance speed(DeploymentOption option, PlanChoice.Choice choice, Memory memory, int streams) {
        if (option.kind() == OptionKind.API) {
            return HostedSpeed.of(option, request, parameters);
        }
        return runs(option, choice)
                ? at(streams).on(option, choice.plan(), choice.engine(), memory)
                : Performance.without(Missing.ENGINE);
    }

    private SpeedSizing at(int streams) {
        if (byStreams.size() >= MOST_KEPT) {
            byStreams.clear();
        }
        return byStreams.computeIfAbsent(streams, load -> speedSizing.under(request.withStreams(load)));
    }

    /** Whether a machine runs it at all, as far as is known. */
    static boolean runs(DeploymentOption option, PlanChoice.Choice choice) {
        return option.kind() != OptionKind.API && choice.plan().mode() != ComputeMode.UNSUPPORTED;
    }

    /** Of the usable memory, the share below which what is spare is little. */
    double littleSpareShare() {
        return littleSpareShare;
    }

    /** Of the fastest, the share at which an estimate cannot tell a simpler layout from it. */
    double simplerShare() {
        return simplerShare;
    }
}
