package advisor.sizing.plan;

import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Parameters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How a model is laid out on options at the lengths of a request. Safe for several threads. */
final class Layings {
    /** Some four times what a catalog has; devices that a trial describes anew count as others. */
    private static final int MOST_KEPT = 1024;

    private final PlanChoice planChoice;
    private final LayoutSizing layoutSizing;
    private final Map<SizeKey, List<List<Laying>>> kept = new ConcurrentHashMap<>();

    Layings(Request request, LanguageModel model, Collection<Engine> engines, Parameters parameters) {
        this.planChoice = new PlanChoice(request, model, engines);
        this.layoutSizing = new LayoutSizing(request, model, parameters);
    }

    /** The formats in which an option is judged, each with its engines by preference. */
    List<List<Laying>> of(DeploymentOption option) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(SizeKey.of(option), size -> planChoice.choices(option).stream()
                .map(engines -> engines.stream()
                        .map(choice -> new Laying(layoutSizing, option, choice))
                        .toList())
                .toList());
    }
}
