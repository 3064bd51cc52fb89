package advisor.request;

import advisor.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request.
 *
 * @param field name of the field at fault, as on the command line without the dashes; {@code null} if it is no one field
 */
public record FieldFault(@Nullable String field, Text text) {}
