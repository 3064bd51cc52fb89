package advisor.sizing.plan;

import advisor.facts.Layout;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Level;
import advisor.facts.unit.Parameters;
import advisor.sizing.cost.Carried;
import advisor.sizing.cost.UnitLoad;
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
    private final Map<Place, Laid> laid = new ConcurrentHashMap<>();
    private final Map<Unit, Carried> carried = new ConcurrentHashMap<>();

    Layings(Request request, LanguageModel model, Collection<Engine> engines, Parameters parameters) {
        this.planChoice = new PlanChoice(request, model, engines);
        this.base = new LayoutChoice(request, model, parameters);
    }

    private record Place(SizeKey option, Precision precision, String engine, int streams) {
        static Place of(DeploymentOption option, Plan plan, int streams) {
            return new Place(SizeKey.of(option), plan.precision(), plan.engineName(), streams);
        }
    }

    /**
     * A unit that is filled with streams.
     *
     * @param level which end of the estimated speeds counts; {@code null} for all of it
     */
    record Unit(
            SizeKey option,
            Precision precision,
            String engine,
            @Nullable Level level,
            UnitLoad load) {}

    /** The formats in which an option is judged, each with its engines by preference. */
    List<List<PlanChoice.Choice>> choices(DeploymentOption option) {
        return choices.computeIfAbsent(SizeKey.of(option), size -> planChoice.choices(option));
    }

    Laid of(DeploymentOption option, PlanChoice.Choice choice, int streams) {
        bound(laid);
        return laid.computeIfAbsent(Place.of(option, choice.plan(), streams), place -> lay(option, choice, streams));
    }

    /** So many streams in the layout that is best for others. */
    Laid as(DeploymentOption option, PlanChoice.Choice choice, int streams, int others) {
        Layout layout = of(option, choice, others).choice().plan().layout();
        return at(streams).in(layout, option, choice);
    }

    /** What a unit carries; searched for once. */
    Carried carried(Unit unit, Supplier<Carried> search) {
        bound(carried);
        return carried.computeIfAbsent(unit, key -> search.get());
    }

    private Laid lay(DeploymentOption option, PlanChoice.Choice choice, int streams) {
        return at(streams).best(option, choice);
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
