package advisor.mcp;

import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.request.Question;
import advisor.request.RequestLine;
import advisor.text.Language;
import advisor.text.NearestName;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool.
 *
 * @param schema what it may be given
 */
record ToolCall(ObjectNode arguments, ToolSchema schema, Desk desk) {
    static final String LANGUAGE = "lang";

    /** The one that was asked for, else that of the desk. */
    Language language() {
        String asked = optional(LANGUAGE);
        return asked == null ? desk.language() : asked.equals("zh") ? Language.ZH : Language.EN;
    }

    /** @throws BadRequestException with every argument that the tool does not have, or if it cannot answer in the language */
    void refuseStrange() {
        List<FieldFault> faults = new ArrayList<>();
        arguments
                .propertyStream()
                .map(argument -> argument.getKey().replace('_', '-'))
                .filter(name -> !schema.names().contains(name))
                .forEach(name -> faults.add(new FieldFault(name, unknown(name))));
        String asked = optional(LANGUAGE);
        if (asked != null && !asked.equals("en") && !asked.equals("zh")) {
            faults.add(new FieldFault(
                    LANGUAGE,
                    new Text(
                            "The lang (%s) must be en or zh.".formatted(asked),
                            "lang（%s）必须是 en 或 zh。".formatted(asked))));
        }
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
    }

    private Text unknown(String name) {
        Text hint = NearestName.hintText(name, schema.names());
        return new Text(
                "The field (%s) is not known.%n%s".formatted(name, hint.en()).strip(),
                "没有该字段（%s）。%n%s".formatted(name, hint.zh()).strip());
    }

    /** @throws BadRequestException if it is missing */
    String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    @Nullable String optional(String name) {
        JsonNode value = arguments.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** @throws BadRequestException if it is given and no whole number */
    int whole(String name, int absent) {
        String text = optional(name);
        try {
            return text == null ? absent : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw BadRequestException.of(
                    name,
                    new Text(
                            "The %s (%s) must be a whole number.".formatted(name, text),
                            "%s（%s）必须是整数。".formatted(name, text)));
        }
    }

    /** A list of texts, or one text. */
    List<String> texts(String name) {
        JsonNode value = arguments.get(name);
        if (value == null || value.isNull()) {
            throw missing(name);
        }
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
    }

    /** @throws BadRequestException with every fault of the fields */
    Question question() {
        return desk.question(fields());
    }

    /**
     * The fields of a request among the arguments.
     *
     * @throws BadRequestException with every field that is not plain
     */
    SortedMap<String, String> fields() {
        SortedMap<String, String> fields = new TreeMap<>();
        List<FieldFault> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            String name = argument.getKey().replace('_', '-');
            if (!schema.own().contains(argument.getKey())
                    && !argument.getValue().isNull()) {
                RequestLine.plain(name, argument.getValue())
                        .ifPresentOrElse(value -> fields.put(name, value), () -> faults.add(notPlain(name)));
            }
        }
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
        return fields;
    }

    private static FieldFault notPlain(String name) {
        return new FieldFault(
                name,
                new Text(
                        "The field (%s) must be a text, a number or a boolean.".formatted(name),
                        "字段（%s）必须是文本、数字或布尔值。".formatted(name)));
    }

    private static BadRequestException missing(String name) {
        return BadRequestException.of(
                name, new Text("The argument (%s) is missing.".formatted(name), "缺少参数（%s）。".formatted(name)));
    }
}
