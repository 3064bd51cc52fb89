package advisor.http.gate;

import advisor.http.call.RequestIds;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells browsers, with every answer, how little they may do with it. */
final class SafetyHeaders extends Handler.Wrapper {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        addTo(request, response.getHeaders());
        return super.handle(request, response, callback);
    }

    /** The headers of an answer, the id of its call among them. */
    static void addTo(Request request, HttpFields.Mutable headers) {
        HEADERS.forEach(headers::put);
        headers.put(RequestIds.HEADER, RequestIds.of(request));
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        if (path == null || TokenCheck.isApi(path)) {
            headers.put("Cache-Control", "no-store");
        }
    }
}
