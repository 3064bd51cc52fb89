package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What comes first to whoever waits on a slow line: little, and nothing that the whole answer does not say. */
class FirstAnswerTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Random DRAWS = new Random(19);
    private static final int DRAWN = 12;

    /** At 50 kB a second they take nine tenths of a second, beside two round trips of 400 ms. */
    private static final int MOST_BYTES = 46_000;

    private static final String REQUEST =
            "{\"model\": \"deepseek-r1\", \"budget\": \"3000000CNY\", \"as-of\": \"2026-11-22\"}";
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"([^\"]+\\?v=[0-9a-f]+)\"");

    @Test
    void theListSaysNothingThatTheWholeAnswerDoesNotSayInTheSamePlace() throws Exception {
        for (int i = 0; i < DRAWN; i++) {
            String request = drawn().toString();
            ObjectNode list = (ObjectNode) TestServer.answer("/api/advice/list", request);
            JsonNode whole = TestServer.answer("/api/advice", request);
            assertThat(list.remove("schema").asText()).isEqualTo("advice-list/1");
            assertThat(list.remove("rejected").asLong())
                    .as(request)
                    .isEqualTo(verdicts(whole)
                            .filter(verdict -> verdict.path("stance").asText().equals("rejected"))
                            .count());
            assertThat(verdicts(list).map(verdict -> verdict.path("option").asText()))
                    .as(request)
                    .isEqualTo(verdicts(whole)
                            .filter(verdict -> !verdict.path("stance").asText().equals("rejected"))
                            .map(verdict -> verdict.path("option").asText())
                            .toList());
            assertStandsIn(whole, list, request);
        }
    }

    /** What the page marks an option with, and what keeps it out, may not be told only later. */
    @Test
    void theListLeavesOutNoMark() throws Exception {
        JsonNode marks = MAPPER.readTree(PageFiles.endingWith(".json").get("views/decide/marks.json"));
        List<String> marking = StreamSupport.stream(marks.spliterator(), false)
                .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
        JsonNode list = TestServer.answer("/api/advice/list", REQUEST).path("verdicts");
        JsonNode whole = TestServer.answer("/api/advice", REQUEST).path("verdicts");
        assertThat(list).isNotEmpty();
        for (int i = 0; i < list.size(); i++) {
            String decisive = whole.path(i).path("obstacles").path(0).asText();
            List<String> shown = rules(whole.path(i));
            shown.removeIf(rule -> !marking.contains(rule) && !rule.equals(decisive));
            assertThat(rules(list.path(i))).isEqualTo(shown);
        }
    }

    @Test
    void allThatTheFirstScreenNeedsIsLittle() throws Exception {
        HttpResponse<String> page = TestServer.get(TestServer.shared(), "/");
        List<String> files = new ArrayList<>(NAMED.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList());
        assertThat(files).hasSize(3);
        files.add("words-first.zh.json");
        int bytes = packed(page.body())
                + packed(TestServer.answer("/api/advice/list", REQUEST).toString());
        for (String file : files) {
            bytes += packed(TestServer.get(TestServer.shared(), "/" + file).body());
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static Stream<JsonNode> verdicts(JsonNode advice) {
        return StreamSupport.stream(advice.path("verdicts").spliterator(), false);
    }

    private static List<String> rules(JsonNode verdict) {
        return new ArrayList<>(verdict.path("findings").findValuesAsText("rule"));
    }

    /** An element of a list may stand in another place of the other, but in the same order. */
    private static void assertStandsIn(JsonNode whole, JsonNode part, String where) {
        if (part.isObject()) {
            part.properties()
                    .forEach(entry ->
                            assertStandsIn(whole.path(entry.getKey()), entry.getValue(), where + "/" + entry.getKey()));
        } else if (part.isArray()) {
            int from = 0;
            for (JsonNode element : part) {
                int at = from;
                while (at < whole.size() && !standsIn(whole.path(at), element)) {
                    at++;
                }
                assertThat(at).as("%s: %s", where, element).isLessThan(whole.size());
                from = at + 1;
            }
        } else {
            assertThat(part).as(where).isEqualTo(whole);
        }
    }

    private static boolean standsIn(JsonNode whole, JsonNode part) {
        try {
            assertStandsIn(whole, part, "");
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static ObjectNode drawn() {
        ObjectNode request = MAPPER.createObjectNode()
                .put("model", one("deepseek-r1", "qwen3-8b", "llama-3.1-70b", "qwen3-30b-a3b"))
                .put("as-of", "2026-11-22");
        maybe(request, "budget", "300000CNY", "3000000CNY", "90000USD");
        maybe(request, "jurisdiction", "CN", "US", "DE");
        maybe(request, "privacy", "on-premises");
        maybe(request, "lens", "founding");
        if (DRAWS.nextBoolean()) {
            request.put("streams", 1 << DRAWS.nextInt(8));
        }
        return request;
    }

    private static void maybe(ObjectNode request, String field, String... values) {
        if (DRAWS.nextBoolean()) {
            request.put(field, one(values));
        }
    }

    private static String one(String... values) {
        return values[DRAWS.nextInt(values.length)];
    }

    private static int packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }
}
