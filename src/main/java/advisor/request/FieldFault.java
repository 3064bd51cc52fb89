package advisor.request;

import advisor.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request.
 *
 * @param field name of the field at fault, as on the command line without the dashes; {@code null} if it is no one field
 * @param line of several requests that at fault, from 1; 0 if there is but one
 */
public record FieldFault(@Nullable String field, Text text, long line) {
    /** A fault of the only request. */
    public FieldFault(@Nullable String field, Text text) {
        this(field, text, 0);
    }
}
