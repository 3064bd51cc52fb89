package advisor.http;

import advisor.catalog.RequestLine;
import io.javalin.http.Context;
import java.util.Map;

/** The request in the body of a call. */
final class RequestBody {
    private RequestBody() {}

    /**
     * The fields of the request, by their names on the command line.
     *
     * @throws advisor.model.LoadException if the body is no object of names and plain values
     */
    static Map<String, String> fields(Context context) {
        return RequestLine.parse("request", 1, context.body());
    }
}
