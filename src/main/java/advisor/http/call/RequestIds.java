package advisor.http.call;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** The name under which a call is found in the log: the client's, if it is a short plain word. */
public final class RequestIds {
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "advisor.request-id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The id of a call, which it gets when it is first asked for. */
    public static String of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String given = request.getHeaders().get(HEADER);
        String id = given != null && PLAIN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    public static String of(Context context) {
        return String.valueOf(context.req().getAttribute(ATTRIBUTE));
    }
}
