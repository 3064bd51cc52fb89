package advisor.sizing.cost;

import advisor.facts.Request;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.text.Text;

/** What a request's load comes to in tokens. */
public final class TokenLoad {
    static final double SECONDS_PER_HOUR = 3600;
    static final String BUSY_SHARE = "cost/busy-share";
    static final String SPEED = "cost/tokens-per-second-per-stream";
    private static final Text STREAMS = new Text("streams", "并发路数");
    private static final Text SECONDS = new Text("seconds of an hour", "每小时秒数");
    private static final Text ONE_MILLION = new Text("tokens of a million", "每百万 token");
    private static final double MILLION = 1e6;

    private final Request request;
    private final Assumptions assumptions;

    TokenLoad(Request request, Assumptions assumptions) {
        this.request = request;
        this.assumptions = assumptions;
    }

    /** Output tokens of all streams in a month. */
    double outputTokensPerMonth() {
        return outputTokens().value().likely();
    }

    /** Output tokens of all streams in a month, in millions. */
    Formula outputMillions() {
        return Operator.QUOTIENT.of(outputTokens(), Operand.exactly(ONE_MILLION, MILLION, "1"));
    }

    private Formula outputTokens() {
        return Operator.PRODUCT.of(
                Operand.exactly(STREAMS, request.streams(), "1"),
                assumptions.likely(SPEED),
                Counts.MONTH,
                Operand.exactly(SECONDS, SECONDS_PER_HOUR, "s/h"),
                BusyTime.share(request, assumptions));
    }

    /** Tokens a second that each stream is to get: a limit, which changes no load. */
    double wishedSpeed() {
        Double asked = request.minTokensPerSecond();
        return asked == null ? assumptions.value(SPEED) : asked;
    }

    private double busyShare() {
        return BusyTime.share(request, assumptions).value().likely();
    }

    /** Output tokens a month of a replica that is this fast at its fullest, when its hours are as the request's are. */
    long capacity(double tokensPerSecond) {
        return capacityPerMonth(
                tokensPerSecond, 1, assumptions.value("cost/planning-share"), Counts.HOURS_PER_MONTH, 1 / busyShare());
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
