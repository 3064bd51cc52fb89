package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static final AdvisorServer SERVER =
            TestServer.start(TestServer.options("0123456789abcdef", false).loggingTo(LINES::add));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aLineSaysWhatWasAnsweredAndNotWhatWasAsked() throws Exception {
        TestServer.send(TestServer.call(SERVER, "/api/advice?private=query")
                .header("Authorization", "Bearer 0123456789abcdef")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "first")
                .POST(BodyPublishers.ofString("{\"model\": \"deepseek-r1\", \"budget\": \"1234567CNY\"}")));
        String line = line("first");
        assertThat(line).matches("\\S+Z POST /api/advice 200 \\d+ms \\d{5,}B first");
        assertThat(LINES).noneMatch(any -> any.contains("query") || any.contains("1234567") || any.contains("abcdef"));
    }

    @Test
    void aPathThatLeadsNowhereIsNotWritten() throws Exception {
        TestServer.send(TestServer.call(SERVER, "/secret-path").header("X-Request-Id", "second"));
        assertThat(line("second")).contains(" GET - 404 ").doesNotContain("secret");
    }

    @Test
    void whatIsNoHttpHasALineToo() throws Exception {
        String answer = TestServer.raw(SERVER, "GET /%zz HTTP/1.1", "Host: HERE");
        String id = answer.replaceAll("(?s).*X-Request-Id: (\\S+).*", "$1");
        assertThat(line(id)).contains(" 400 ").doesNotContain("zz");
    }

    @Test
    void metricsCountCallsByRouteAndStatus() throws Exception {
        TestServer.send(TestServer.call(SERVER, "/api/models").header("X-Request-Id", "fourth"));
        line("fourth");
        Patience.until("nothing is worked on", () -> metrics().contains("advisor_work_active 0.0"));
        assertThat(metrics())
                .contains("advisor_http_requests_seconds_count{method=\"GET\",route=\"-\",status=\"401\"}")
                .contains("advisor_work_waiting 0.0", "jvm_memory_used_bytes");
    }

    /** A line is written when its answer has been sent, so the client may know it first. */
    private static String line(String id) throws Exception {
        Patience.until("a line for " + id, () -> LINES.stream().anyMatch(line -> line.endsWith(" " + id)));
        return LINES.stream()
                .filter(line -> line.endsWith(" " + id))
                .findFirst()
                .orElseThrow();
    }

    private static String metrics() throws Exception {
        return TestServer.send(
                        TestServer.call(SERVER, "/api/metrics").header("Authorization", "Bearer 0123456789abcdef"))
                .body();
    }
}
