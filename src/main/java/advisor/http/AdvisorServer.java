package advisor.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.time.Clock;

/** A running server. */
public final class AdvisorServer implements AutoCloseable {
    private final Javalin javalin;
    private final Work work;
    private final ServerOptions options;

    private AdvisorServer(Javalin javalin, Work work, ServerOptions options) {
        this.javalin = javalin;
        this.work = work;
        this.options = options;
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param clock tells the day of requests that name none
     */
    public static AdvisorServer start(ServerOptions options, LiveKnowledge knowledge, Clock clock) {
        Work work = new Work(options.limits());
        RequestReader requests = new RequestReader(knowledge, clock);
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            page(config);
            new ProblemDetails().addTo(config.routes);
            new AdviceRoutes(requests, work).addTo(config.routes);
            new HealthRoutes(knowledge).addTo(config.routes);
        });
        return new AdvisorServer(javalin.start(options.host(), options.port()), work, options);
    }

    /** Where it is reached from this machine. */
    public URI address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://" + host + ":" + javalin.port() + "/");
    }

    @Override
    public void close() {
        javalin.stop();
        work.close();
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
