package advisor.advice;

import advisor.facts.OnlyOffers;
import advisor.facts.Request;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Fingerprint;

/** Names a decision after its content. */
final class DecisionId {
    private static final int DIGITS = 16;

    private DecisionId() {}

    static String of(Request request, String rulesSha256, String catalogSha256) {
        return "d-" + Fingerprint.of(told(request), rulesSha256, catalogSha256).substring(0, DIGITS);
    }

    /** What was asked, without fields that say nothing: one that is new leaves the names of older decisions alone. */
    private static String told(Request request) {
        StringBuilder told = new StringBuilder();
        for (RequestField<?> field : RequestFields.all()) {
            Object value = field.value(request);
            if (value != null && value != OnlyOffers.NO) {
                told.append(field.name())
                        .append('=')
                        .append(field.text(request))
                        .append('\n');
            }
        }
        return told.append(request.defaultsApplied()).toString();
    }
}
