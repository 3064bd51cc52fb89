package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Patience;
import advisor.http.call.Limits;
import advisor.request.BadRequestException;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Health on a port of its own. */
class HealthPortTest {
    private static final int CONNECTIONS = 4;

    /** More than threads that are about to take a connection when no further one is to be: the last of them waits. */
    private static final int FURTHER = 8;

    @Test
    void itAnswersWhileEveryConnectionDrips() throws Exception {
        Limits limits = new Limits(1, 1, Patience.LIMIT, Patience.LIMIT, Patience.LIMIT, Patience.LIMIT, CONNECTIONS);
        List<Socket> held = new ArrayList<>();
        List<Socket> further = new ArrayList<>();
        try (AdvisorServer server = TestServer.startWithin(limits);
                HealthPort health = HealthPort.open("127.0.0.1", 0, TestServer.knowledge(), server::hasRoom)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                held.add(sent(server, "POST /api/advice HTTP/1.1\r\nHost: HERE\r\nContent-Length: 9\r\n\r\n{"));
            }
            for (int i = 0; i < FURTHER; i++) {
                further.add(sent(server, "GET /api/health HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n"));
            }
            Socket last = further.get(FURTHER - 1);
            for (String path : List.of("/health", "/healthz", "/ready", "/readyz")) {
                assertThat(get(health, path).statusCode()).isEqualTo(200);
            }
            assertThat(get(health, "/health").body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(last.getInputStream().available()).isZero();
            for (Socket socket : held) {
                socket.close();
            }
            for (Socket socket : further) {
                answered(socket);
            }
        } finally {
            for (Socket socket : further) {
                socket.close();
            }
        }
    }

    @Test
    void aServerWithoutRoomIsWellAndNotReady() throws Exception {
        try (HealthPort health = HealthPort.open("127.0.0.1", 0, TestServer.knowledge(), () -> false)) {
            assertThat(get(health, "/health").statusCode()).isEqualTo(200);
            assertThat(get(health, "/ready").statusCode()).isEqualTo(503);
            assertThat(get(health, "/ready").body()).isEqualTo("{\"status\":\"busy\"}");
            assertThat(get(health, "/api/health").statusCode()).isEqualTo(404);
            int taken = health.address().getPort();
            assertThatThrownBy(() -> HealthPort.open("127.0.0.1", taken, TestServer.knowledge(), () -> true))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("health-port");
        }
    }

    @Test
    void aServerThatEndsIsNotReady() throws Exception {
        AdvisorServer server = TestServer.start(TestServer.options());
        try (HealthPort health = HealthPort.open("127.0.0.1", 0, TestServer.knowledge(), server::hasRoom)) {
            assertThat(get(health, "/ready").statusCode()).isEqualTo(200);
            server.close();
            assertThat(get(health, "/ready").statusCode()).isEqualTo(503);
        }
    }

    /** Who has read an answer hangs up: the server waits for that, and only then has room for the next. */
    private static void answered(Socket socket) throws IOException {
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        assertThat(socket.getInputStream().read()).isNotNegative();
        socket.close();
    }

    private static Socket sent(AdvisorServer server, String text) throws IOException {
        int port = server.address().getPort();
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write(text.replace("HERE", "127.0.0.1:" + port).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static HttpResponse<String> get(HealthPort health, String path) throws Exception {
        return TestServer.send(HttpRequest.newBuilder(health.address().resolve(path)));
    }
}
