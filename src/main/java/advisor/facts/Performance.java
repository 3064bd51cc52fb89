package advisor.facts;

import advisor.facts.offer.ServiceSpeed;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.text.Text;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Estimated speed of a candidate at the request's load.
 *
 * @param tokensPerSecondPerUser with all requested streams running
 * @param outputTokensPerSecond of all streams together
 * @param concurrentStreams streams that fit into memory at the request's lengths
 * @param timeToFirstTokenSeconds of a prompt, with those of all requested streams in the queue
 * @param keptSessionShare of the sessions whose prompts were seen before, those whose cache stays in memory until they
 *     come again; 1 where no prompt was seen before, and of a service
 * @param lacks the figures that are missing to tell what of these is {@code null}
 * @param measured what the speed of a hosted service rests on; {@code null} for a machine, or if nobody measured it
 */
public record Performance(
        @Nullable Interval tokensPerSecondPerUser,
        @Nullable Interval outputTokensPerSecond,
        @Nullable Interval concurrentStreams,
        @Nullable Interval timeToFirstTokenSeconds,
        double keptSessionShare,
        List<Missing> lacks,
        @Nullable ServiceSpeed measured) {

    private static final double MILLISECONDS_PER_SECOND = 1000;

    /** Of a machine. */
    public Performance(
            @Nullable Interval tokensPerSecondPerUser,
            @Nullable Interval outputTokensPerSecond,
            @Nullable Interval concurrentStreams,
            @Nullable Interval timeToFirstTokenSeconds,
            double keptSessionShare,
            List<Missing> lacks) {
        this(
                tokensPerSecondPerUser,
                outputTokensPerSecond,
                concurrentStreams,
                timeToFirstTokenSeconds,
                keptSessionShare,
                lacks,
                null);
    }

    /** Of what does not run. */
    public static final Performance NONE = holding(null, List.of());

    /** Of which nothing is known, for want of one figure. */
    public static Performance without(Missing figure) {
        return holding(null, List.of(figure));
    }

    /** Of which only is known what memory holds. */
    public static Performance holding(@Nullable Interval streams, List<Missing> lacks) {
        return new Performance(null, null, streams, null, 1, lacks);
    }

    /** Whether a figure is missing without which nobody can say how fast it is. */
    public boolean unknown() {
        return tokensPerSecondPerUser == null;
    }

    /** Whether it is the very service's that was measured, not the median of those that host the model. */
    public boolean measuredAtHost() {
        return measured != null && measured.of() == ServiceSpeed.Of.HOST;
    }

    /** Whether it is known only how fast those that host the model are in the middle. */
    public boolean measuredAtOthers() {
        return measured != null && measured.of() == ServiceSpeed.Of.HOSTS;
    }

    /** The figures that are missing to say how fast it is and how soon it answers. */
    public Text missing() {
        return Missing.named(lacks);
    }

    /** Of so many units that run side by side, each with its share of the streams. */
    public Performance times(int units) {
        return new Performance(
                tokensPerSecondPerUser,
                map(outputTokensPerSecond, all -> all.times(units)),
                map(concurrentStreams, streams -> streams.times(units)),
                timeToFirstTokenSeconds,
                keptSessionShare,
                lacks,
                measured);
    }

    public @Nullable Double likelyTokensPerSecondPerUser() {
        return tokensPerSecondPerUser == null ? null : tokensPerSecondPerUser.likely();
    }

    public @Nullable Double highTokensPerSecondPerUser() {
        return tokensPerSecondPerUser == null ? null : tokensPerSecondPerUser.high();
    }

    public @Nullable Double likelyConcurrentStreams() {
        return concurrentStreams == null ? null : concurrentStreams.likely();
    }

    public @Nullable Double lowTimeToFirstTokenSeconds() {
        return timeToFirstTokenSeconds == null ? null : timeToFirstTokenSeconds.low();
    }

    public @Nullable Double likelyTimeToFirstTokenSeconds() {
        return timeToFirstTokenSeconds == null ? null : timeToFirstTokenSeconds.likely();
    }

    public @Nullable Interval timeToFirstTokenMilliseconds() {
        return timeToFirstTokenSeconds == null ? null : timeToFirstTokenSeconds.times(MILLISECONDS_PER_SECOND);
    }

    /** The same with other rates; what takes long at a low rate takes short at a high one. */
    public Performance atRates(UnaryOperator<Interval> rates) {
        return new Performance(
                map(tokensPerSecondPerUser, rates),
                map(outputTokensPerSecond, rates),
                concurrentStreams,
                map(timeToFirstTokenSeconds, seconds -> rates.apply(seconds.inverse())
                        .inverse()),
                keptSessionShare,
                lacks,
                measured);
    }

    private static @Nullable Interval map(@Nullable Interval interval, UnaryOperator<Interval> operation) {
        return interval == null ? null : operation.apply(interval);
    }

    /** From one token of a stream to the next. */
    public @Nullable Interval timePerOutputTokenMilliseconds() {
        return map(tokensPerSecondPerUser, speed -> speed.inverse().times(MILLISECONDS_PER_SECOND));
    }
}
