package advisor.audit.record;

import advisor.request.BadRequestException;
import advisor.request.Question;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The openings of all masked fields of a record. */
public final class Openings {
    private final SortedMap<String, Opening> byField = new TreeMap<>();

    private Openings(Collection<Opening> openings) {
        openings.forEach(opening -> byField.put(opening.field(), opening));
    }

    /** No field is masked. */
    public static Openings none() {
        return new Openings(List.of());
    }

    /**
     * New keys for fields of a request.
     *
     * @throws BadRequestException naming every field that cannot be masked, or was not given
     */
    public static Openings fresh(Collection<String> masked, Question question) {
        List<Text> faults = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        for (String field : new TreeSet<>(masked)) {
            String value = question.fields().get(field);
            if (!maskable(field)) {
                faults.add(notMaskable(field));
            } else if (value == null) {
                faults.add(new Text(
                        "The field to mask (%s) was not given.".formatted(field), "要隐去的字段（%s）没有给出。".formatted(field)));
            } else {
                openings.add(Opening.fresh(field, value));
            }
        }
        refuse(faults);
        return new Openings(openings);
    }

    /**
     * The openings of a record's masked fields, each checked against what the record committed itself to.
     *
     * @throws BadRequestException naming each that is missing or does not fit
     */
    static Openings of(Collection<Opening> given, JsonNode document) {
        Openings openings = new Openings(given);
        List<Text> faults = new ArrayList<>();
        JsonNode commitments = document.path("masked").path("commitments");
        commitments.fieldNames().forEachRemaining(field -> {
            Opening opening = openings.byField.get(field);
            if (opening == null) {
                faults.add(missing(field));
            } else if (!opening.commitment().equals(commitments.path(field).asText())) {
                faults.add(wrong(field));
            }
        });
        refuse(faults);
        openings.byField.keySet().removeIf(field -> !commitments.has(field));
        return openings;
    }

    /**
     * Openings of some of a record's masked fields, checked alike; the others stay hidden.
     *
     * @throws BadRequestException naming each that does not fit
     */
    public static Openings some(Collection<Opening> given, StoredRecord record) {
        JsonNode commitments = record.document().path("masked").path("commitments");
        refuse(given.stream()
                .filter(opening -> !opening.commitment()
                        .equals(commitments.path(opening.field()).asText()))
                .map(opening -> commitments.has(opening.field()) ? wrong(opening.field()) : notMasked(opening.field()))
                .toList());
        return new Openings(given);
    }

    private static void refuse(List<Text> faults) {
        if (!faults.isEmpty()) {
            throw new BadRequestException(faults);
        }
    }

    private static Text notMaskable(String field) {
        String line = System.lineSeparator();
        String fields =
                RequestFields.maskable().stream().map(RequestField::name).collect(Collectors.joining(", "));
        return new Text(
                "The field (%s) cannot be masked: the figures of the options would betray it.%sMaybe %s?"
                        .formatted(field, line, fields),
                "字段（%s）无法隐去：各方案的数字会泄露它。%s可用：%s".formatted(field, line, fields));
    }

    private static Text missing(String field) {
        String line = System.lineSeparator();
        return new Text(
                "The record masks %s, and without it nothing can be run again.%sMaybe --reveal %s=VALUE#KEY, as it was printed when the record was made?"
                        .formatted(field, line, field),
                "记录隐去了 %s，没有它无法重新运行。%s请用 --reveal %s=值#密钥（生成记录时打印过）。".formatted(field, line, field));
    }

    private static Text notMasked(String field) {
        return new Text("The record does not mask %s.".formatted(field), "记录没有隐去 %s。".formatted(field));
    }

    private static Text wrong(String field) {
        return new Text(
                "The value or the key of %s is not the one that the record was made with.".formatted(field),
                "%s 的值或密钥与生成记录时不同。".formatted(field));
    }

    /** The value of a field; another if it is not opened. */
    public String valueOr(String field, String other) {
        Opening opening = byField.get(field);
        return opening == null ? other : opening.value();
    }

    public Collection<Opening> all() {
        return List.copyOf(byField.values());
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    List<RequestField<?>> fields() {
        return RequestFields.maskable().stream()
                .filter(field -> byField.containsKey(field.name()))
                .toList();
    }

    private static boolean maskable(String name) {
        RequestField<?> field = RequestFields.find(name);
        return field != null && field.maskable();
    }
}
