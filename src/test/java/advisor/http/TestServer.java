package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.AdviceJson;
import advisor.Patience;
import advisor.Shipped;
import advisor.ShippedCopy;
import advisor.cache.Cache;
import advisor.http.call.Limits;
import advisor.http.gate.ServerOptions;
import advisor.http.live.LiveKnowledge;
import advisor.text.Layers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server for tests, and ways to call one. Rules and catalog are loaded once for all of them, with a few scenarios. */
public final class TestServer {
    static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2026, 11, 22).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    /** Limits that no call meets, however slow the machine is and whatever else runs on it. */
    static final Limits PATIENT =
            new Limits(Runtime.getRuntime().availableProcessors(), 10_000, Patience.LIMIT, Patience.LIMIT);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    private TestServer() {}

    /** The server that all tests share which need none of their own. */
    public static AdvisorServer shared() {
        return Shared.SERVER;
    }

    public static AdvisorServer start(ServerOptions options) {
        return AdvisorServer.start(options.within(PATIENT), Loaded.KNOWLEDGE, CLOCK);
    }

    /** A server within limits of its own. */
    public static AdvisorServer startWithin(Limits limits) {
        return AdvisorServer.start(options().within(limits), Loaded.KNOWLEDGE, CLOCK);
    }

    /** What they all answer from. */
    public static LiveKnowledge knowledge() {
        return Loaded.KNOWLEDGE;
    }

    public static ServerOptions options() {
        return options(null, false);
    }

    /** On any port that is free, without further names, other origins or a log, within the limits of the machine. */
    public static ServerOptions options(@Nullable String token, boolean editing) {
        return options(0, token, editing);
    }

    static ServerOptions options(int port, @Nullable String token, boolean editing) {
        return new ServerOptions("127.0.0.1", port, token, editing, Set.of(), null, Limits.ofMachine(), line -> {});
    }

    public static HttpRequest.Builder call(AdvisorServer server, String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }

    public static HttpResponse<String> get(AdvisorServer server, String path) throws IOException, InterruptedException {
        return send(call(server, path));
    }

    public static HttpResponse<String> post(AdvisorServer server, String path, String body)
            throws IOException, InterruptedException {
        return send(call(server, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The answer of the shared server to a call that succeeds. */
    public static JsonNode answer(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(shared(), path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    public static HttpResponse<String> send(HttpRequest.Builder call) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                CLIENT.send(call.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        AdviceJson.checked(answer.body());
        return answer;
    }

    /** Sends some bytes as they are, and returns what comes back until the server closes the connection. */
    public static String raw(AdvisorServer server, byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return received(socket.getInputStream()).toString(StandardCharsets.UTF_8);
        }
    }

    private static ByteArrayOutputStream received(InputStream in) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            in.transferTo(received);
        } catch (SocketException e) {
            // Closed by the server with bytes unread: what came before counts.
        }
        return received;
    }

    /** A call without a body, closing the connection. {@code Host: HERE} stands for the right one. */
    public static String raw(AdvisorServer server, String line, String... headers) throws IOException {
        String head = line + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
        String here = "127.0.0.1:" + server.address().getPort();
        return raw(server, head.replace("HERE", here).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static final class Loaded {
        static final LiveKnowledge KNOWLEDGE = LiveKnowledge.start(
                Layers.ofRules(rules()),
                Layers.ofCatalog(Path.of("catalog")),
                Shipped.compiler(),
                Cache.ofUser(),
                CLOCK);

        private static Path rules() {
            try {
                Path own = Path.of(
                        "target/served", Long.toString(ProcessHandle.current().pid()), "rules");
                return ShippedCopy.rules(own);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Shared {
        static final AdvisorServer SERVER = start(options());
    }
}
