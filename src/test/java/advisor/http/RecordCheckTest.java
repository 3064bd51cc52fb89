package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision record that somebody brings to the server. */
class RecordCheckTest {
    @TempDir
    static Path home;

    private static SmallServer server;
    private static String record;

    @BeforeAll
    static void makeARecord() throws Exception {
        server = SmallServer.start(home, false);
        record = recorded();
    }

    private static String recorded() throws Exception {
        return server.post("/api/records", Map.of("model", "llama-3.1-8b", "as-of", "2026-11-22"))
                .body();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static JsonNode check(String what, String record) throws Exception {
        return server.post("/api/records/" + what, record).json();
    }

    @Test
    void aRecordIsWholeAndGivesTheSameAgainAndTodayToo() throws Exception {
        assertThat(check("verify", record).path("sound").asBoolean()).isTrue();
        assertThat(check("replay", record).path("same").asBoolean()).isTrue();
        assertThat(check("diff", record).path("sameAnswer").asBoolean()).isTrue();
    }

    /** Rules that are compiled stay so; those that answer no longer, and judge a record all the same, are compiled once. */
    @Test
    void aRecordIsJudgedByItsOwnRulesWhicheverAnswerHere() throws Exception {
        Path rule = server.rule("power.drl");
        String text = Files.readString(rule);
        String ofOthers = recordUnder(rule, text.replaceFirst("@points\\(-\\d+\\)", "@points(-1)"));
        recordUnder(rule, text);
        int before = server.compiler.compilations();
        for (String replayed : List.of(record, ofOthers, ofOthers)) {
            assertThat(check("replay", replayed).path("same").asBoolean()).isTrue();
        }
        assertThat(server.compiler.compilations()).isEqualTo(before + 1);
    }

    private static String recordUnder(Path rule, String text) throws Exception {
        Files.writeString(rule, text);
        assertThat(server.knowledge.reload()).isEmpty();
        return recorded();
    }

    /** Packed it is longer than any other body may be, and shorter than a file may. */
    @Test
    void aLongFileIsReadToItsEnd() throws Exception {
        String noise = new Random(1)
                .ints(4_000_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(check("verify", noise).toString()).doesNotContain("packed by gzip");
    }

    @Test
    void anAlteredRecordIsToldAndNotRunAgain() throws Exception {
        String altered = record.replaceFirst("llama-3.1-8b", "llama-3.1-9b");
        JsonNode found = check("verify", altered);
        assertThat(found.path("sound").asBoolean()).isFalse();
        assertThat(found.path("faults").toString()).contains("SHA-256");
        assertThat(check("replay", altered).path("status").asInt()).isEqualTo(400);
    }
}
