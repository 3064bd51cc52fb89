package advisor.sizing.speed;

import advisor.facts.Request;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are open, and what of their prompts was seen before. Between two answers a session waits for its
 * user or its tools; what was read need not be read again only if its cache stays in memory meanwhile.
 *
 * @param seenShare of the tokens of a prompt, those that were seen before
 * @param ofAStream sessions that are open for each answer under way
 * @param ofAllUsers sessions that are open in all, however many answers are under way for a moment; {@code null} if nobody
 *     says how many users there are
 */
record Sessions(double seenShare, double ofAStream, @Nullable Double ofAllUsers) {

    static Sessions of(Request request, Parameters parameters) {
        Double seen = request.prefixCacheShare();
        return new Sessions(
                seen == null ? parameters.value("load/cached-input-share") : seen,
                ofAStream(request, parameters),
                ofAllUsers(request, parameters));
    }

    private static @Nullable Double ofAllUsers(Request request, Parameters parameters) {
        Integer users = request.users();
        return users == null ? null : (Double) (users * parameters.value("load/session-share"));
    }

    /** A load that is told by streams tells of no session but theirs. */
    private static double ofAStream(Request request, Parameters parameters) {
        if (request.users() == null) {
            return 1;
        }
        Double active = request.activeShare();
        double answered = active == null ? parameters.value("load/active-share") : active;
        return Math.max(1, parameters.value("load/session-share") / answered);
    }

    private double open(int streams) {
        double ofStreams = streams * ofAStream;
        return ofAllUsers == null ? ofStreams : Math.max(streams, Math.min(ofStreams, ofAllUsers));
    }

    /**
     * Which share of the sessions stays in memory: as many as fit, whichever they are.
     *
     * @param fitting streams whose cache fits
     */
    double keptShare(int streams, @Nullable Interval fitting) {
        if (seenShare == 0 || fitting == null) {
            return 1;
        }
        return Math.min(1, fitting.likely() / open(streams));
    }
}
