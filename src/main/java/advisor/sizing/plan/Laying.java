package advisor.sizing.plan;

import advisor.facts.Memory;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.sizing.cost.Carried;
import advisor.sizing.cost.Outlook;
import advisor.sizing.cost.UnitLoad;
import advisor.sizing.plan.LayoutSizing.Fitted;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An option in a format and an engine, laid out for any number of streams: of the layouts that hold the weights and a
 * stream, one of a kind that was measured, even if streams must wait then; of these, those that hold all streams; if none
 * does, the one that misses least. Between them decides {@link Laid#order}. What was laid out once is kept. Safe for several
 * threads.
 */
final class Laying {
    /** Some twice what one request tries, uncertainties included. */
    private static final int MOST_KEPT = 64;

    private final LayoutSizing sizing;
    private final DeploymentOption option;
    private final PlanChoice.Choice choice;
    private final List<Fitted> layouts;
    private final Map<Integer, List<Laid>> laid = new ConcurrentHashMap<>();
    private final Map<List<@Nullable Object>, Carried> carried = new ConcurrentHashMap<>();

    Laying(LayoutSizing sizing, DeploymentOption option, PlanChoice.Choice choice) {
        this.sizing = sizing;
        this.option = option;
        this.choice = choice;
        this.layouts = sizing.fitted(option, choice);
    }

    /** In no layout yet. */
    PlanChoice.Choice choice() {
        return choice;
    }

    /** What a unit carries under an outlook, filled to the brim; searched for once. */
    Carried carried(UnitLoad load, Outlook outlook) {
        bound(carried);
        Comparator<Laid> fast = Laid.fast(load, outlook);
        return carried.computeIfAbsent(
                Arrays.asList(load, outlook.speed()),
                asked -> load.search(
                        streams -> holds(streams, fast),
                        streams -> outlook.performance(first(streams, fast).performance())));
    }

    /** So many streams, in the layout that is best for them and for what is wished. */
    Laid at(int streams, UnitLoad load, Outlook outlook) {
        return first(streams, Laid.order(load, outlook, sizing.littleSpareShare()));
    }

    private Laid first(int streams, Comparator<Laid> order) {
        bound(laid);
        List<Laid> all = laid.computeIfAbsent(streams, this::speedy);
        if (all.size() == 1) {
            return all.get(0);
        }
        Laid first = Collections.min(all, order);
        return simplest(
                all.stream().filter(one -> order.compare(one, first) == 0).toList());
    }

    /** Whether so many streams have room in the layout that comes first for them. Their speed is asked only in doubt. */
    private boolean holds(int streams, Comparator<Laid> order) {
        List<Held> all = roomiest(streams);
        boolean first = holds(all.get(0), streams);
        boolean alike = all.stream().allMatch(one -> holds(one, streams) == first);
        return alike ? first : first(streams, order).holds(streams);
    }

    /** What {@link Laid#holds} would say. */
    private boolean holds(Held held, int streams) {
        Long fit = held.memory().streams();
        return fit != null && fit >= streams && LayoutSizing.runs(option, held.choice());
    }

    /** The layouts that hold so many streams best: only speed can choose between them. */
    private List<Held> roomiest(int streams) {
        if (layouts.size() == 1) {
            return List.of(held(layouts.get(0), streams));
        }
        List<Held> all = layouts.stream().map(fitted -> held(fitted, streams)).toList();
        Held best = Collections.min(all, Held.HOLDS_BEST);
        return all.stream()
                .filter(held -> Held.HOLDS_BEST.compare(held, best) == 0)
                .toList();
    }

    private List<Laid> speedy(int streams) {
        return roomiest(streams).stream().map(held -> laid(held, streams)).toList();
    }

    /** The first that is as good as the fastest but for a difference in speed that the estimate cannot tell. */
    private Laid simplest(List<Laid> all) {
        Laid fastest = Collections.min(all, Laid.FASTEST);
        double share = sizing.simplerShare();
        return all.stream()
                .filter(one -> one.isAsGoodAs(fastest, share))
                .findFirst()
                .orElse(fastest);
    }

    private Laid laid(Held held, int streams) {
        return new Laid(held.choice(), held.memory(), sizing.speed(option, held.choice(), held.memory(), streams));
    }

    private static Held held(Fitted fitted, int streams) {
        Memory memory = fitted.memory(streams);
        return new Held(fitted.choice(), memory, memory.shortfall());
    }

    private static void bound(Map<?, ?> kept) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
    }

    /** A choice in a layout, with what it takes. */
    private record Held(PlanChoice.Choice choice, Memory memory, @Nullable Bytes shortfall) {
        private static final Comparator<Held> HOLDS_BEST = Comparator.comparing(Held::holdsNobody)
                .thenComparing(Held::spilled)
                .thenComparing(Held::raised)
                .thenComparing(Held::unmeasured)
                .thenComparing(Held::shortfall, Comparator.nullsFirst(Comparator.naturalOrder()));

        private boolean holdsNobody() {
            Long streams = memory.streams();
            return streams == null ? shortfall != null : streams == 0;
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
    }
}
