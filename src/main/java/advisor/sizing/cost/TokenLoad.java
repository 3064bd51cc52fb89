package advisor.sizing.cost;

import advisor.facts.Request;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.text.Text;

/** What a request's load comes to in tokens. */
public final class TokenLoad {
    static final double SECONDS_PER_HOUR = 3600;
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
        return outputTokens(request.streams());
    }

    /** Output tokens a month of so many streams. */
    private Formula outputTokens(int streams) {
        return Operator.PRODUCT.of(
                Operand.exactly(STREAMS, streams, "1"),
                assumptions.likely(request.streamSpeed()),
                Counts.MONTH,
                Operand.exactly(SECONDS, SECONDS_PER_HOUR, "s/h"),
                BusyTime.share(request, assumptions));
    }

    /** Output tokens a month of a unit that carries so many streams: rounded up, so that units of streams and of tokens agree. */
    long capacity(int streams) {
        return (long) Math.ceil(outputTokens(streams).value().likely());
    }
}
