package advisor.http.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the page marks an option with in its list. */
public final class RowMarks {
    private static final PageFile TABLE = new PageFile("views/decide/marks.json");

    private RowMarks() {}

    /** The rules whose findings lead to a mark. */
    public static Set<String> rules() {
        try {
            return StreamSupport.stream(new JsonMapper().readTree(TABLE.text()).spliterator(), false)
                    .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                    .map(rule -> rule.asText())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The table of marks is no JSON.", e);
        }
    }
}
