package advisor.advice;

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
        values.put("precision-floor", RequestForm.id(request.precisionFloor()));
        values.put("buyer", RequestForm.id(request.buyer()));
        values.put("privacy", RequestForm.id(request.privacy()));
        values.put("warranty", RequestForm.id(request.warranty()));
        values.put("sanctions", RequestForm.id(request.sanctions()));
        values.put("fp8", RequestForm.id(request.fp8()));
        values.put("lens", RequestForm.id(request.lens()));
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
