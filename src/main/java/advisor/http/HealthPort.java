package advisor.http;

import advisor.http.live.LiveKnowledge;
import advisor.request.BadRequestException;
import advisor.text.Text;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Tells whoever watches a server whether it is well and has room, on a port, connections and threads of its own: it
 * answers however many hold those of the server.
 */
public final class HealthPort implements AutoCloseable {
    private static final int MOST_THREADS = 8;
    private static final int FEWEST_THREADS = 2;
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;

    private HealthPort(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Opens the port; it answers when this returns.
     *
     * @param port 0 for any that is free
     * @param room whether a further call would be taken
     * @throws BadRequestException if the port cannot be listened on
     */
    public static HealthPort open(String host, int port, LiveKnowledge knowledge, BooleanSupplier room) {
        Server server = new Server(new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(new Answers(knowledge, room));
        HealthPort opened = new HealthPort(server, connector);
        try {
            server.start();
            return opened;
        } catch (IOException e) {
            opened.close();
            throw new BadRequestException(List.of(new Text(
                    "The health-port (%s) cannot be listened on.".formatted(port),
                    "无法监听 health-port（%s）。".formatted(port))));
        } catch (Exception e) {
            // Nothing narrower is declared.
            opened.close();
            throw new IllegalStateException("The health port cannot be opened.", e);
        }
    }

    /** Where it is reached from this machine. */
    public URI address() {
        String host = connector.getHost();
        String named = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + named + ":" + connector.getLocalPort() + "/");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // Nothing narrower is declared.
            throw new IllegalStateException("The health port cannot be closed.", e);
        }
    }

    /** Of two questions. */
    private static final class Answers extends Handler.Abstract.NonBlocking {
        private static final Set<String> HEALTH = Set.of("/health", "/healthz");
        private static final Set<String> READY = Set.of("/ready", "/readyz");

        private final LiveKnowledge knowledge;
        private final BooleanSupplier room;

        Answers(LiveKnowledge knowledge, BooleanSupplier room) {
            this.knowledge = knowledge;
            this.room = room;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            if (HEALTH.contains(path)) {
                boolean sound = knowledge.state().problems().isEmpty();
                answer(response, 200, sound ? "ok" : "degraded", callback);
                return true;
            }
            if (READY.contains(path)) {
                boolean ready = room.getAsBoolean();
                answer(response, ready ? 200 : 503, ready ? "ready" : "busy", callback);
                return true;
            }
            return false;
        }

        private static void answer(Response response, int status, String says, Callback callback) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            Content.Sink.write(response, true, "{\"status\":\"%s\"}".formatted(says), callback);
        }
    }
}
