package advisor.request;

import advisor.facts.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Rows of fields, in the order in which they are written. */
final class FieldTable {
    private final List<RequestField<?>> rows = new ArrayList<>();

    /** Begins a row. */
    <T> RequestField<T> row(String name, FieldType<T> type, Function<Request, T> value) {
        RequestField<T> field = new RequestField<>(name, type, value);
        rows.add(field);
        return field;
    }

    List<RequestField<?>> rows() {
        return Collections.unmodifiableList(rows);
    }
}
