package advisor.sizing.cost;

import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Parameter;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is wished of each unit of a plan: to hold its streams, and to answer each of them fast enough.
 *
 * @param mostRun streams beyond which no speed is believed, because so many were never run
 * @param wishedSpeed tokens a second that each stream is to have; where nobody waits, those that its share of the work takes
 * @param firstTokenSeconds longest wait for the first token; {@code null} for any
 */
public record UnitLoad(int mostRun, double wishedSpeed, @Nullable Double firstTokenSeconds) {
    /** As a record has it; written out, because that of a record is put together at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnitLoad that
                && that.mostRun == mostRun
                && Double.compare(that.wishedSpeed, wishedSpeed) == 0
                && Objects.equals(that.firstTokenSeconds, firstTokenSeconds);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * mostRun + Double.hashCode(wishedSpeed)) + Objects.hashCode(firstTokenSeconds);
    }

    static UnitLoad of(Request request, DeploymentOption option, Assumptions assumptions) {
        double most = option.devices() * assumptions.value("cost/most-streams-per-device");
        return new UnitLoad((int) Math.max(1, most), wishedSpeed(request, assumptions), request.maxFirstTokenSeconds());
    }

    private static double wishedSpeed(Request request, Assumptions assumptions) {
        Double asked = request.minTokensPerSecond();
        if (asked != null) {
            return asked;
        }
        return assumptions.value(request.waits() ? Parameter.READING_SPEED : request.streamSpeed());
    }

    /** The same with so many streams at most. */
    UnitLoad atMost(double streams) {
        return streams >= mostRun ? this : new UnitLoad((int) Math.max(1, streams), wishedSpeed, firstTokenSeconds);
    }

    /**
     * How many streams a unit carries. One that is too slow for the wished speed with a single stream carries as many as
     * it holds.
     *
     * @param holds whether there is room for so many streams
     * @param atStreams speed with so many streams, in the layout that is best for them
     */
    public Carried search(IntPredicate holds, IntFunction<Performance> atStreams) {
        int held = largest(mostRun, holds);
        if (held == 0) {
            return Carried.NOTHING;
        }
        int fast = largest(held, streams -> isFast(atStreams.apply(streams)));
        int running = fast == 0 ? held : fast;
        return new Carried(running, fast > 0, atStreams.apply(running).outputTokensPerSecond());
    }

    /** Whether each stream is likely as fast, and answered as soon, as is wished. */
    public boolean isFast(Performance performance) {
        Double reached = performance.likelyTokensPerSecondPerUser();
        Double wait = performance.likelyTimeToFirstTokenSeconds();
        boolean soonEnough = firstTokenSeconds == null || wait != null && wait <= firstTokenSeconds;
        return reached != null && reached >= wishedSpeed && soonEnough;
    }

    /** Whether a stream likely is slower, or answered later, than is wished. What is not known may be anything. */
    public boolean isMissed(Performance performance) {
        Double reached = performance.likelyTokensPerSecondPerUser();
        Double wait = performance.likelyTimeToFirstTokenSeconds();
        return reached != null && reached < wishedSpeed
                || firstTokenSeconds != null && wait != null && wait > firstTokenSeconds;
    }

    /** The largest number up to the most that does, 0 if none does: the more streams, the less room and speed for each. */
    private static int largest(int most, IntPredicate does) {
        int enough = 0;
        int tooMany = most + 1;
        while (tooMany - enough > 1) {
            int middle = (enough + tooMany) >>> 1;
            if (does.test(middle)) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }
}
