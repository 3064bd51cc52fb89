package advisor.http;

import advisor.http.call.Routing;
import advisor.http.call.Work;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.rules.RuleBook;
import advisor.text.AdvisorVersion;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** {@code GET /api/metrics}: what a server has done, and does. */
final class Metrics implements RequestLog {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge edition = MultiGauge.builder("advisor.build.info")
            .description("What answers now, in its labels")
            .register(registry);
    private final LiveKnowledge knowledge;

    Metrics(Work work, LiveKnowledge knowledge) {
        this.knowledge = knowledge;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("advisor.work.waiting", work, Work::waiting)
                .description("Calls that wait for a thread")
                .register(registry);
        Gauge.builder("advisor.work.active", work, Work::active)
                .description("Calls that are being worked on")
                .register(registry);
        countReloads("active", knowledge, LiveKnowledge::reloads);
        countReloads("refused", knowledge, LiveKnowledge::failedReloads);
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/metrics", this::metrics);
    }

    private void countReloads(String result, LiveKnowledge knowledge, ToDoubleFunction<LiveKnowledge> count) {
        FunctionCounter.builder("advisor.reloads", knowledge, count)
                .description("Edits of rules or catalog that took over, and that were refused")
                .tag("result", result)
                .register(registry);
    }

    private Tags edition() {
        Knowledge known = knowledge.current();
        return Tags.of(
                "version", AdvisorVersion.NUMBER,
                "rules", known.rules().sha256(),
                "catalog", known.catalog().sha256(),
                "drools", RuleBook.droolsVersion(),
                "java", Runtime.version().toString());
    }

    @Override
    public void log(Request request, Response response) {
        Timer.builder("advisor.http.requests")
                .description("Calls, from their first byte to the last of their answers")
                .tag("method", Routing.method(request))
                .tag("route", Routing.route(request))
                .tag("status", Integer.toString(response.getStatus()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(System.nanoTime() - request.getBeginNanoTime(), TimeUnit.NANOSECONDS);
    }

    private void metrics(Context context) {
        edition.register(List.of(MultiGauge.Row.of(edition(), 1)), true);
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }
}
