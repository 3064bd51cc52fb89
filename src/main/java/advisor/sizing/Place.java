package advisor.sizing;

import advisor.model.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a machine would stand, as far as tariffs and wages know places. A request without a place is taken as China's. */
enum Place {
    CN("cn", Currency.CNY),
    US("us", Currency.USD),
    EU("eu", Currency.USD),
    ELSEWHERE("elsewhere", Currency.USD);

    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private final String suffix;
    private final Currency currency;

    Place(String suffix, Currency currency) {
        this.suffix = suffix;
        this.currency = currency;
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

    /** The currency in which this place's parameters stand. */
    Currency currency() {
        return currency;
    }
}
