package advisor.engine.trace;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of a session, by type. Not safe for several threads. */
public final class Facts {
    private final List<Object> all;
    private final Map<Class<?>, List<Object>> byType = new HashMap<>();

    public Facts(Collection<?> all) {
        this.all = List.copyOf(all);
    }

    List<Object> of(Class<?> type) {
        return byType.computeIfAbsent(
                type, wanted -> all.stream().filter(wanted::isInstance).toList());
    }
}
