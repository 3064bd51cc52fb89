package advisor.sizing.cost;

import advisor.facts.Request;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Parameter;
import advisor.text.Text;

/** For which share of all hours the streams of a request are busy. */
final class BusyTime {
    private static final double HOURS_PER_DAY = 24;
    private static final Text REQUESTS = new Text("requests a day", "每日请求数");
    private static final Text ANSWER = new Text("tokens of an answer", "每个回答的 token");
    private static final Text STREAMS = new Text("streams", "并发路数");
    private static final Operand DAY = Operand.exactly(new Text("hours of a day", "每日小时数"), HOURS_PER_DAY, "h");
    private static final Operand HOUR =
            Operand.exactly(new Text("seconds of an hour", "每小时秒数"), TokenLoad.SECONDS_PER_HOUR, "s/h");

    private BusyTime() {}

    /** Told by the requests of a day if they are known, by the hours of the night if nobody waits, or else assumed. */
    static Formula share(Request request, Assumptions assumptions) {
        Integer requests = request.requestsPerDay();
        if (requests != null) {
            return ofRequests(Operand.exactly(REQUESTS, requests, "1"), request, assumptions);
        }
        return request.waits()
                ? assumptions.likely(Parameter.BUSY_SHARE)
                : Operator.QUOTIENT.of(assumptions.likely("load/batch-hours"), DAY);
    }

    /**
     * For which share of all hours somebody asks. Where people wait, few requests come one after the other, and many within
     * the hours of an office.
     */
    static Formula asked(Request request, Assumptions assumptions) {
        Formula share = share(request, assumptions);
        if (request.requestsPerDay() == null || !request.waits()) {
            return share;
        }
        Formula oneByOne = Operator.PRODUCT.of(share, Operand.exactly(STREAMS, request.streams(), "1"));
        return Operator.LARGEST.of(share, Operator.SMALLEST.of(oneByOne, assumptions.likely(Parameter.BUSY_SHARE)));
    }

    private static Formula ofRequests(Operand requests, Request request, Assumptions assumptions) {
        Formula answerSeconds = Operator.QUOTIENT.of(
                Operand.exactly(ANSWER, request.outputTokens(), "tokens"), assumptions.likely(request.streamSpeed()));
        return Operator.QUOTIENT.of(
                Operator.PRODUCT.of(requests, answerSeconds),
                Operator.PRODUCT.of(Operand.exactly(STREAMS, request.streams(), "1"), DAY, HOUR));
    }
}
