package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.AdviceJson;
import advisor.http.route.ApiDocument;
import advisor.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that nobody means well: each is answered, none with a fault of the program or a word of its insides. */
class ApiFuzzTest {
    private static final AdvisorServer SERVER = TestServer.shared();
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int UNKNOWN_VERSION = 505;
    private static final long SEED = 20_261_122;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\\r]*\\r\\n");
    private static final Pattern INSIDES = Pattern.compile(
            "\\tat |Exception|StreamReadConstraints|\\b(java|javax|jakarta|kotlin|org|io|com)\\.[a-z]+\\.\\w");

    private static final Set<String> JUDGE_OFTEN = Set.of(
            "POST /api/changes",
            "POST /api/changes/{option}",
            "POST /api/comparisons",
            "POST /api/records",
            "POST /api/files/check",
            "POST /api/files/impact",
            "POST /api/sensitivity");

    static List<String> routes() {
        return SERVER.routes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noBodyIsTooOdd(String route) throws IOException {
        for (String body : takesBody(route) ? asMany(OddInputs.BODIES, route) : OddInputs.BODIES.subList(0, 2)) {
            check(route, ApiDocument.path(route), body.getBytes(StandardCharsets.UTF_8));
        }
        if (!takesBody(route)) {
            return;
        }
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
            check(route, ApiDocument.path(route), "{\"model\": \"é\"}".getBytes(charset));
        }
        check(route, ApiDocument.path(route), new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'});
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noValueOfAFieldIsTooOdd(String route) throws IOException {
        JsonNode example = ApiDocument.body(route).orElse(null);
        if (example == null) {
            return;
        }
        Random random = new Random(SEED);
        for (String value : asMany(OddInputs.VALUES, route)) {
            String changed = changed(example, value, random);
            check(route, ApiDocument.path(route), changed.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noPartOfAPathIsTooOdd(String route) throws IOException {
        String pattern = route.split(" ", 2)[1];
        if (!pattern.contains("{")) {
            return;
        }
        byte[] body = ApiDocument.body(route).map(JsonNode::toString).orElse("").getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(
                "no-such",
                "%00",
                "..",
                "%2e%2e",
                "a%2fb",
                "%ff",
                "%F0%9F%98%80",
                "a;b",
                "%5c",
                "%25",
                "a".repeat(5_000))) {
            check(route, pattern.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(part)), body);
        }
    }

    @Test
    void noRequestLineIsTooOdd() throws IOException {
        for (String line : OddInputs.LINES) {
            check(line, TestServer.raw(SERVER, line, "Host: HERE"));
        }
    }

    @Test
    void noHeaderIsTooOdd() throws IOException {
        for (String header : OddInputs.HEADERS) {
            check(header, TestServer.raw(SERVER, "GET /api/models HTTP/1.1", "Host: HERE", header));
            check(header, TestServer.raw(SERVER, "GET /index.html HTTP/1.1", "Host: HERE", header));
        }
    }

    /** All, or every fourth for a route that judges a request many times over. */
    private static List<String> asMany(List<String> all, String route) {
        int step = JUDGE_OFTEN.contains(route) ? 4 : 1;
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static boolean takesBody(String route) {
        return ApiDocument.body(route).isPresent();
    }

    /** One field of the example, or one that it lacks, with another value. */
    private static String changed(JsonNode example, String value, Random random) {
        List<String> names = new ArrayList<>(RequestFields.names());
        example.fieldNames().forEachRemaining(names::add);
        ObjectNode changed = example.deepCopy();
        ObjectNode target =
                changed.path("request") instanceof ObjectNode nested && random.nextBoolean() ? nested : changed;
        String name = names.get(random.nextInt(names.size()));
        target.put(name, "HERE");
        return changed.toString().replace("\"HERE\"", value);
    }

    private static void check(String route, String path, byte[] body) throws IOException {
        String method = route.split(" ", 2)[0];
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + SERVER.address().getPort()
                + "\r\nContent-Type: application/json\r\nX-Requested-With: advisor\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        call.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        call.writeBytes(body);
        String shown = new String(body, 0, Math.min(200, body.length), StandardCharsets.UTF_8);
        check(method + " " + path + " " + shown, TestServer.raw(SERVER, call.toByteArray()));
    }

    private static void check(String call, String answer) throws IOException {
        Matcher status = STATUS.matcher(answer);
        assertThat(status.lookingAt()).as("%s is answered: %s", call, answer).isTrue();
        int code = Integer.parseInt(status.group(1));
        assertThat(code)
                .as("%s: %s", call, answer)
                .matches(known -> known >= 200 && known < 500 || known == UNKNOWN_VERSION, "no fault of the server");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        AdviceJson.checked(body);
        if (code >= 400 && !call.startsWith("HEAD")) {
            assertThat(body).as(call).doesNotContainPattern(INSIDES);
            assertThat(MAPPER.readTree(body).path("status").asInt()).as(call).isEqualTo(code);
        }
    }
}
