package advisor.request;

import advisor.facts.Request;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fields that tell the load: in one way, and with what belongs to it. */
public final class LoadFields {
    /** Ways to tell the load, of which a request has one. */
    static final List<String> WAYS = Stream.of(RequestTable.STREAMS, RequestTable.USERS, RequestTable.REQUESTS_PER_DAY)
            .map(RequestField::name)
            .toList();

    /** Fields with those without which they say nothing. */
    static final SortedMap<String, String> NEEDED = new TreeMap<>(Map.of(
            RequestTable.ACTIVE_SHARE.name(), RequestTable.USERS.name(),
            RequestTable.PEAK_FACTOR.name(), RequestTable.REQUESTS_PER_DAY.name()));

    private LoadFields() {}

    /** The field that tells the load of a sound request, or would. */
    public static RequestField<Integer> way(Request request) {
        return request.users() != null
                ? RequestTable.USERS
                : request.requestsPerDay() != null ? RequestTable.REQUESTS_PER_DAY : RequestTable.STREAMS;
    }

    /** Notes what is told twice, and what belongs to something that is not told. */
    static void check(Map<String, String> fields, FormNotes notes) {
        List<String> told = WAYS.stream().filter(fields::containsKey).toList();
        told.stream()
                .skip(1)
                .forEach(field -> notes.add(
                        field,
                        "The load is told more than once: %s.",
                        "负载被重复给出：%s。",
                        String.join(", ", told),
                        "--" + told.get(0) + " alone"));
        NEEDED.forEach((field, other) -> needs(field, other, fields, notes));
    }

    private static void needs(String field, String other, Map<String, String> fields, FormNotes notes) {
        String given = fields.get(field);
        if (given != null && !fields.containsKey(other)) {
            notes.add(
                    field,
                    "The " + field + " (%s) needs the field " + other + ".",
                    field + "（%s）须与 " + other + " 一起给出。",
                    given,
                    "--" + other + " 2000");
        }
    }
}
