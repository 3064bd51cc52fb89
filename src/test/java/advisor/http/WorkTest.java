package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thread, one place to wait. */
class WorkTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final QueuedThreadPool connections = new QueuedThreadPool();
    private final Work work =
            new Work(new Limits(1, 1, Duration.ofMillis(300), Duration.ofSeconds(PATIENCE_SECONDS)), connections);
    private final Javalin server = Javalin.create(config -> {
                config.jetty.threadPool = connections;
                config.startup.showJavalinBanner = false;
                new Failures(new ServerLog(line -> {})).addTo(config.routes);
                config.routes.get("/slow", work.within(Pace.SLOW, context -> this::held));
                config.routes.get("/quick", work.within(Pace.QUICK, context -> this::held));
                config.routes.get("/faulty", work.within(Pace.SLOW, context -> WorkTest::fail));
            })
            .start("127.0.0.1", 0);

    @AfterEach
    void stop() {
        released.countDown();
        server.stop();
        work.close();
    }

    @Test
    void aCallForWhichThereIsNoPlaceIsTurnedAway() throws Exception {
        CompletableFuture<HttpResponse<String>> first = later("/slow");
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<HttpResponse<String>> second = later("/slow");
        while (work.waiting() == 0) {
            Thread.sleep(5);
        }
        assertThat(work.active()).isEqualTo(1);
        HttpResponse<String> third = later("/slow").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.body()).contains("more calls than it can take");
        released.countDown();
        assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aCallThatTakesTooLongIsGivenUpAndTheThreadIsFreeForTheNext() throws Exception {
        HttpResponse<String> slow = later("/quick").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(slow.statusCode()).isEqualTo(503);
        assertThat(slow.headers().firstValue("Retry-After")).contains("1");
        assertThat(slow.body()).contains("longer than a call may take");
        released.countDown();
        assertThat(later("/slow").get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFaultOfTheProgramIsAProblemThatTellsNothing() throws Exception {
        HttpResponse<String> answer = later("/faulty").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Internal fault").doesNotContain("StackOverflowError", "secret");
    }

    private Answer held() throws InterruptedException {
        begun.countDown();
        released.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return Answer.json("{}");
    }

    private static Answer fail() {
        throw new StackOverflowError("secret");
    }

    private CompletableFuture<HttpResponse<String>> later(String path) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return CLIENT.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
