package advisor.sizing.speed;

import advisor.facts.Request;
import advisor.facts.unit.Parameters;

/** Which share of the tokens of a prompt was seen before, so that their cache need not be made again. */
final class SeenShare {
    private SeenShare() {}

    static double of(Request request, Parameters parameters) {
        Double asked = request.prefixCacheShare();
        return asked == null ? parameters.value("cost/cached-input-share") : asked;
    }
}
