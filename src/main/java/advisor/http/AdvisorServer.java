package advisor.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.time.Clock;

/** A running server. */
public final class AdvisorServer implements AutoCloseable {
    private final Javalin javalin;
    private final ServerOptions options;

    private AdvisorServer(Javalin javalin, ServerOptions options) {
        this.javalin = javalin;
        this.options = options;
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param clock tells the day of requests that name none
     */
    public static AdvisorServer start(ServerOptions options, LiveKnowledge knowledge, Clock clock) {
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            page(config);
            new ProblemDetails().addTo(config.routes);
            new AdviceRoutes(knowledge, clock).addTo(config.routes);
            new HealthRoutes(knowledge).addTo(config.routes);
        });
        return new AdvisorServer(javalin.start(options.host(), options.port()), options);
    }

    /** Where it is reached from this machine. */
    public URI address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://" + host + ":" + javalin.port() + "/");
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void page(JavalinConfig config) {
        config.staticFiles.add("/web", Location.CLASSPATH);
    }
}
