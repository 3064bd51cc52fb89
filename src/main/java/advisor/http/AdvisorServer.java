package advisor.http;

import advisor.http.call.Failures;
import advisor.http.call.RequestReader;
import advisor.http.call.Routing;
import advisor.http.call.ServerLog;
import advisor.http.call.Work;
import advisor.http.gate.Connections;
import advisor.http.gate.Gate;
import advisor.http.gate.OfferedMethods;
import advisor.http.gate.ServerOptions;
import advisor.http.gate.TokenCheck;
import advisor.http.live.LiveKnowledge;
import advisor.http.page.PageRoutes;
import advisor.http.route.AdviceRoutes;
import advisor.http.route.AgentRoutes;
import advisor.http.route.BatchRoutes;
import advisor.http.route.CatalogRoutes;
import advisor.http.route.ComparisonRoutes;
import advisor.http.route.CurveRoutes;
import advisor.http.route.DocumentRoutes;
import advisor.http.route.ExplanationRoutes;
import advisor.http.route.FactRoutes;
import advisor.http.route.FileDesk;
import advisor.http.route.FileRoutes;
import advisor.http.route.HealthRoutes;
import advisor.http.route.RecordCheckRoutes;
import advisor.http.route.ReportRoutes;
import advisor.http.route.RuleSheetRoutes;
import advisor.http.route.SizeRoutes;
import advisor.http.route.WordsRoutes;
import advisor.request.BadRequestException;
import advisor.text.Text;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.CompressionType;
import io.javalin.compression.Gzip;
import io.javalin.compression.Zstd;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** A running server. */
public final class AdvisorServer implements AutoCloseable {
    private static final int ZSTD_LEVEL = 6;

    private final ServerOptions options;
    private final LiveKnowledge knowledge;
    private final Clock clock;
    private final RequestReader requests;
    private final ServerLog log;
    private final Connections connections;
    private final Work work;
    private final Metrics metrics;
    private final TokenCheck token;
    private final Javalin javalin;
    private volatile boolean closing;

    private AdvisorServer(ServerOptions options, LiveKnowledge knowledge, Clock clock) {
        this.options = options;
        this.knowledge = knowledge;
        this.clock = clock;
        this.requests = new RequestReader(knowledge, clock);
        this.log = new ServerLog(options.log());
        this.connections = new Connections(options.limits());
        this.work = new Work(options.limits(), connections.threads());
        this.metrics = new Metrics(work, knowledge);
        this.token = new TokenCheck(options.token());
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param clock tells the day of requests that name none
     * @throws BadRequestException if the address or the port cannot be listened on
     */
    public static AdvisorServer start(ServerOptions options, LiveKnowledge knowledge, Clock clock) {
        AdvisorServer server = new AdvisorServer(options, knowledge, clock);
        try {
            server.javalin.start(options.host(), options.port());
            return server;
        } catch (JavalinException e) {
            server.work.close();
            throw new BadRequestException(List.of(taken(options)));
        }
    }

    /** Where it is reached from this machine. */
    public URI address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://" + host + ":" + javalin.port() + "/");
    }

    /** Whether a further call would be taken. */
    public boolean hasRoom() {
        return !closing && work.hasRoom();
    }

    /** Method and pattern of every route of the API, as {@code POST /api/advice}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && TokenCheck.isApi(endpoint.path))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .sorted()
                .toList();
    }

    private boolean routed(HandlerType method, String path) {
        return javalin.unsafe.internalRouter.hasHttpHandlerEntry(method, path);
    }

    /** Takes no further call, and waits a while for those it has. */
    @Override
    public void close() {
        closing = true;
        try {
            javalin.stop();
        } catch (JavalinException e) {
            // Calls that did not end in time are cut off.
        } finally {
            work.close();
        }
    }

    private void configure(JavalinConfig config) {
        quiet(config);
        config.staticFiles.add("/web", Location.CLASSPATH);
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = packing();
        config.http.asyncTimeout = 0; // Work gives up in time.
        connections.addTo(config, metrics, new AccessLog(log, Clock.systemUTC()));
        new Gate(options, token, new OfferedMethods(this::routed)).addTo(config.routes);
        new Routing().addTo(config.routes);
        new Failures(log).addTo(config.routes);
        addRoutes(config.routes);
    }

    private void addRoutes(RoutesConfig routes) {
        new AdviceRoutes(requests, work).addTo(routes);
        new AgentRoutes(knowledge, clock, work).addTo(routes);
        new ExplanationRoutes(requests, work).addTo(routes);
        new CurveRoutes(requests, work).addTo(routes);
        new ReportRoutes(requests, work).addTo(routes);
        new ComparisonRoutes(requests, work).addTo(routes);
        new BatchRoutes(requests, work).addTo(routes);
        new SizeRoutes(requests, work).addTo(routes);
        new CatalogRoutes(knowledge).addTo(routes);
        new DocumentRoutes().addTo(routes);
        new HealthRoutes(knowledge, token, options.editing()).addTo(routes);
        new FileRoutes(new FileDesk(knowledge, options.editing()), work, clock).addTo(routes);
        new RuleSheetRoutes(knowledge, work).addTo(routes);
        new WordsRoutes(knowledge, clock).addTo(routes);
        new PageRoutes().addTo(routes);
        new FactRoutes().addTo(routes);
        new RecordCheckRoutes(knowledge, work).addTo(routes);
        metrics.addTo(routes);
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    /** What repeats itself over megabytes, as an advice does, becomes half as long by zstd as by gzip. */
    private static CompressionStrategy packing() {
        CompressionStrategy packing = new CompressionStrategy(null, new Gzip(), new Zstd(ZSTD_LEVEL));
        packing.setPreferredCompressors(List.of(CompressionType.ZSTD, CompressionType.GZIP));
        return packing;
    }

    private static Text taken(ServerOptions options) {
        return new Text(
                "The port (%s) of %s cannot be listened on: it is in use, not allowed, or the address is not this machine's.%nMaybe --port 0 for any that is free?"
                        .formatted(options.port(), options.host()),
                "无法监听 %s 的端口（%s）：已被占用、无权限，或不是本机地址。%n可用：--port 0（任一空闲端口）".formatted(options.host(), options.port()));
    }
}
