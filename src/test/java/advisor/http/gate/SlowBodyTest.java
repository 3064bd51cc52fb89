package advisor.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import advisor.http.AdvisorServer;
import advisor.http.TestServer;
import advisor.http.call.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls whose bodies come slowly, or not at all. */
class SlowBodyTest {
    private static final String BODY = "{\"model\": \"deepseek-r1\", \"as-of\": \"2026-11-22\"}";

    /** More of them than there are threads. */
    @Test
    void eightyHalfBodiesStopNobody() throws Exception {
        try (AdvisorServer server = start(Patience.LIMIT)) {
            List<Socket> dripping = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                dripping.add(begun(server, "", "{"));
            }
            assertThat(TestServer.get(server, "/api/health").statusCode()).isEqualTo(200);
            assertThat(TestServer.post(server, "/api/advice", BODY).statusCode())
                    .isEqualTo(200);
            for (Socket socket : dripping) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyThatDoesNotEndInTimeIsGivenUp() throws Exception {
        try (AdvisorServer server = start(Duration.ofMillis(100));
                Socket socket = begun(server, "", "{")) {
            assertThat(rest(socket)).contains("HTTP/1.1 408", "Connection: close", "slow-body", "requestId");
        }
    }

    @Test
    void aServerThatEndsAnswersTheCallsThatItHas() throws Exception {
        AdvisorServer server = start(Patience.LIMIT);
        try (Socket socket = begun(server, "Expect: 100-continue\r\nConnection: close\r\n", "")) {
            assertThat(line(socket.getInputStream())).startsWith("HTTP/1.1 100");
            URI health = server.address().resolve("/api/health");
            Thread closing = new Thread(server::close);
            closing.start();
            Patience.until("no new call is taken", () -> !taken(health));
            socket.getOutputStream().write(BODY.getBytes(StandardCharsets.UTF_8));
            assertThat(rest(socket)).contains("HTTP/1.1 200", "decisionId");
            closing.join();
        }
    }

    private static boolean taken(URI health) throws InterruptedException {
        try {
            return TestServer.send(HttpRequest.newBuilder(health)).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static AdvisorServer start(Duration body) {
        Limits limits = new Limits(2, 100, Patience.LIMIT, Patience.LIMIT, body, Patience.LIMIT, 100);
        return TestServer.startWithin(limits);
    }

    /** A connection over which the head of a call has come, and the beginning of its body. */
    private static Socket begun(AdvisorServer server, String header, String body) throws IOException {
        int port = server.address().getPort();
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        String head = "POST /api/advice HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nContent-Type: application/json\r\n%s"
                .formatted(port, header);
        String call = "%sContent-Length: %s\r\n\r\n%s".formatted(head, BODY.length(), body);
        socket.getOutputStream().write(call.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
