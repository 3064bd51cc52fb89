package advisor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server for many minutes under eight clients, edits that break and heal, bodies that drip, calls that are aborted, and
 * two restarts: every answer is the right one, health is told at every moment, and memory does not grow.
 */
@Tag("soak")
class SoakIT {
    private static final Duration DURATION = Duration.ofMinutes(Integer.getInteger("soak.minutes", 20));
    private static final int CLIENTS = 8;
    private static final int PERIODS = 3;
    private static final int DRIPPING = 40;
    private static final long MOST_GROWTH_BYTES = 32L << 20;
    private static final List<String> BODIES = List.of(
            "{\"model\": \"deepseek-r1\", \"as-of\": \"2026-11-22\", \"budget\": \"3000000CNY\"}",
            "{\"model\": \"qwen3-32b\", \"as-of\": \"2026-11-22\"}",
            "{\"model\": \"qwen3-32b\", \"as-of\": \"2026-11-22\", \"streams\": 2}",
            "{\"model\": \"qwen3-32b\", \"as-of\": \"2026-11-22\", \"budget\": \"90000EUR\"}",
            "{\"model\": \"deepseek-r1\", \"as-of\": \"2026-11-22\", \"streams\": 8}",
            "{\"model\": \"llama-3.1-8b\", \"as-of\": \"2026-11-22\", \"streams\": 64}");

    @TempDir
    Path temporary;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, String> right = new ConcurrentHashMap<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong slowestHealthMillis = new AtomicLong();
    private final List<String> figures = new ArrayList<>();

    private Installed program;
    private Process server;
    private URI address;
    private URI health;

    @BeforeEach
    void install() throws Exception {
        program = Installed.in(temporary);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            Installed.kill(server);
        }
        Files.write(Path.of("target", "soak.txt"), figures);
    }

    @Test
    void nothingIsWrongAndNothingGrows() throws Exception {
        for (int period = 0; period < PERIODS; period++) {
            serve();
            period(DURATION.dividedBy(PERIODS));
            server.destroy();
            assertThat(Patience.ends(server)).isTrue();
        }
        assertThat(wrong).isEmpty();
        assertThat(answered).hasPositiveValue();
    }

    /** From one restart to the next. */
    private void period(Duration duration) throws Exception {
        long before = usedBytesWithAllAnswered();
        long end = System.nanoTime() + duration.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int first = i;
            threads.add(begun(end, () -> ask(BODIES.get((first + (int) asked.incrementAndGet()) % BODIES.size()))));
        }
        threads.add(begun(end, this::watch));
        threads.add(begun(end, this::drip));
        threads.add(begun(end, this::abort));
        threads.add(begun(end, this::breakAndHeal));
        for (Thread thread : threads) {
            thread.join();
        }
        long after = usedBytesWithAllAnswered();
        figures.add("%s answers, %s busy, slowest health %s ms, heap in use %s MB then %s MB, resident %s"
                .formatted(answered, busy, slowestHealthMillis, before >> 20, after >> 20, resident()));
        assertThat(after).isLessThan(before + MOST_GROWTH_BYTES);
    }

    /** After an edit nothing is laid out, and a layout takes megabytes: so all is asked for once. */
    private long usedBytesWithAllAnswered() throws Exception {
        breakAndHeal();
        for (String body : BODIES) {
            String answer = atLast(body);
            assertThat(right.merge(body, answer, (before, now) -> before)).isEqualTo(answer);
        }
        return usedBytes();
    }

    /** What is done again and again until the end. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private Thread begun(long endNanoTime, Step step) {
        Thread thread = new Thread(() -> {
            try {
                while (System.nanoTime() - endNanoTime < 0) {
                    step.run();
                }
            } catch (Exception | AssertionError e) {
                wrong.add(e.toString());
            }
        });
        thread.start();
        return thread;
    }

    private void ask(String body) throws Exception {
        HttpResponse<String> answer = post(body);
        if (answer.statusCode() == 503) {
            busy.incrementAndGet();
        } else if (answer.body().equals(right.get(body))) {
            answered.incrementAndGet();
        } else {
            wrong.add(answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(300, answer.body().length())));
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve("/api/advice"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** An answer, however long the server says that it is too busy: it gives up a call after some time. */
    private String atLast(String body) throws Exception {
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
        Patience.until("the server answers " + body, () -> {
            answer.set(post(body));
            return answer.get().statusCode() != 503;
        });
        assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
        return answer.get().body();
    }

    private void watch() throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(health.resolve("/health")).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            wrong.add("health " + answer.statusCode());
        }
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        slowestHealthMillis.accumulateAndGet(millis, Math::max);
        Thread.sleep(100);
    }

    /** Bodies that begin and do not go on, until the server gives them up. */
    private void drip() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < DRIPPING; i++) {
            sockets.add(sent("{"));
        }
        for (Socket socket : sockets) {
            socket.getInputStream().readAllBytes();
            socket.close();
        }
    }

    /** Nobody waits for what was asked. */
    private void abort() throws Exception {
        sent(BODIES.get(0)).close();
        Thread.sleep(2_000);
    }

    private Socket sent(String body) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head =
                "POST /api/advice HTTP/1.1\r\nHost: %s:%s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n"
                        .formatted(
                                address.getHost(),
                                address.getPort(),
                                BODIES.get(0).length());
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private void breakAndHeal() throws Exception {
        Path file = program.home.resolve("rules/power.drl");
        String sound = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(file, sound + "\nrule \"broken", StandardCharsets.UTF_8);
        Patience.until("the broken edit is told", () -> status().contains("degraded"));
        Files.writeString(file, sound, StandardCharsets.UTF_8);
        Patience.until("the healed edit is told", () -> status().contains("ok"));
    }

    private String status() throws Exception {
        return text(health.resolve("/health"));
    }

    private String text(URI from) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(from).build(), BodyHandlers.ofString())
                .body();
    }

    private void serve() throws Exception {
        server = program.start("serve", "--port", "0", "--health-port", "0", "--no-access-log", "--lang", "en");
        Patience.until("the server answers", () -> {
            assertThat(server.isAlive()).isTrue();
            return program.said().lines().count() == 2;
        });
        List<String> said = program.said().lines().toList();
        address = URI.create(said.get(0));
        health = URI.create(said.get(1));
    }

    /** Of the heap at rest, after all that nobody holds was taken away. */
    private long usedBytes() throws Exception {
        Patience.until("no call is worked on", () -> {
            String metrics = text(address.resolve("/api/metrics"));
            return metrics.contains("advisor_work_active 0") && metrics.contains("advisor_work_waiting 0");
        });
        jcmd("GC.run");
        String info = jcmd("GC.heap_info");
        long used = 0;
        for (String line : info.lines().toList()) {
            if (line.contains("generation") && line.contains("used ")) {
                used += Long.parseLong(line.replaceFirst(".*used (\\d+)K.*", "$1")) << 10;
            }
        }
        assertThat(used).as(info).isPositive();
        return used;
    }

    private String jcmd(String command) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("unknown");
    }
}
