package advisor.http.call;

import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.request.FieldType.Kind;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.request.RequestLine;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a request in a body: the command line's names, with values of the types of their fields. */
public final class PlainFields {
    /** Characters of a text. */
    public static final int LONGEST = 1_000;

    private final SortedMap<String, String> fields = new TreeMap<>();
    private final List<FieldFault> faults = new ArrayList<>();

    private PlainFields() {}

    /**
     * The fields by their names on the command line; those that are null are left out.
     *
     * @throws BadRequestException with every field that is not plain
     */
    public static SortedMap<String, String> of(ObjectNode request) {
        PlainFields read = new PlainFields();
        request.properties().forEach(field -> read.add(field.getKey(), field.getValue()));
        if (!read.faults.isEmpty()) {
            throw BadRequestException.of(read.faults);
        }
        return read.fields;
    }

    private void add(String name, JsonNode value) {
        RequestField<?> field = RequestFields.find(name);
        if (field != null && value.isNull()) {
            return;
        }
        String plain = plain(name, field, value);
        if (plain == null) {
            fault(name, "The field (%s) must be of type %s.", "字段（%s）的类型必须是 %s。", types(field));
        } else if (plain.codePointCount(0, plain.length()) > LONGEST && !isMany(field)) {
            fault(name, "The field (%s) must not be longer than %s characters.", "字段（%s）不得超过 %s 个字符。", LONGEST);
        } else {
            fields.put(name, plain);
        }
    }

    /** A text of digits is no figure: it keeps its quotes, to be refused with them. */
    private static @Nullable String plain(String name, @Nullable RequestField<?> field, JsonNode value) {
        Kind kind = field == null ? null : field.type().kind();
        if (kind == Kind.MODEL && !value.isTextual()) {
            return null;
        }
        return kind != null && kind.isFigure() && value.isTextual()
                ? value.toString()
                : RequestLine.plain(name, value).orElse(null);
    }

    private static String types(@Nullable RequestField<?> field) {
        Object types = field == null ? "string" : field.type().schema().get("type");
        return types instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(" / "))
                : String.valueOf(types);
    }

    /** What may be given several times, or in full, is as long as the whole body may be. */
    private static boolean isMany(@Nullable RequestField<?> field) {
        return field != null && field.type().kind().isLong();
    }

    private void fault(String name, String en, String zh, Object accepted) {
        faults.add(new FieldFault(name, new Text(en.formatted(name, accepted), zh.formatted(name, accepted))));
    }
}
