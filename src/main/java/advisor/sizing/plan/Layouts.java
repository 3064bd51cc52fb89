package advisor.sizing.plan;

import advisor.facts.Degrees;
import advisor.facts.Layout;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Parallelism;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.Precision;
import advisor.facts.model.Quantisation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways in which an engine can spread a model over an option's devices, those measured most often first. */
final class Layouts {
    private final Lens lens;
    private final @Nullable Degrees asked;
    private final LanguageModel model;

    /** @param request whose layout is taken alone wherever it can be */
    Layouts(Request request, LanguageModel model) {
        this.lens = request.lens();
        this.asked = request.layout();
        this.model = model;
    }

    /** At least one; the founding documents know but an even share for each device. */
    List<Layout> of(int devices, int nodes, @Nullable Engine engine, Precision precision) {
        if (lens == Lens.FOUNDING || devices == 0) {
            return List.of(Layout.tensor(devices));
        }
        List<Layout> possible = possible(devices, nodes, engine, precision);
        List<Layout> wished = asked == null
                ? List.of()
                : Stream.concat(possible.stream(), possible.stream().flatMap(layout -> dealtOut(layout, engine)))
                        .filter(asked::isMetBy)
                        .limit(1)
                        .toList();
        return wished.isEmpty() ? possible : wished;
    }

    /** The same with whole experts on each device, where an engine can hold them so. */
    private Stream<Layout> dealtOut(Layout layout, @Nullable Engine engine) {
        boolean can = model.mixtureOfExperts() && engine != null && engine.offers(Parallelism.DATA_PARALLEL_ATTENTION);
        return can && layout.dataParallel() == 1 && layout.tensorParallel() > 1
                ? Stream.of(layout.withWholeExperts())
                : Stream.empty();
    }

    private List<Layout> possible(int devices, int nodes, @Nullable Engine engine, Precision precision) {
        if (engine != null && engine.offers(Parallelism.LAYER_SPLIT)) {
            return List.of(new Layout(devices, 1, 1, Math.min(devices, layers())));
        }
        List<Layout> layouts = new ArrayList<>();
        for (int group : groups(devices, nodes)) {
            int count = count(devices, nodes, group);
            layouts.add(new Layout(devices, group, attendsApart(engine) ? count : 1, 1));
            if (engine != null && engine.offers(Parallelism.PIPELINE)) {
                layouts.add(new Layout(devices, group, 1, Math.min(count, layers())));
            }
        }
        return layouts.stream()
                .flatMap(layout -> cut(layout, engine, precision))
                .toList();
    }

    /**
     * Experts stored in blocks that share a scale can be cut between blocks only. Where that is uneven, engines that can
     * deal out whole experts do; others cannot run the layout.
     */
    private Stream<Layout> cut(Layout layout, @Nullable Engine engine, Precision precision) {
        if (layout.dealsOutExperts() || cutsEvenly(layout.tensorParallel(), precision)) {
            return Stream.of(layout);
        }
        boolean dealsOut = engine != null && engine.offers(Parallelism.DATA_PARALLEL_ATTENTION);
        return dealsOut ? Stream.of(layout.withWholeExperts()) : Stream.empty();
    }

    private boolean cutsEvenly(int group, Precision precision) {
        ModelFacts facts = model.facts();
        Integer size = facts == null ? null : facts.config().experts().size();
        if (facts == null || size == null || group == 1 || precision.storedAs() != model.nativePrecision()) {
            return true;
        }
        Quantisation stored = facts.config().quantisation();
        return stored.scheme() != Quantisation.Scheme.FP8_BLOCK || size % ((long) group * stored.blockRows()) == 0;
    }

    /** Numbers of devices that can share the attention heads, within nodes or over whole ones, the largest first. */
    private List<Integer> groups(int devices, int nodes) {
        int node = devices / nodes;
        return IntStream.rangeClosed(1, devices)
                .map(group -> devices + 1 - group)
                .filter(model::headsDivideOver)
                .filter(group -> group <= node || group % node == 0)
                .boxed()
                .toList();
    }

    private static int count(int devices, int nodes, int group) {
        int node = devices / nodes;
        return group <= node ? nodes * (node / group) : devices / group;
    }

    /**
     * Whether other groups attend to other streams: as copies of a dense model, or beside shared experts. An engine that
     * nobody knows might.
     */
    private boolean attendsApart(@Nullable Engine engine) {
        return !model.mixtureOfExperts() || engine == null || engine.offers(Parallelism.DATA_PARALLEL_ATTENTION);
    }

    private int layers() {
        return Math.max(1, model.layers());
    }
}
