package advisor.advice;

import java.util.Locale;

/** Names of request fields in JSON. */
final class RequestFields {
    private RequestFields() {}

    /** {@code prompt-tokens} is {@code promptTokens}; the horizon carries its unit. */
    static String json(String field) {
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
