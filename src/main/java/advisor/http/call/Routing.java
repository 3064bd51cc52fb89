package advisor.http.call;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/** Notes by which route a call was answered, so that logs and metrics need not name what was asked. */
public final class Routing {
    private static final String ATTRIBUTE = "advisor.route";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "OPTIONS");

    public void addTo(RoutesConfig routes) {
        routes.after(Routing::note);
    }

    /** The pattern of the route; {@code -} if none was found. */
    public static String route(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof String route ? route : "-";
    }

    /** The method, if it is one that anybody uses. */
    public static String method(Request request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "-";
    }

    private static void note(Context context) {
        Endpoint endpoint = context.endpoints().lastHttpEndpoint();
        if (endpoint != null) {
            context.req().setAttribute(ATTRIBUTE, endpoint.path);
        } else if (context.statusCode() < 400) {
            context.req().setAttribute(ATTRIBUTE, "page");
        }
    }
}
