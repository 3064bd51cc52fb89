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
import advisor.facts.unit.Missing;
import advisor.facts.unit.Parameters;
import advisor.sizing.memory.Holding;
import advisor.sizing.memory.MemorySizing;
import advisor.sizing.speed.SpeedSizing;
import java.util.Collections;
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
    private static final Comparator<Held> HOLDS_BEST = Comparator.comparing(Held::holdsNobody)
            .thenComparing(Held::spilled)
            .thenComparing(Held::raised)
            .thenComparing(Held::unmeasured)
            .thenComparing(Held::shortfall, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Laid> FASTEST =
            Comparator.comparing(Laid::userSpeed, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Request request;
    private final Parameters parameters;
    private final Layouts layouts;
    private final MemorySizing memorySizing;
    private final Map<List<Object>, List<Fitted>> fitted;
    private final SpeedSizing speedSizing;

    LayoutChoice(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.parameters = parameters;
        this.layouts = new Layouts(request, model);
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
        private int idleDevices() {
            return choice.plan().layout().idleDevices();
        }

        private @Nullable Double userSpeed() {
            return performance.likelyTokensPerSecondPerUser();
        }

        boolean holds(int streams) {
            Double fit = performance.likelyConcurrentStreams();
            return fit != null && fit >= streams;
        }
    }

    /** A choice in a layout, with what it takes whatever the streams; {@code null} for a hosted service. */
    private record Fitted(PlanChoice.Choice choice, @Nullable Holding holding) {
        private Held with(int streams) {
            return new Held(choice, holding == null ? Memory.NONE : holding.memory(streams));
        }
    }

    /** A choice in a layout, with what it takes. */
    record Held(PlanChoice.Choice choice, Memory memory) {
        /** What {@link Laid#holds} would say. */
        boolean holds(DeploymentOption option, int streams) {
            Long fit = memory.streams();
            return fit != null && fit >= streams && runs(option, choice);
        }

        private boolean holdsNobody() {
            Long streams = memory.streams();
            return streams == null ? shortfall() != null : streams == 0;
        }

        private boolean spilled() {
            return memory.spilled();
        }

        private boolean raised() {
            return memory.raisedShare() != null;
        }

        private boolean unmeasured() {
            return choice.plan().layout().pipelineStages() > 1;
        }

        private @Nullable Bytes shortfall() {
            return memory.shortfall();
        }
    }

    /** The layouts that hold the streams best. */
    List<Held> roomiest(DeploymentOption option, PlanChoice.Choice choice) {
        List<Held> all = held(option, choice);
        Held best = Collections.min(all, HOLDS_BEST);
        return all.stream().filter(held -> HOLDS_BEST.compare(held, best) == 0).toList();
    }

    /** Of some layouts the first that is fast. */
    Laid simplest(DeploymentOption option, List<Held> some) {
        return simplest(some.stream().map(held -> laid(option, held)).toList());
    }

    /** @param layout one that the choice can be run in */
    Laid in(Layout layout, DeploymentOption option, PlanChoice.Choice choice) {
        return held(option, choice).stream()
                .filter(held -> held.choice().plan().layout().equals(layout))
                .map(held -> laid(option, held))
                .findFirst()
                .orElseThrow();
    }

    private List<Held> held(DeploymentOption option, PlanChoice.Choice choice) {
        List<Object> place = List.of(
                SizeKey.of(option), choice.plan().precision(), choice.plan().engineName());
        return fitted.computeIfAbsent(place, key -> fitted(option, choice)).stream()
                .map(one -> one.with(request.streams()))
                .toList();
    }

    private Laid laid(DeploymentOption option, Held held) {
        return new Laid(held.choice(), held.memory(), speed(option, held));
    }

    /** The first that is as good as the fastest but for a difference in speed that the estimate cannot tell. */
    private Laid simplest(List<Laid> all) {
        Laid fastest = Collections.min(all, FASTEST);
        return all.stream().filter(laid -> asGood(laid, fastest)).findFirst().orElse(fastest);
    }

    private boolean asGood(Laid laid, Laid best) {
        Double speed = laid.userSpeed();
        Double fastest = best.userSpeed();
        return speed != null
                && fastest != null
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

    private Performance speed(DeploymentOption option, Held held) {
        PlanChoice.Choice choice = held.choice();
        if (option.kind() == OptionKind.API) {
            return Performance.without(Missing.SERVICE_SPEED);
        }
        return runs(option, choice)
                ? speedSizing.on(option, choice.plan(), choice.engine(), held.memory())
                : Performance.without(Missing.ENGINE);
    }

    /** Whether a machine runs it at all, as far as is known. */
    private static boolean runs(DeploymentOption option, PlanChoice.Choice choice) {
        return option.kind() != OptionKind.API && choice.plan().mode() != ComputeMode.UNSUPPORTED;
    }
}
