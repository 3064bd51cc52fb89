package advisor.rules.explain;

import advisor.rules.text.Expression.Path;
import advisor.rules.text.Expression.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which values a condition looks at. */
final class Operands {
    private final Object fact;
    private final Bindings bindings;

    private Operands(Object fact, Bindings bindings) {
        this.fact = fact;
        this.bindings = bindings;
    }

    /** The values that a condition compares on a fact, in the order in which they are written. */
    static List<Operand> of(RuleCondition condition, Object fact, Bindings bindings) {
        Operands operands = new Operands(fact, bindings);
        Map<String, Operand> found = new LinkedHashMap<>();
        for (Path path : condition.paths()) {
            operands.of(path).ifPresent(operand -> found.putIfAbsent(operand.path(), operand));
        }
        return new ArrayList<>(found.values());
    }

    /** What is at the end of a path; none if a step is no property. */
    private Optional<Operand> of(Path path) {
        Optional<Operand> start = start(path);
        return start.flatMap(from -> follow(
                from,
                path.steps().subList(path.isVariable() ? 1 : 0, path.steps().size())));
    }

    /** Where a path begins: at a variable, or at the fact itself. */
    private Optional<Operand> start(Path path) {
        if (!path.isVariable()) {
            return Optional.of(new Operand("", fact, fact, ""));
        }
        String name = path.steps().get(0).name();
        Bindings.Bound bound = bindings.bound(name);
        return bound == null
                ? Optional.empty()
                : Optional.of(new Operand(name, bound.value(), bound.owner(), bound.field()));
    }

    /** A call that is none of the fact model ends at what it is on. */
    private Optional<Operand> follow(Operand start, List<Step> steps) {
        Operand on = start;
        for (Step step : steps) {
            Optional<Calls.Result> result = result(on.value(), step);
            if (result.isEmpty()) {
                return step.called() && !on.path().isEmpty() ? Optional.of(on) : Optional.empty();
            }
            on = new Operand(
                    joined(on.path(), step.text()), result.get().value(), on.owner(), joined(on.field(), step.name()));
        }
        return Optional.of(on);
    }

    private Optional<Calls.Result> result(@Nullable Object owner, Step step) {
        if (owner == null) {
            return Optional.of(new Calls.Result(null));
        }
        return step.called()
                ? Calls.call(owner, step.name(), step.arguments(), bindings)
                : Calls.property(owner, step.name());
    }

    private static String joined(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
