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
    private final Map<Object, Map<List<@Nullable Object>, List<?>>> worked = new IdentityHashMap<>();

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

    /** What comes of a part of a rule where its variables stand for the same, worked out once. */
    @SuppressWarnings("unchecked") // of one part all are of one kind
    <T> List<T> once(Object part, List<@Nullable Object> places, Supplier<List<T>> work) {
        return (List<T>)
                worked.computeIfAbsent(part, unknown -> new HashMap<>()).computeIfAbsent(places, unknown -> work.get());
    }
}
