package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.RequestForm;
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

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "2147483647",
            "2147483648",
            "1e308",
            "1e999999999",
            "-1e-999999999",
            "9".repeat(99),
            "9".repeat(10_000),
            "0.1",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\u202e万\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1e400\"",
            "\"0x1p-3\"",
            "\"1e-400\"",
            "\"-0.0\"",
            "\"2147483647\"",
            "\"99999999999999999999亿\"",
            "\"" + "9".repeat(900) + "CNY\"",
            "\"../../../etc/passwd\"",
            "\"/etc/passwd\"",
            "\"file:///etc/passwd\"",
            "\"%s%n%x{}\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"<script>alert(1)</script>\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"9999-12-31\"",
            "\"2026-02-30\"",
            "\"a=1,b=2,,=\"",
            "\"cost/busy-share=1e308\"",
            "\"" + "a".repeat(100_000) + "\"",
            "[]",
            "[[[[]]]]",
            "[null]",
            "{}",
            "{\"a\": {\"b\": {}}}",
            "[" + "1,".repeat(5_000) + "1]",
            "[".repeat(5_000) + "]".repeat(5_000));

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "1",
            "\"model\"",
            "[]",
            "{",
            "}",
            "{}",
            "{} {}",
            "{\"model\"",
            "{\"model\": \"deepseek-r1\"} x",
            "{\"model\": \"deepseek-r1\", \"streams\": 2147483647}",
            "{\"model\": \"deepseek-r1\", \"streams\": 100000, \"prompt-tokens\": 10000000, \"output-tokens\": 10000000}",
            "{\"model\": \"deepseek-r1\", \"min-speed\": 1e308}",
            "{\"model\": \"deepseek-r1\", \"min-speed\": \"1e-320\"}",
            "{\"model\": \"deepseek-r1\", \"budget\": " + "9".repeat(99) + "}",
            "{'model': 'deepseek-r1'}",
            "{\"model\": deepseek-r1}",
            "{\"\": 1}",
            "{\"model\": \"deepseek-r1\", \"model\": \"deepseek-r1\"}",
            "{\"" + "n".repeat(2_000) + "\": 1}",
            "{\"\\u0000\": 1, \"model\\u0000\": \"deepseek-r1\"}",
            "{\"__proto__\": {}, \"model\": \"deepseek-r1\"}",
            "{\"model-config\": null, \"model\": null}",
            "{\"model-config\": {\"model_type\": \"x\", \"num_hidden_layers\": 99999999999}}",
            "{\"model-config\": {\"model_type\": \"llama\", \"num_hidden_layers\": 10000, \"hidden_size\": 2147483647}}",
            "\ufeff{\"model\": \"deepseek-r1\"}",
            "{\"a\":".repeat(2_000));

    private static final List<String> LINES = List.of(
            "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
            "GET /../../etc/passwd HTTP/1.1",
            "GET /vendor/..%2f..%2fetc/passwd HTTP/1.1",
            "GET /vendor%5c..%5c.. HTTP/1.1",
            "GET /api%2fadvice HTTP/1.1",
            "GET /api/;a=b/models HTTP/1.1",
            "GET /api/models;jsessionid=1 HTTP/1.1",
            "GET //api//models HTTP/1.1",
            "GET /api/models/ HTTP/1.1",
            "GET /%00 HTTP/1.1",
            "GET /%ff HTTP/1.1",
            "GET /%c0%ae%c0%ae/ HTTP/1.1",
            "GET /%u002e HTTP/1.1",
            "GET /% HTTP/1.1",
            "GET /a b HTTP/1.1",
            "GET /\u00e9 HTTP/1.1",
            "GET api/models HTTP/1.1",
            "GET * HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "GET http://evil.example/api/models HTTP/1.1",
            "TRACE /api/models HTTP/1.1",
            "DELETE /api/models HTTP/1.1",
            "PATCH /api/advice HTTP/1.1",
            "PROPFIND / HTTP/1.1",
            "BEFORE /api/models HTTP/1.1",
            "get /api/models HTTP/1.1",
            "G\u0001T / HTTP/1.1",
            "HEAD /api/models HTTP/1.1",
            "HEAD /api/advice HTTP/1.1",
            "GET /api/models HTTP/9.9",
            "GET /api/models",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1",
            "GET /api/models?" + "a=%zz&".repeat(50) + " HTTP/1.1",
            "\u0000\u0001\u0002",
            "PRI * HTTP/2.0");

    private static final List<String> HEADERS = List.of(
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 0\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Accept-Language: ;;q=,*;q=x",
            "Accept-Language: " + "zh,".repeat(1_000) + "zh",
            "Accept-Encoding: br;q=9, gzip;q=-1",
            "Authorization: Bearer",
            "Authorization: Basic ####",
            "X-Request-Id: \u0001\t<b>",
            "X-Long: " + "a".repeat(20_000),
            "Cookie: =;=;\u0000",
            "Expect: 200-maybe",
            "Range: bytes=99-1",
            "If-None-Match: \"",
            "If-Modified-Since: yesterday",
            "Content-Type: application/json; charset=utf-7",
            "Forwarded: host=evil.example",
            "Upgrade: websocket\r\nConnection: Upgrade",
            ": nameless",
            "no colon",
            " folded");

    private static final Set<String> JUDGE_OFTEN = Set.of(
            "POST /api/changes",
            "POST /api/changes/{option}",
            "POST /api/comparisons",
            "POST /api/records",
            "POST /api/rules/check",
            "POST /api/rules/impact",
            "POST /api/sensitivity");

    static List<String> routes() {
        return SERVER.routes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noBodyIsTooOdd(String route) throws IOException {
        for (String body : takesBody(route) ? asMany(BODIES, route) : BODIES.subList(0, 2)) {
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
        for (String value : asMany(VALUES, route)) {
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
        for (String line : LINES) {
            check(line, TestServer.raw(SERVER, line, "Host: HERE"));
        }
    }

    @Test
    void noHeaderIsTooOdd() throws IOException {
        for (String header : HEADERS) {
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
        List<String> names = new ArrayList<>(RequestForm.fieldNames());
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
        if (code >= 400 && !call.startsWith("HEAD")) {
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(body).as(call).doesNotContainPattern(INSIDES);
            assertThat(MAPPER.readTree(body).path("status").asInt()).as(call).isEqualTo(code);
        }
    }
}
