package advisor.rules.explain;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The facts of a session, by type. Not safe for several threads. */
public final class Facts {
    private final List<Object> all;
    private final Map<Class<?>, List<Object>> byType = new HashMap<>();
    private final Map<PatternNode, List<Object>> byPattern = new IdentityHashMap<>();

    public Facts(Collection<?> all) {
        this.all = List.copyOf(all);
    }

    List<Object> of(Class<?> type) {
        return byType.computeIfAbsent(
                type, wanted -> all.stream().filter(wanted::isInstance).toList());
    }

    /** Those that satisfy a pattern which looks at nothing but the fact. */
    List<Object> of(PatternNode pattern) {
        return byPattern.computeIfAbsent(pattern, wanted -> of(wanted.type()).stream()
                .filter(fact -> wanted.holds(Bindings.NONE.with(wanted, fact)))
                .toList());
    }
}
