package advisor.text;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Constants as people and files write them: {@code strongly-recommended}, {@code 4bit}. */
public final class Ids {
    private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

    private Ids() {}

    /** A constant that is not written as the others are. */
    public interface Spelled {
        String id();
    }

    /** The id of a constant: lower case with hyphens, unless it spells itself. */
    public static String of(Enum<?> constant) {
        return KNOWN.computeIfAbsent(constant, Ids::spelled);
    }

    private static String spelled(Enum<?> constant) {
        return constant instanceof Spelled spelled
                ? spelled.id()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
