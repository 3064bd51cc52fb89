package advisor.sizing.cost;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a machine would stand, as far as tariffs and wages know places. A request without a place is taken as China's. */
enum Place {
    CN("cn"),
    US("us"),
    EU("eu"),
    ELSEWHERE("elsewhere");

    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private final String suffix;

    Place(String suffix) {
        this.suffix = suffix;
    }

    static Place of(@Nullable String jurisdiction) {
        if (jurisdiction == null || jurisdiction.equals("CN")) {
            return CN;
        }
        if (jurisdiction.equals("US")) {
            return US;
        }
        return UNION.contains(jurisdiction) ? EU : ELSEWHERE;
    }

    /** The id of the parameter that holds here. */
    String parameter(String stem) {
        return stem + "-" + suffix;
    }
}
