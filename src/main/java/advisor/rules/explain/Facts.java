package advisor.rules.explain;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The facts of a session, by type. Not safe for several threads. */
public final class Facts {
    private final List<Object> all;
    private final Map<Class<?>, List<Object>> byType = new HashMap<>();
    private final Map<Object, List<Object>> answers = new IdentityHashMap<>();
    private final Map<Node, Map<List<@Nullable Object>, List<ConditionTrace>>> traces = new IdentityHashMap<>();

    public Facts(Collection<?> all) {
        this.all = List.copyOf(all);
    }

    List<Object> of(Class<?> type) {
        return byType.computeIfAbsent(
                type, wanted -> all.stream().filter(wanted::isInstance).toList());
    }

    /** Some of them, which are looked for once. */
    List<Object> kept(Object question, Supplier<List<Object>> answer) {
        return answers.computeIfAbsent(question, unknown -> answer.get());
    }

    /** What is to be said of a part that looks at no candidate in particular, worked out once for the same bindings. */
    List<ConditionTrace> traced(Node part, Bindings bindings, Supplier<List<ConditionTrace>> trace) {
        return traces.computeIfAbsent(part, unknown -> new HashMap<>())
                .computeIfAbsent(bindings.places(), unknown -> trace.get());
    }
}
