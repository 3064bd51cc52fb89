package advisor.sizing.cost;

import advisor.facts.offer.Countries;
import org.jspecify.annotations.Nullable;

/** Where a machine would stand, as far as tariffs and wages know places. A request without a place is taken as China's. */
enum Place {
    CN("cn"),
    US("us"),
    EU("eu"),
    ELSEWHERE("elsewhere");

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
        return Countries.inUnion(jurisdiction) ? EU : ELSEWHERE;
    }

    /** The id of the parameter that holds here. */
    String parameter(String stem) {
        return stem + "-" + suffix;
    }
}
