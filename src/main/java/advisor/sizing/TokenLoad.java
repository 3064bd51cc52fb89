package advisor.sizing;

import advisor.model.Request;

/** What a request's load comes to in tokens. */
public final class TokenLoad {
    static final double HOURS_PER_MONTH = 730;
    static final double SECONDS_PER_HOUR = 3600;
    private static final double MILLION = 1e6;

    private final Request request;
    private final Assumptions assumptions;

    TokenLoad(Request request, Assumptions assumptions) {
        this.request = request;
        this.assumptions = assumptions;
    }

    /** Output tokens of all streams in a month. */
    double outputTokensPerMonth() {
        return request.streams() * speed() * HOURS_PER_MONTH * SECONDS_PER_HOUR * busyShare();
    }

    double outputMillionsPerMonth() {
        return outputTokensPerMonth() / MILLION;
    }

    /** Tokens a second that each stream is to get. */
    double speed() {
        Double asked = request.minTokensPerSecond();
        return asked == null ? assumptions.value("cost/tokens-per-second-per-stream") : asked;
    }

    double busyShare() {
        return assumptions.value("cost/busy-share");
    }

    /** Output tokens a month of a replica that is this fast at its fullest, when its hours are as the request's are. */
    long capacity(double tokensPerSecond) {
        return capacityPerMonth(
                tokensPerSecond, 1, assumptions.value("cost/planning-share"), HOURS_PER_MONTH, 1 / busyShare());
    }

    /**
     * Tokens that a replica carries in a month.
     *
     * @param tokensPerSecond output tokens at its fullest
     * @param tokensPerOutputToken tokens counted for each output token: 1, or more where prompts count too
     * @param planningShare how full it may be planned
     * @param activeHours hours of the month in which there is load
     * @param peakToAverage load of the busiest of them over the mean of them
     */
    public static long capacityPerMonth(
            double tokensPerSecond,
            double tokensPerOutputToken,
            double planningShare,
            double activeHours,
            double peakToAverage) {
        double atPeak = tokensPerSecond * tokensPerOutputToken * planningShare;
        return (long) Math.floor(atPeak * activeHours * SECONDS_PER_HOUR / peakToAverage);
    }
}
