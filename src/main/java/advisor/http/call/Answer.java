package advisor.http.call;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a call is answered with. Built off the connection's thread, and written on it.
 *
 * @param contentType media type
 * @param fileName under which a browser is to save it; {@code null} to show it
 * @param tag equal for equal answers of one route; {@code null} for none
 */
public record Answer(String contentType, String text, @Nullable String fileName, @Nullable String tag) {
    /** Without a tag. */
    public Answer(String contentType, String text, @Nullable String fileName) {
        this(contentType, text, fileName, null);
    }

    public static Answer json(String text) {
        return new Answer("application/json", text, null);
    }

    /** A page in UTF-8. */
    public static Answer html(String text) {
        return new Answer("text/html; charset=utf-8", text, null);
    }

    /** The same, to be saved under a name of letters, digits, dots and dashes. */
    public Answer savedAs(String name) {
        return new Answer(contentType, text, name, tag);
    }

    /** The same under a tag of letters, digits and dashes. */
    public Answer tagged(String name) {
        return new Answer(contentType, text, fileName, name);
    }

    public void writeTo(Context context) {
        if (fileName != null) {
            context.header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        }
        if (tag != null) {
            context.header("ETag", "\"" + tag + "\"");
        }
        context.contentType(contentType).result(text.getBytes(StandardCharsets.UTF_8));
    }
}
