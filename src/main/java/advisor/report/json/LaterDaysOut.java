package advisor.report.json;

import advisor.text.NamedDays;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** Takes out of a tree what tells when and where a source was read, if that is later than the day of the answer. */
final class LaterDaysOut {
    private static final List<String> FIELDS = List.of("published", "retrieved", "where", "date");

    private LaterDaysOut() {}

    static void of(JsonNode node, LocalDate day) {
        if (node instanceof ObjectNode object) {
            FIELDS.stream()
                    .filter(field -> NamedDays.anyAfter(day, object.path(field).asText()))
                    .forEach(object::putNull);
        }
        node.forEach(child -> of(child, day));
    }
}
