package advisor.http.gate;

import advisor.http.call.Limits;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads that read calls and write answers, and what they take for a call. */
public final class Connections {
    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_WAITING = 1_024;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Limits limits;
    private final QueuedThreadPool threads = new QueuedThreadPool(
            MOST_THREADS, FEWEST_THREADS, (int) IDLE.toMillis(), new ArrayBlockingQueue<>(MOST_WAITING));

    public Connections(Limits limits) {
        this.limits = limits;
    }

    public QueuedThreadPool threads() {
        return threads;
    }

    /** @param observers are told of each call when it has been answered */
    public void addTo(JavalinConfig config, RequestLog... observers) {
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(Connections::strict);
        config.jetty.modifyServer(server -> observe(server, observers));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ConnectionErrors()));
    }

    /** No second way to write a path: what is checked is what is routed. */
    private static void strict(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setIdleTimeout(IDLE.toMillis());
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }

    private void observe(Server server, RequestLog... observers) {
        server.setErrorHandler(new ConnectionErrors());
        server.insertHandler(new WholeBody(limits.body()));
        server.insertHandler(new HeadAsGet());
        server.insertHandler(new SafetyHeaders());
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(limits.drain().toMillis());
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        server.setRequestLog(new RequestLog.Collection(observers));
    }
}
