package advisor.sizing.plan;

import advisor.facts.Layout;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Level;
import advisor.facts.unit.Parameters;
import advisor.sizing.cost.Carried;
import advisor.sizing.cost.UnitLoad;
import advisor.sizing.plan.LayoutChoice.Held;
import advisor.sizing.plan.LayoutChoice.Laid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a model is laid out on options at the lengths of a request, for any number of streams; what was laid out once is
 * kept. Safe for several threads.
 */
final class Layings {
    /** Some twice what one request tries, uncertainties included. */
    private static final int MOST_KEPT = 8192;

    private final PlanChoice planChoice;
    private final LayoutChoice base;
    private final Map<SizeKey, List<List<PlanChoice.Choice>>> choices = new ConcurrentHashMap<>();
    private final Map<Integer, LayoutChoice> byStreams = new ConcurrentHashMap<>();
    private final Map<List<Object>, List<Held>> held = new ConcurrentHashMap<>();
    private final Map<List<Object>, Laid> laid = new ConcurrentHashMap<>();
    private final Map<List<Object>, Carried> carried = new ConcurrentHashMap<>();

    Layings(Request request, LanguageModel model, Collection<Engine> engines, Parameters parameters) {
        this.planChoice = new PlanChoice(request, model, engines);
        this.base = new LayoutChoice(
                request, model.withCacheValuesOf(request.kvFormat().bytes()), parameters);
    }

    /** What tells one laying from another. */
    private static List<Object> place(DeploymentOption option, PlanChoice.Choice choice, Object more) {
        Plan plan = choice.plan();
        return List.of(SizeKey.of(option), plan.precision(), plan.engineName(), more);
    }

    /** The formats in which an option is judged, each with its engines by preference. */
    List<List<PlanChoice.Choice>> choices(DeploymentOption option) {
        return choices.computeIfAbsent(SizeKey.of(option), size -> planChoice.choices(option));
    }

    Laid of(DeploymentOption option, PlanChoice.Choice choice, int streams) {
        bound(laid);
        return laid.computeIfAbsent(
                place(option, choice, streams), place -> at(streams).simplest(option, held(option, choice, streams)));
    }

    /** Whether so many streams have room in the layout that is best for them. Their speed is asked only in doubt. */
    boolean holds(DeploymentOption option, PlanChoice.Choice choice, int streams) {
        List<Held> all = held(option, choice, streams);
        boolean first = all.get(0).holds(option, streams);
        boolean alike = all.stream().allMatch(one -> one.holds(option, streams) == first);
        return alike ? first : of(option, choice, streams).holds(streams);
    }

    /** Layouts between which only speed can choose. */
    private List<Held> held(DeploymentOption option, PlanChoice.Choice choice, int streams) {
        bound(held);
        return held.computeIfAbsent(
                place(option, choice, streams), place -> at(streams).roomiest(option, choice));
    }

    /** So many streams in the layout that is best for others. */
    Laid as(DeploymentOption option, PlanChoice.Choice choice, int streams, int others) {
        Layout layout = of(option, choice, others).choice().plan().layout();
        return at(streams).in(layout, option, choice);
    }

    /**
     * What a unit carries; searched for once.
     *
     * @param level which end of the estimated speeds counts; {@code null} for all of it
     */
    Carried carried(
            DeploymentOption option,
            PlanChoice.Choice choice,
            @Nullable Level level,
            UnitLoad load,
            Supplier<Carried> search) {
        bound(carried);
        List<Object> filled = level == null ? List.of(load) : List.of(load, level);
        return carried.computeIfAbsent(place(option, choice, filled), unit -> search.get());
    }

    private LayoutChoice at(int streams) {
        bound(byStreams);
        return byStreams.computeIfAbsent(streams, base::at);
    }

    private static void bound(Map<?, ?> kept) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
    }
}
