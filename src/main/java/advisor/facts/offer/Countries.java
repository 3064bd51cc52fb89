package advisor.facts.offer;

import advisor.text.Text;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Countries by their codes of ISO 3166. */
public final class Countries {
    static final String MAINLAND = "CN";

    /** The mainland with Hong Kong and Macao, which rules on export take together. */
    static final Set<String> CHINA = Set.of("CN", "HK", "MO");

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** In the European Economic Area beside the members of the Union. */
    private static final Set<String> BESIDE_UNION = Set.of("IS", "LI", "NO");

    private Countries() {}

    public static boolean inChina(String code) {
        return CHINA.contains(code);
    }

    /** Whether a country belongs to the European Union. */
    public static boolean inUnion(String code) {
        return UNION.contains(code);
    }

    /** Whether a country belongs to the European Economic Area. */
    public static boolean inEea(String code) {
        return inUnion(code) || BESIDE_UNION.contains(code);
    }

    /**
     * Whether data passes from one to the other without leaving the reach of one law: within a country, or the EEA. Of a
     * country that nobody named, nothing is known to leave it.
     */
    public static boolean oneArea(@Nullable String one, String other) {
        return one == null || one.equals(other) || inEea(one) && inEea(other);
    }

    public static boolean exists(String code) {
        return CODES.contains(code);
    }

    /** All codes, in either case, as JSON Schema has patterns. */
    public static String pattern() {
        SortedMap<String, String> seconds = new TreeMap<>();
        new TreeSet<>(CODES).forEach(code -> seconds.merge(code.substring(0, 1), code.substring(1), String::concat));
        return seconds.entrySet().stream()
                .map(first -> "[%s][%s]".formatted(eitherCase(first.getKey()), eitherCase(first.getValue())))
                .collect(Collectors.joining("|", "^(?:", ")$"));
    }

    private static String eitherCase(String letters) {
        return letters + letters.toLowerCase(Locale.ROOT);
    }

    public static Text name(String code) {
        Locale country = new Locale.Builder().setRegion(code).build();
        return new Text(
                country.getDisplayCountry(Locale.ENGLISH), country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
    }
}
