package advisor.model;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Constants as people and files write them: {@code strongly-recommended}, {@code 4bit}. */
public final class Ids {
    private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

    private Ids() {}

    /** The id of a constant: lower case with hyphens. */
    public static String of(Enum<?> constant) {
        return KNOWN.computeIfAbsent(constant, Ids::spelled);
    }

    private static String spelled(Enum<?> constant) {
        return constant == PrecisionFloor.FOUR_BIT
                ? "4bit"
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
