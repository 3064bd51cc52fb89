package advisor.http.call;

import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.request.RequestLine;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a request in a body: the command line's names, in kebab or snake case, with plain values. */
public final class PlainFields {
    private static final int LONGEST = 1_000;

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
        request.properties().forEach(field -> read.add(field.getKey().replace('_', '-'), field.getValue()));
        if (!read.faults.isEmpty()) {
            throw BadRequestException.of(read.faults);
        }
        return read.fields;
    }

    private void add(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        Optional<String> plain = RequestLine.plain(name, value);
        if (plain.isEmpty()) {
            fault(name, "The field (%s) must be a text, a number or a boolean.", "字段（%s）必须是文本、数字或布尔值。");
        } else if (plain.get().length() > LONGEST && !isMany(name)) {
            fault(name, "The field (%s) must not be longer than 1000 characters.", "字段（%s）不得超过 1000 个字符。");
        } else if (fields.put(name, plain.get()) != null) {
            fault(name, "The field (%s) stands twice, with - and with _.", "字段（%s）重复：- 与 _ 两种写法。");
        }
    }

    /** What may be given several times is as long as the whole body may be. */
    private static boolean isMany(String name) {
        RequestField<?> field = RequestFields.find(name);
        return field != null && field.type().kind().separator() != null;
    }

    private void fault(String name, String en, String zh) {
        faults.add(new FieldFault(name, new Text(en.formatted(name), zh.formatted(name))));
    }
}
