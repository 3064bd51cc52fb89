package advisor;

import advisor.catalog.Catalog;
import advisor.facts.machine.Accelerator;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Papers;
import advisor.facts.offer.Prices;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Things of the catalog as if no source gave a fact of them. */
final class Blanked {
    private Blanked() {}

    /** What a source may say of a device; memory and power are each told by either of two figures. */
    enum Figure {
        MEMORY("memory", "measuredMemory"),
        BANDWIDTH("bandwidthGigabytesPerSecond"),
        FP16_RATE("fp16Teraflops"),
        FP8_RATE("fp8Teraflops"),
        POWER("tdpWatts", "allInKilowatts");

        private final List<String> components;

        Figure(String... components) {
            this.components = List.of(components);
        }

        boolean isKnownOf(Accelerator accelerator) {
            return components.stream().map(name -> value(accelerator, name)).anyMatch(Objects::nonNull);
        }

        /** The device of which no source gives the figure. */
        Accelerator leftOutOf(Accelerator accelerator) {
            Map<String, @Nullable Object> blank = new LinkedHashMap<>();
            components.forEach(name -> blank.put(name, null));
            return with(accelerator, blank);
        }
    }

    /** A catalog in which nobody ever named a price of an option, nor of its parts. */
    static Catalog withoutPrice(Catalog catalog, DeploymentOption option) {
        Papers unbilled = with(option.papers(), Map.of("billOfMaterials", List.of()));
        return catalog.with(with(option, Map.of("prices", Prices.NONE, "papers", unbilled)));
    }

    /** A record with other values of some components. */
    static <R extends Record> R with(R record, Map<String, @Nullable Object> others) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        if (!names.containsAll(others.keySet())) {
            throw new AssertionError("%s of %s".formatted(others.keySet(), names));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> others.containsKey(component.getName())
                        ? others.get(component.getName())
                        : value(record, component.getName()))
                .toArray();
        try {
            @SuppressWarnings("unchecked")
            R changed = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return changed;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static @Nullable Object value(Record record, String component) {
        try {
            return record.getClass().getMethod(component).invoke(record);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
