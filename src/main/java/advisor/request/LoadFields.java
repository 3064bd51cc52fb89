package advisor.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fields that tell the load: in one way, and with what belongs to it. */
final class LoadFields {
    private LoadFields() {}

    /** Notes what is told twice, and what belongs to something that is not told. */
    static void check(Map<String, String> fields, FormNotes notes) {
        List<String> told = Stream.of(RequestTable.STREAMS, RequestTable.USERS, RequestTable.REQUESTS_PER_DAY)
                .map(RequestField::name)
                .filter(fields::containsKey)
                .toList();
        told.stream()
                .skip(1)
                .forEach(field -> notes.add(
                        field,
                        "The load is told more than once: %s.",
                        "负载被重复给出：%s。",
                        String.join(", ", told),
                        "--" + told.get(0) + " alone"));
        needs(RequestTable.ACTIVE_SHARE, RequestTable.USERS, fields, notes);
        needs(RequestTable.PEAK_FACTOR, RequestTable.REQUESTS_PER_DAY, fields, notes);
    }

    private static void needs(
            RequestField<?> field, RequestField<?> other, Map<String, String> fields, FormNotes notes) {
        String given = fields.get(field.name());
        if (given != null && !fields.containsKey(other.name())) {
            notes.add(
                    field.name(),
                    "The " + field + " (%s) needs the field " + other + ".",
                    field + "（%s）须与 " + other + " 一起给出。",
                    given,
                    "--" + other + " 2000");
        }
    }
}
