package advisor.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where two JSON trees differ, as JSON pointers. */
public final class Places {
    private final List<String> found = new ArrayList<>();

    private Places() {}

    public static List<String> differing(JsonNode before, JsonNode after) {
        Places places = new Places();
        places.compare(before, after, "");
        return places.found;
    }

    private void compare(JsonNode before, JsonNode after, String place) {
        if (before.isObject() && after.isObject()) {
            for (String key : keys(before, after)) {
                compare(
                        before.path(key),
                        after.path(key),
                        place + "/" + key.replace("~", "~0").replace("/", "~1"));
            }
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(before.path(i), after.path(i), place + "/" + i);
            }
        } else if (!before.asText().equals(after.asText()) || before.getNodeType() != after.getNodeType()) {
            found.add(place);
        }
    }

    private static SortedSet<String> keys(JsonNode before, JsonNode after) {
        SortedSet<String> keys = new TreeSet<>();
        for (Iterator<String> names : List.of(before.fieldNames(), after.fieldNames())) {
            names.forEachRemaining(keys::add);
        }
        return keys;
    }
}
