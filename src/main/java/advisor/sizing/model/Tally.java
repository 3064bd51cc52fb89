package advisor.sizing.model;

import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.facts.unit.Bytes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds tensors up by class and format. */
final class Tally {
    private final Map<TensorClass, Map<String, TensorGroup>> groups = new TreeMap<>();

    /** @param parameters {@code null} if a packed tensor does not tell */
    void add(TensorClass tensorClass, String format, @Nullable Long parameters, long bytes) {
        TensorGroup more = new TensorGroup(tensorClass, format, parameters, new Bytes(bytes));
        groups.computeIfAbsent(tensorClass, known -> new TreeMap<>()).merge(format, more, Tally::sum);
    }

    List<TensorGroup> groups() {
        return groups.values().stream()
                .flatMap(byFormat -> byFormat.values().stream())
                .toList();
    }

    private static TensorGroup sum(TensorGroup one, TensorGroup other) {
        Long first = one.parameters();
        Long second = other.parameters();
        Long parameters = first == null || second == null ? null : Long.valueOf(Math.addExact(first, second));
        return new TensorGroup(
                one.tensorClass(), one.format(), parameters, one.bytes().plus(other.bytes()));
    }
}
