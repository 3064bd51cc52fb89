package advisor.sizing;

import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.Performance;
import advisor.model.Request;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How much a machine gives when as many streams run as fit and still answer at the wished speed. */
final class FullLoad {
    private final Request request;
    private final TokenLoad load;
    private final Assumptions assumptions;

    FullLoad(Request request, TokenLoad load, Assumptions assumptions) {
        this.request = request;
        this.load = load;
        this.assumptions = assumptions;
    }

    /**
     * Output tokens a second; {@code null} if the speed is not known or not one stream fits. A machine that is too slow
     * for the wished speed is taken at what is asked of it.
     *
     * @param atStreams speed with so many streams, in the layout that is best for them
     */
    @Nullable Interval of(DeploymentOption option, IntFunction<Performance> atStreams) {
        int mostRun = mostRun(option);
        Double fit = atStreams.apply(mostRun).likelyConcurrentStreams();
        if (fit == null || fit < 1) {
            return null;
        }
        int most = (int) Math.min(fit, mostRun);
        int enough = mostAtWishedSpeed(atStreams, most);
        int running = enough == 0 ? Math.min(request.streams(), most) : enough;
        return atStreams.apply(running).outputTokensPerSecond();
    }

    /** Beyond what was ever run no speed is believed. */
    private int mostRun(DeploymentOption option) {
        return (int) Math.max(1, option.devices() * assumptions.value("cost/most-streams-per-device"));
    }

    /** The more streams, the slower each. */
    private int mostAtWishedSpeed(IntFunction<Performance> atStreams, int most) {
        int enough = 0;
        int tooMany = most + 1;
        while (tooMany - enough > 1) {
            int middle = (enough + tooMany) >>> 1;
            Double speed = atStreams.apply(middle).likelyTokensPerSecondPerUser();
            if (speed != null && speed >= load.speed()) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }
}
