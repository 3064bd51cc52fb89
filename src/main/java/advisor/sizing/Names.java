package advisor.sizing;

import java.util.Locale;

/** Names of constants as they stand in parameter ids. */
final class Names {
    private Names() {}

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
