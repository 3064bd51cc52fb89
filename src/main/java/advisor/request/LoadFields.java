package advisor.request;

import advisor.facts.Request;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields that tell the load: its busiest time in one way, with or without the requests of a day, and what belongs to them. */
public final class LoadFields {
    /** Ways to tell the busiest time, of which a request has one. */
    private static final List<String> PEAKS = Stream.of(
                    RequestTable.STREAMS, RequestTable.USERS, RequestTable.PEAK_FACTOR)
            .map(RequestField::name)
            .toList();

    /** Fields with those beside which they contradict. */
    static final SortedMap<String, List<String>> EXCLUDED =
            new TreeMap<>(PEAKS.stream().collect(Collectors.toMap(peak -> peak, peak -> PEAKS.stream()
                    .filter(other -> !other.equals(peak))
                    .toList())));

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
        List<String> told = PEAKS.stream().filter(fields::containsKey).toList();
        told.stream()
                .skip(1)
                .forEach(field -> notes.add(
                        field,
                        "The load at the busiest time is told more than once: %s.",
                        "最忙时的负载被重复给出：%s。",
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
