package advisor.request;

import advisor.text.LoadException;
import advisor.text.Problem;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request written as one JSON object: the field names of the command line, in kebab or snake case. */
public final class RequestLine {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MOST_ZEROS = 100;

    private RequestLine() {}

    /**
     * The fields by their names on the command line. Assumptions may be an object of their own: {@code "assume":
     * {"cost/busy-share": 0.1}}.
     *
     * @param file what the file is called in messages
     * @param line where in the file the text stands, from 1
     * @throws LoadException if the text is no object of names and plain values
     */
    public static Map<String, String> parse(String file, long line, String text) {
        JsonNode root = tree(file, line, text);
        if (!root.isObject()) {
            throw fault(file, line, 1, "The request must be an object, as {\"model\": \"deepseek-r1\"}.");
        }
        Map<String, String> fields = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        root.properties().stream().filter(field -> !field.getValue().isNull()).forEach(field -> plain(
                        field.getKey(), field.getValue())
                .ifPresentOrElse(
                        value -> fields.put(field.getKey().replace('_', '-'), value),
                        () -> problems.add(notPlain(file, line, field.getKey()))));
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
        return fields;
    }

    private static JsonNode tree(String file, long line, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            throw fault(file, line, at == null ? 1 : at.getColumnNr(), "This is no JSON: " + message);
        }
    }

    /** A field's value as it would be typed on the command line; empty if it is a list or an object and may not be. */
    public static Optional<String> plain(String field, JsonNode value) {
        if (value.isValueNode()) {
            return Optional.of(text(value));
        }
        RequestField<?> known = RequestFields.find(field);
        FieldType.Kind kind = known == null ? null : known.type().kind();
        if (kind == FieldType.Kind.OFFERS) {
            return offers(value);
        }
        if (kind == FieldType.Kind.OPTIONS) {
            return Optional.of(value.toString());
        }
        boolean assumptions = value.isObject() && kind == FieldType.Kind.ASSUMPTIONS;
        return assumptions && value.properties().stream().allMatch(RequestLine::isOne)
                ? Optional.of(value.properties().stream()
                        .map(assumption -> assumption.getKey() + "=" + text(assumption.getValue()))
                        .collect(Collectors.joining(",")))
                : Optional.empty();
    }

    /** A name that holds a value itself would be two assumptions. */
    private static boolean isOne(Map.Entry<String, JsonNode> assumption) {
        return assumption.getValue().isValueNode() && !assumption.getKey().contains("=");
    }

    /** A whole number is one however it is written: 16.0, 1.6e1. Of what has many zeros, none are written. */
    private static String text(JsonNode value) {
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        return value.isNumber() && Math.abs(number.scale()) < MOST_ZEROS ? number.toPlainString() : value.asText();
    }

    /** Each a line of text, or an object of its terms. */
    private static Optional<String> offers(JsonNode value) {
        List<JsonNode> all = value.isArray() ? value.valueStream().toList() : List.of(value);
        boolean plain = all.stream()
                .allMatch(offer -> offer.isTextual()
                        || offer.isObject() && offer.valueStream().allMatch(JsonNode::isValueNode));
        return plain
                ? Optional.of(all.stream().map(RequestLine::offer).collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    /** An object that names no term is a line that nobody understands, and not one of blanks. */
    private static String offer(JsonNode offer) {
        Map<String, String> terms = new LinkedHashMap<>();
        offer.properties()
                .forEach(term -> terms.put(term.getKey(), term.getValue().isNull() ? "" : text(term.getValue())));
        String line = OfferTable.line(terms);
        return offer.isTextual() ? offer.asText() : line.isEmpty() ? offer.toString() : line;
    }

    private static Problem notPlain(String file, long line, String field) {
        return new Problem(
                file, (int) line, 0, "The field (%s) must be a text, a number or a boolean.".formatted(field), "");
    }

    private static LoadException fault(String file, long line, int column, String message) {
        return new LoadException(List.of(new Problem(file, (int) line, column, message, "")));
    }
}
