package advisor.request;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds.
 *
 * @param label how the help of the command line writes a value: {@code N}, {@code any|native}
 * @param writing a value as it would be typed
 * @param choices all values, if they are a few
 * @param schema what JSON Schema says of a value that stands in JSON
 */
public record FieldType<T>(
        Kind kind,
        String label,
        Reading<T> reading,
        Function<T, String> writing,
        List<T> choices,
        Map<String, Object> schema) {

    /** Kinds of values. */
    public enum Kind {
        MODEL,
        WHOLE_NUMBER,
        NUMBER,
        CHOICE,
        AMOUNT,
        COUNTRY,
        CURRENCY,
        DATE,
        LAYOUT,
        /** Numbers by the ids of parameters. */
        ASSUMPTIONS,
        /** Machines that the request tells of. */
        OFFERS,
        /** Machines in the shape of the catalog's files. */
        OPTIONS;

        /** What stands between values of a field that is given several times; {@code null} if the last one holds. */
        public @Nullable String separator() {
            return switch (this) {
                case ASSUMPTIONS -> ",";
                case OFFERS -> ";";
                default -> null;
            };
        }

        /** Whether it may be as long as a whole request. */
        public boolean isLong() {
            return separator() != null || this == OPTIONS;
        }

        /** Whether it stands in JSON as a number, and not as a text of digits. */
        public boolean isFigure() {
            return this == WHOLE_NUMBER || this == NUMBER;
        }

        /** Decimals in which a quantity is counted; {@code null} of what is none. */
        public @Nullable Integer decimals() {
            return switch (this) {
                case WHOLE_NUMBER, AMOUNT -> 0;
                case NUMBER -> 1;
                case MODEL, CHOICE, COUNTRY, CURRENCY, DATE, LAYOUT, ASSUMPTIONS, OFFERS, OPTIONS -> null;
            };
        }
    }

    /** Reads a value from a text. */
    @FunctionalInterface
    interface Reading<T> {
        /**
         * The value that a field is given.
         *
         * @param notes takes what is wrong with it
         * @return {@code null} if the text is none
         */
        @Nullable T read(String field, String text, FormNotes notes);
    }

    FieldType(Kind kind, String label, Reading<T> reading, Function<T, String> writing, Map<String, Object> schema) {
        this(kind, label, reading, writing, List.of(), schema);
    }

    /** The same, written otherwise in the help of the command line. */
    FieldType<T> labelled(String other) {
        return new FieldType<>(kind, other, reading, writing, choices, schema);
    }
}
