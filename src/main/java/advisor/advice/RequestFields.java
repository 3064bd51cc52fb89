package advisor.advice;

import advisor.model.Ids;
import advisor.model.Request;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The fields of a request by name. */
public final class RequestFields {
    private RequestFields() {}

    /** The defaults that were applied to a request: option names with their values. */
    public static Map<String, String> values(Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("as-of", request.asOf().toString());
        values.put("streams", Integer.toString(request.streams()));
        values.put("prompt-tokens", Integer.toString(request.promptTokens()));
        values.put("output-tokens", Integer.toString(request.outputTokens()));
        values.put("horizon", Integer.toString(request.horizonMonths()));
        values.put("billing", Ids.of(request.billing()));
        values.put("precision-floor", Ids.of(request.precisionFloor()));
        values.put("buyer", Ids.of(request.buyer()));
        values.put("privacy", Ids.of(request.privacy()));
        values.put("warranty", Ids.of(request.warranty()));
        values.put("sanctions", Ids.of(request.sanctions()));
        values.put("fp8", Ids.of(request.fp8()));
        values.put("lens", Ids.of(request.lens()));
        values.keySet().removeIf(name -> !request.defaultsApplied().contains(json(name)));
        return values;
    }

    /** {@code prompt-tokens} is {@code promptTokens}; the horizon carries its unit. */
    public static String json(String field) {
        if (field.equals("horizon")) {
            return "horizonMonths";
        }
        StringBuilder name = new StringBuilder();
        for (String word : field.split("-", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
