package advisor.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
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
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thread, one place to wait. */
class WorkTest {
    /** Compared with itself alone: what came before what, and never how long anything took. */
    private static final LongSupplier NANOS = System::nanoTime;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final QueuedThreadPool connections = new QueuedThreadPool();
    private final Work work = new Work(new Limits(1, 1, Duration.ofMillis(300), Patience.LIMIT), connections);
    private final Javalin server = Javalin.create(config -> {
                config.jetty.threadPool = connections;
                config.startup.showJavalinBanner = false;
                new Failures(new ServerLog(line -> {})).addTo(config.routes);
                config.routes.get("/slow", work.within(Pace.SLOW, context -> this::held));
                config.routes.get("/quick", work.within(Pace.QUICK, context -> this::held));
                config.routes.get(
                        "/asking",
                        work.within(
                                Pace.QUICK,
                                context -> () -> asking(Work.patience(context).givenUp())));
                config.routes.get(
                        "/since",
                        work.within(
                                Pace.SLOW,
                                context -> () -> told(Work.patience(context).since())));
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
        assertThat(begun.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
        CompletableFuture<HttpResponse<String>> second = later("/slow");
        Patience.until("the second waits", () -> work.waiting() == 1);
        assertThat(work.active()).isEqualTo(1);
        HttpResponse<String> third = Patience.of(later("/slow"));
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.body()).contains("more calls than it can take");
        released.countDown();
        assertThat(Patience.of(first).statusCode()).isEqualTo(200);
        assertThat(Patience.of(second).statusCode()).isEqualTo(200);
    }

    @Test
    void aCallThatTakesTooLongIsGivenUpAndTheThreadIsFreeForTheNext() throws Exception {
        HttpResponse<String> slow = Patience.of(later("/quick"));
        assertThat(slow.statusCode()).isEqualTo(503);
        assertThat(slow.headers().firstValue("Retry-After")).contains("1");
        assertThat(slow.body()).contains("longer than a call may take");
        released.countDown();
        assertThat(Patience.of(later("/slow")).statusCode()).isEqualTo(200);
    }

    /** Not from its first judgement. */
    @Test
    void aCallIsWaitedForFromWhenItIsQueued() throws Exception {
        CompletableFuture<HttpResponse<String>> first = later("/slow");
        assertThat(begun.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
        CompletableFuture<HttpResponse<String>> second = later("/since");
        Patience.until("the second waits", () -> work.waiting() == 1);
        long waiting = NANOS.getAsLong();
        released.countDown();
        assertThat(Patience.of(first).statusCode()).isEqualTo(200);
        assertThat(waiting - Long.parseLong(Patience.of(second).body())).isNotNegative();
    }

    @Test
    void whatWorksOnACallThatIsGivenUpIsToldSo() throws Exception {
        assertThat(Patience.of(later("/asking")).statusCode()).isEqualTo(503);
        assertThat(released.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aFaultOfTheProgramIsAProblemThatTellsNothing() throws Exception {
        HttpResponse<String> answer = Patience.of(later("/faulty"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Internal fault").doesNotContain("StackOverflowError", "secret");
    }

    private Answer held() throws InterruptedException {
        begun.countDown();
        released.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES);
        return Answer.json("{}");
    }

    /** It deafly goes on when it is interrupted. */
    private Answer asking(BooleanSupplier givenUp) {
        while (!givenUp.getAsBoolean()) {
            Thread.onSpinWait();
        }
        released.countDown();
        return Answer.json("{}");
    }

    private static Answer told(LongSupplier nanoTime) {
        return Answer.json(Long.toString(nanoTime.getAsLong()));
    }

    private static Answer fail() {
        throw new StackOverflowError("secret");
    }

    private CompletableFuture<HttpResponse<String>> later(String path) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return CLIENT.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
