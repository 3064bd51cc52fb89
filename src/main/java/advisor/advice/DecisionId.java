package advisor.advice;

import advisor.facts.Request;
import advisor.text.Fingerprint;

/** Names a decision after its content. */
final class DecisionId {
    private static final int DIGITS = 16;

    private DecisionId() {}

    static String of(Request request, String rulesSha256, String catalogSha256) {
        return "d-"
                + Fingerprint.of(request.toString(), rulesSha256, catalogSha256).substring(0, DIGITS);
    }
}
