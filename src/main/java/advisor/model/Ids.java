package advisor.model;

import java.util.Locale;

/** Constants as people and files write them: {@code strongly-recommended}, {@code 4bit}, {@code CNY}. */
public final class Ids {
    private Ids() {}

    /** The id of a constant: lower case with hyphens. Currencies keep their ISO 4217 code. */
    public static String of(Enum<?> constant) {
        if (constant instanceof Currency) {
            return constant.name();
        }
        return constant == PrecisionFloor.FOUR_BIT
                ? "4bit"
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
