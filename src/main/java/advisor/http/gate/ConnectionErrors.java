package advisor.http.gate;

import advisor.http.call.ProblemDetails;
import advisor.http.call.RequestIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is no HTTP, and what no route could be found for, with problem details. */
final class ConnectionErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        SafetyHeaders.addTo(request, response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE);
        String language = request.getHeaders().get("Accept-Language");
        String body =
                new ProblemDetails(status, List.of()).json(ProblemDetails.language(language), RequestIds.of(request));
        response.write(true, BufferUtil.toBuffer(body, StandardCharsets.UTF_8), callback);
    }

    @Override
    public boolean errorPageForMethod(@Nullable String method) {
        return true;
    }
}
