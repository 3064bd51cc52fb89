package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

/** A decision record that somebody brings to the server. */
class RecordCheckTest {
    private static JsonNode check(String what, String record) throws Exception {
        return new JsonMapper()
                .readTree(TestServer.send(TestServer.call(TestServer.shared(), "/api/records/" + what)
                                .header("Content-Type", "application/gzip")
                                .POST(Records.packed(record)))
                        .body());
    }

    @Test
    void aRecordIsWholeAndGivesTheSameAgainAndTodayToo() throws Exception {
        String record = Records.text();
        assertThat(check("verify", record).path("sound").asBoolean()).isTrue();
        assertThat(check("replay", record).path("same").asBoolean()).isTrue();
        assertThat(check("diff", record).path("sameAnswer").asBoolean()).isTrue();
    }

    @Test
    void anAlteredRecordIsToldAndNotRunAgain() throws Exception {
        String altered = Records.text().replaceFirst("llama-3.1-8b", "llama-3.1-9b");
        JsonNode found = check("verify", altered);
        assertThat(found.path("sound").asBoolean()).isFalse();
        assertThat(found.path("faults").toString()).contains("SHA-256");
        assertThat(check("replay", altered).path("status").asInt()).isEqualTo(400);
    }
}
