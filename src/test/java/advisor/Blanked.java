package advisor;

import advisor.catalog.Catalog;
import advisor.facts.machine.Accelerator;
import advisor.facts.offer.DeploymentOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A catalog from which one fact was left out, as if no source gave it.
 *
 * @param fact what was left out, as {@code nvidia-h200-sxm-141gb without FP16_RATE}
 * @param options ids of the options that it speaks of
 */
record Blanked(String fact, Set<String> options, Catalog catalog) {

    /** What a source may say of a device; memory and power are each told by either of two figures. */
    enum Figure {
        MEMORY("memory", "measuredMemory"),
        BANDWIDTH("bandwidthGigabytesPerSecond"),
        FP16_RATE("fp16Teraflops"),
        FP8_RATE("fp8Teraflops"),
        FP4_RATE("fp4Teraflops"),
        INT8_RATE("int8Teraops"),
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

    /** A catalog from which nothing was left out. */
    static Blanked of(Catalog catalog) {
        return new Blanked("everything", Set.of(), catalog);
    }

    /** A catalog without a figure of a device. */
    static Blanked figure(Catalog catalog, Accelerator accelerator, Figure figure) {
        return new Blanked(
                accelerator.id() + " without " + figure,
                catalog.options().values().stream()
                        .filter(option -> option.accelerator().equals(accelerator))
                        .map(DeploymentOption::id)
                        .collect(Collectors.toSet()),
                catalog.with(figure.leftOutOf(accelerator)));
    }

    /** A catalog in which nobody ever named a price of an option, nor of its parts. */
    static Blanked price(Catalog catalog, DeploymentOption option) {
        Map<String, @Nullable Object> none = new LinkedHashMap<>();
        Stream.of("quotes", "rates", "offers", "billOfMaterials").forEach(name -> none.put(name, List.of()));
        return new Blanked(option.id() + " without a price", Set.of(option.id()), catalog.with(with(option, none)));
    }

    /** Each figure of a device that an option is built of, and the price of each option, left out in turn. */
    static List<Blanked> all(Catalog catalog) {
        Map<String, Accelerator> inUse = new TreeMap<>();
        catalog.options().values().stream()
                .map(DeploymentOption::accelerator)
                .filter(catalog.accelerators()::containsValue)
                .forEach(accelerator -> inUse.put(accelerator.id(), accelerator));
        Stream<Blanked> figures = inUse.values().stream().flatMap(accelerator -> Arrays.stream(Figure.values())
                .filter(figure -> figure.isKnownOf(accelerator))
                .map(figure -> figure(catalog, accelerator, figure)));
        Stream<Blanked> prices =
                catalog.options().values().stream().filter(Blanked::isPriced).map(option -> price(catalog, option));
        return Stream.concat(figures, prices).toList();
    }

    private static boolean isPriced(DeploymentOption option) {
        return Stream.of(option.quotes(), option.rates(), option.offers(), option.billOfMaterials())
                .anyMatch(prices -> !prices.isEmpty());
    }

    /** A record with other values of some components. */
    static <R extends Record> R with(R record, Map<String, @Nullable Object> others) {
        RecordComponent[] components = record.getClass().getRecordComponents();
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
