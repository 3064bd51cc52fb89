package advisor.facts.offer;

import advisor.text.Text;
import java.util.Locale;
import java.util.Set;

/** Countries by their codes of ISO 3166. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    public static boolean exists(String code) {
        return CODES.contains(code);
    }

    public static Text name(String code) {
        Locale country = new Locale.Builder().setRegion(code).build();
        return new Text(
                country.getDisplayCountry(Locale.ENGLISH), country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
    }
}
