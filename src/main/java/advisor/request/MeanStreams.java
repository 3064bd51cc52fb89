package advisor.request;

import advisor.facts.Request;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Parameters;
import advisor.text.Text;

/** Answers that are under way on the mean of a day: the rate at which they begin, times how long each takes. */
final class MeanStreams {
    static final double SECONDS_PER_DAY = 24 * 3600;
    private static final Text ANSWER = new Text("tokens of an answer", "每个回答的 token");

    private MeanStreams() {}

    static Formula answerSeconds(Request asked, int answerTokens, Parameters parameters) {
        return Operator.QUOTIENT.of(
                Operand.exactly(ANSWER, answerTokens, "tokens"), Operand.likely(parameters.get(asked.streamSpeed())));
    }

    /** If so many requests are asked in a day. */
    static double of(Request asked, double requests, int answerTokens, Parameters parameters) {
        return requests * answerSeconds(asked, answerTokens, parameters).value().likely() / SECONDS_PER_DAY;
    }

    /** Whether a part of the streams of a request still carries its requests of a day, if it tells of any. */
    static boolean carry(Request request, double share, Parameters parameters) {
        Integer requests = request.requestsPerDay();
        return requests == null
                || of(request, requests, request.outputTokens(), parameters) <= (request.streams() - 1) * share;
    }
}
