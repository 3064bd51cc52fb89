package advisor.http;

import advisor.http.call.RequestIds;
import advisor.http.call.Routing;
import advisor.http.call.ServerLog;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * A line for each call: time, method, route, status, milliseconds, bytes, id. Nothing that was asked for stands in it,
 * neither in the path nor behind it, and no token.
 */
final class AccessLog implements RequestLog {
    private final ServerLog log;
    private final Clock clock;

    AccessLog(ServerLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void log(Request request, Response response) {
        log.line("%s %s %s %s %sms %sB %s"
                .formatted(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Routing.method(request),
                        Routing.route(request),
                        response.getStatus(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()),
                        Response.getContentBytesWritten(response),
                        RequestIds.of(request)));
    }
}
