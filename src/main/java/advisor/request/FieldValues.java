package advisor.request;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The values of a form's texts, field by field. */
final class FieldValues {
    private final Map<String, String> texts;
    private final FormNotes notes;

    FieldValues(Map<String, String> texts, FormNotes notes) {
        this.texts = texts;
        this.notes = notes;
    }

    /** The value of a field; {@code null} if none is given, or what is given is none. */
    <T> @Nullable T optional(RequestField<T> field) {
        String text = texts.get(field.name());
        return text == null ? null : field.type().reading().read(field.name(), text, notes);
    }

    /** The value of a field that has a default. */
    <T> T orDefault(RequestField<T> field) {
        T absent = field.absent();
        if (absent == null) {
            throw new IllegalStateException("The field (%s) must have a default.".formatted(field));
        }
        return or(field, absent);
    }

    /** The value of a field, or else one that asks for nothing and so is not noted as a default. */
    <T> T orNothing(RequestField<T> field, T nothing) {
        T value = optional(field);
        return value == null ? nothing : value;
    }

    /** The value of a field, or else another, which is noted as a default unless something was given. */
    <T> T or(RequestField<T> field, T absent) {
        T value = optional(field);
        if (value != null) {
            return value;
        }
        if (!texts.containsKey(field.name())) {
            notes.assume(field.json());
        }
        return absent;
    }

    /** What is assumed otherwise; nothing unless it was given. */
    SortedMap<String, Double> orEmpty(RequestField<SortedMap<String, Double>> field) {
        SortedMap<String, Double> value = optional(field);
        return value == null ? Collections.emptySortedMap() : value;
    }

    /** The value of a field that must be given. */
    String needed(RequestField<String> field) {
        String value = optional(field);
        if (value == null) {
            notes.add(field.name(), "The model is missing.", "缺少模型。", "", "--model deepseek-r1 (advisor models)");
            return "";
        }
        return value;
    }
}
