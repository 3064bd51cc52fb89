package advisor.sizing.cost;

import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Interval;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How much a machine gives when as many streams run as fit and still answer at the wished speed.
 *
 * @param mostRun streams beyond which no speed is believed, because so many were never run
 * @param speed tokens a second that each stream is to have
 * @param asked streams of the request
 */
public record FullLoad(int mostRun, double speed, int asked) {
    static FullLoad of(DeploymentOption option, Request request, TokenLoad load, Assumptions assumptions) {
        double most = option.devices() * assumptions.value("cost/most-streams-per-device");
        return new FullLoad((int) Math.max(1, most), load.wishedSpeed(), request.streams());
    }

    /**
     * Output tokens a second; empty if the speed is not known or not one stream fits. A machine that is too slow for the
     * wished speed is taken at what is asked of it.
     *
     * @param atStreams speed with so many streams, in the layout that is best for them
     */
    public Optional<Interval> search(IntFunction<Performance> atStreams) {
        Double fit = atStreams.apply(mostRun).likelyConcurrentStreams();
        if (fit == null || fit < 1) {
            return Optional.empty();
        }
        int most = (int) Math.min(fit, mostRun);
        int enough = mostAtWishedSpeed(atStreams, most);
        int running = enough == 0 ? Math.min(asked, most) : enough;
        return Optional.ofNullable(atStreams.apply(running).outputTokensPerSecond());
    }

    /** The more streams, the slower each. */
    private int mostAtWishedSpeed(IntFunction<Performance> atStreams, int most) {
        int enough = 0;
        int tooMany = most + 1;
        while (tooMany - enough > 1) {
            int middle = (enough + tooMany) >>> 1;
            Double reached = atStreams.apply(middle).likelyTokensPerSecondPerUser();
            if (reached != null && reached >= speed) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }
}
