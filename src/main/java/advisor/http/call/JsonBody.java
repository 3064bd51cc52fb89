package advisor.http.call;

import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.text.Text;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object in the body of a call. */
public final class JsonBody {
    /** Bytes of a body that is read. */
    public static final int MOST_BYTES = 1 << 20;

    /** Who sends a little too much is heard out: cut off while writing, a client would not read what was wrong. */
    public static final int MOST_HEARD_BYTES = 5 * MOST_BYTES;

    private static final int MOST_LEVELS = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    /**
     * Reads the body to its end.
     *
     * @throws ProblemException if it is too long, or is not said to be JSON
     * @throws BadRequestException if it is no JSON object in UTF-8
     */
    public static ObjectNode object(Context context) {
        return object(text(context, "application/json"));
    }

    /**
     * Reads the body to its end.
     *
     * @throws ProblemException if it is too long, or is not said to be of the type
     * @throws BadRequestException if it is not in UTF-8
     */
    static String text(Context context, String type) {
        refuseOtherTypes(context.contentType(), type);
        return text(bytes(context));
    }

    /** @throws BadRequestException if the text is no JSON object */
    static ObjectNode object(String text) {
        JsonNode root = tree(text);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw fault(
                "The body must be a JSON object, as {\"model\": \"deepseek-r1\"}.",
                "请求体必须是 JSON 对象，例如 {\"model\": \"deepseek-r1\"}。");
    }

    /**
     * A whole number in a body.
     *
     * @throws BadRequestException if it is given and none
     */
    public static int whole(ObjectNode body, String name, int absent) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0 && value.canConvertToInt()) {
            return value.intValue();
        }
        throw BadRequestException.of(
                name,
                new Text(
                        "The %s (%s) must be a whole number.".formatted(name, value),
                        "%s（%s）必须是整数。".formatted(name, value)));
    }

    /**
     * Whether something in a body is so.
     *
     * @throws BadRequestException if it is given and neither true nor false
     */
    public static boolean truth(ObjectNode body, String name, boolean absent) {
        JsonNode value = body.path(name);
        if (!value.isBoolean() && !value.isMissingNode() && !value.isNull()) {
            throw BadRequestException.of(
                    name,
                    new Text("The %s must be true or false.".formatted(name), "%s 必须是 true 或 false。".formatted(name)));
        }
        return value.asBoolean(absent);
    }

    /**
     * A text in a body; {@code null} if none is given.
     *
     * @throws BadRequestException if something else is
     */
    public static @Nullable String text(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw BadRequestException.of(
                    name, new Text("The %s must be a text.".formatted(name), "%s 必须是文本。".formatted(name)));
        }
        return value.textValue();
    }

    /**
     * An object that is a part of a body.
     *
     * @throws BadRequestException if the body has no such object
     */
    public static ObjectNode part(ObjectNode body, String name) {
        if (body.get(name) instanceof ObjectNode part) {
            return part;
        }
        throw BadRequestException.of(
                name, new Text("The %s must be an object.".formatted(name), "%s 必须是对象。".formatted(name)));
    }

    /**
     * The same body, if it has no fields but some.
     *
     * @throws BadRequestException with every other field
     */
    public static ObjectNode only(ObjectNode body, String... names) {
        List<FieldFault> faults = body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !List.of(names).contains(name))
                .map(name -> unknown(name, String.join(", ", names)))
                .toList();
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
        return body;
    }

    private static FieldFault unknown(String name, String known) {
        return new FieldFault(
                name,
                new Text(
                        "The field (%s) is not known.%nMaybe %s?".formatted(name, known),
                        "没有该字段（%s）。%n可用：%s".formatted(name, known)));
    }

    private static void refuseOtherTypes(@Nullable String contentType, String type) {
        String[] parts = (contentType == null ? "" : contentType)
                .toLowerCase(Locale.ROOT)
                .split(";", 2);
        String parameter = parts.length == 1 ? "" : parts[1].replace("\"", "").strip();
        if (!parts[0].strip().equals(type) || !(parameter.isEmpty() || parameter.equals("charset=utf-8"))) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    new Text(
                            "The Content-Type must be %s in UTF-8.".formatted(type),
                            "Content-Type 必须是 %s（UTF-8）。".formatted(type)));
        }
    }

    private static byte[] bytes(Context context) {
        try {
            byte[] bytes = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return bytes;
            }
        } catch (IOException e) {
            throw fault("The body could not be read to its end.", "请求体未能完整读取。");
        }
        throw new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                new Text(
                        "The body must not be longer than %s bytes.".formatted(MOST_BYTES),
                        "请求体不得超过 %s 字节。".formatted(MOST_BYTES)));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault("The body is not UTF-8 text.", "请求体不是 UTF-8 文本。");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw fault(
                    "The body must not nest deeper than %s levels, nor have numbers over %s or names over %s characters."
                            .formatted(MOST_LEVELS, LONGEST_NUMBER, LONGEST_NAME),
                    "请求体嵌套不得超过 %s 层，数字不得超过 %s 个字符，名称不得超过 %s 个字符。".formatted(MOST_LEVELS, LONGEST_NUMBER, LONGEST_NAME));
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    /** The parser's own words are not passed on: they name its classes. */
    private static BadRequestException notJson(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        int line = at == null ? 1 : at.getLineNr();
        int column = at == null ? 1 : at.getColumnNr();
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                ? fault(
                        "A name stands twice in one object of the body (line %s, column %s).".formatted(line, column),
                        "请求体的同一对象中有重复的名称（第 %s 行第 %s 列）。".formatted(line, column))
                : fault(
                        "The body is not valid JSON (line %s, column %s).".formatted(line, column),
                        "请求体不是有效的 JSON（第 %s 行第 %s 列）。".formatted(line, column));
    }

    private static BadRequestException fault(String en, String zh) {
        return BadRequestException.of((String) null, new Text(en, zh));
    }
}
