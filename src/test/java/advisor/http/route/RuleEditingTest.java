package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import advisor.http.SmallServer;
import advisor.http.SmallServer.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleEditingTest {
    private static final String FILE = "power.drl";
    private static final String ID = "rules/power.drl";
    private static final Map<String, Object> LIMITED = Map.of("model", "deepseek-r1", "max-power-kw", 8);

    @TempDir
    Path home;

    private SmallServer server;

    @BeforeEach
    void start() throws IOException {
        server = SmallServer.start(home, true);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileIsReadAsItIsNow() throws Exception {
        JsonNode file = server.get("/api/files/rules/power.drl").json();
        assertThat(file.path("text").asText()).isEqualTo(Files.readString(server.rule(FILE)));
        assertThat(file.path("sha256").asText())
                .isEqualTo(advisor.text.Fingerprint.ofBytes(Files.readAllBytes(server.rule(FILE))));
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws Exception {
        Files.writeString(home.resolve("secret.drl"), "secret");
        for (String name : new String[] {"..%2Fsecret.drl", "secret.drl", "scenarios%2Fpower.yaml", "lint.yaml"}) {
            assertThat(server.get("/api/files/rules/" + name).status()).as(name).isIn(400, 404);
        }
        Reply unknown = server.get("/api/files/rules/powr.drl");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("power.drl");
    }

    @Test
    void aDraftIsCheckedWithoutBeingWritten() throws Exception {
        String before = Files.readString(server.rule(FILE));
        Reply reply = server.post(
                "/api/files/check",
                Map.of("file", ID, "text", before.replace("maxPowerKilowatts != null", "maxPower != null")));
        JsonNode notice = reply.json().path("notices").get(0);
        assertThat(notice.path("file").asText()).isEqualTo("rules/power.drl");
        assertThat(notice.path("line").asInt()).isEqualTo(lineOf(before, "maxPowerKilowatts != null"));
        assertThat(notice.path("column").asInt()).isPositive();
        assertThat(Files.readString(server.rule(FILE))).isEqualTo(before);
        assertThat(server.health().path("status").asText()).isEqualTo("ok");
    }

    @Test
    void scenariosAreRunUnlessTheyAreNotWanted() throws Exception {
        String never =
                Files.readString(server.rule(FILE)).replace("maxPowerKilowatts != null", "maxPowerKilowatts < 0");
        Reply whole = server.post("/api/files/check", Map.of("file", ID, "text", never));
        assertThat(whole.body()).contains("never-fires");
        Reply quick = server.post("/api/files/check", Map.of("file", ID, "text", never, "scenarios", false));
        assertThat(quick.json().path("rules").asInt()).isPositive();
        assertThat(quick.body()).doesNotContain("never-fires");
    }

    @Test
    void theImpactNamesWhatAnEditMoves() throws Exception {
        Reply whole = server.post("/api/files/impact", Map.of("file", ID, "text", edited(-60)));
        assertThat(whole.json().path("requests").asInt()).isGreaterThan(3);
        assertThat(whole.json().path("changes")).anySatisfy(change -> {
            assertThat(change.path("option").asText()).isEqualTo("h200-sxm-x8-self-built");
            assertThat(change.path("rules").get(0).path("rule").asText()).isEqualTo("power/all-in-over-limit");
            assertThat(change.path("rules").get(0).path("after").asInt()).isEqualTo(-60);
        });
        Reply one = server.post(
                "/api/files/impact",
                Map.of("file", ID, "text", edited(-60), "request", Map.of("model", "deepseek-r1")));
        assertThat(one.json().path("requests").asInt()).isEqualTo(1);
        assertThat(one.json().path("changes")).isEmpty();
    }

    @Test
    void theImpactOfWhatDoesNotLoadIsItsFaults() throws Exception {
        Reply reply = server.post("/api/files/impact", Map.of("file", ID, "text", "package rules.power;"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("faults").get(0).path("file").asText()).isEqualTo("rules/power.drl");
    }

    @Test
    void aSavedEditAnswersAtOnceAndTheTextBeforeIsKept() throws Exception {
        String before = Files.readString(server.rule(FILE));
        String rulesBefore = server.health().path("ruleBase").path("sha256").asText();
        Reply saved = save(edited(-60), sha256());
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("sha256").asText()).isEqualTo(sha256());
        assertThat(server.health().path("ruleBase").path("sha256").asText()).isNotEqualTo(rulesBefore);
        assertThat(server.post("/api/advice", LIMITED).body()).contains("\"points\":-60");
        assertThat(versions()).extracting(one -> one.path("text").asText()).containsExactly(before);
        try (Stream<Path> files = Files.list(home.resolve("rules"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("power.drl", "warranty.drl", "lint.yaml", "scenarios", ".previous");
        }
    }

    @Test
    void aRuleOfANewTopicIsBegunAndSavedInAFileOfItsOwn() throws Exception {
        JsonNode begun = server.get("/api/rule-templates/cooling/too-hot").json();
        String text = begun.path("text").asText();
        assertThat(begun.path("name").asText()).isEqualTo("rules/cooling.drl");
        assertThat(begun.path("before").asText()).isEmpty();
        Reply checked =
                server.post("/api/files/check", Map.of("file", "rules/cooling.drl", "text", text, "scenarios", false));
        assertThat(checked.json().path("errors").asInt()).as(checked.body()).isZero();
        Map<String, String> draft =
                Map.of("text", text, "sha256", begun.path("sha256").asText());
        assertThat(server.put("/api/files/rules/cooling.drl", draft).status()).isEqualTo(200);
        assertThat(Files.readString(server.rule("cooling.drl"))).isEqualTo(text);
        assertThat(server.get("/api/rules").body()).contains("cooling/too-hot");
        assertThat(server.get("/api/rule-templates/cooling/too-hot").status()).isEqualTo(400);
        assertThat(server.put("/api/files/rules/cooling.drl", draft).status()).isEqualTo(409);
    }

    @Test
    void aRuleOfAKnownTopicIsBegunAtTheEndOfItsFile() throws Exception {
        JsonNode begun = server.get("/api/rule-templates/power/too-hot").json();
        assertThat(begun.path("before").asText()).isEqualTo(Files.readString(server.rule(FILE)));
        assertThat(begun.path("text").asText())
                .startsWith(Files.readString(server.rule(FILE)))
                .contains("rule \"power/too-hot\"");
        for (String id : new String[] {"Power/hot", "my-power/hot", "power/hot-", "power/too--hot"}) {
            assertThat(server.get("/api/rule-templates/" + id).status()).as(id).isEqualTo(400);
        }
    }

    @Test
    void aNewFileThatDoesNotLoadIsNotWritten() throws Exception {
        Reply refused = server.put(
                "/api/files/rules/cooling.drl",
                Map.of("text", "package rules.cooling; rule", "sha256", advisor.text.Fingerprint.ofBytes(new byte[0])));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(server.rule("cooling.drl")).doesNotExist();
    }

    @Test
    void whatHasChangedMeanwhileIsNotOverwritten() throws Exception {
        String read = sha256();
        Files.writeString(server.rule(FILE), edited(-20));
        assertThat(save(edited(-60), read).status()).isEqualTo(409);
        assertThat(Files.readString(server.rule(FILE))).isEqualTo(edited(-20));
    }

    @Test
    void whatDoesNotLoadIsNotWritten() throws Exception {
        String before = Files.readString(server.rule(FILE));
        Reply refused = save(before.replace("@points(-5)", "@points(ten)"), sha256());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("faults").get(0).path("line").asInt()).isEqualTo(lineOf(before, "@points(-5)"));
        assertThat(Files.readString(server.rule(FILE))).isEqualTo(before);
        assertThat(Files.exists(server.rule(".previous"))).isFalse();
    }

    /** An edit is taken back while the catalog is faulty, whatever is wrong with it; so is what would be gone back to. */
    @Test
    void whatIsTakenBackIsNoVersionToGoBackTo() throws Exception {
        String first = Files.readString(server.rule(FILE));
        assertThat(save(edited(-60), sha256()).status()).isEqualTo(200);
        Files.writeString(home.resolve("catalog/options/broken.yaml"), "nonsense");
        assertThat(save(edited(-20), sha256()).status()).isEqualTo(422);
        assertThat(Files.readString(server.rule(FILE))).isEqualTo(edited(-60));
        assertThat(versions()).extracting(one -> one.path("text").asText()).containsExactly(first);
    }

    @Test
    void whatAFileWasBeforeIsToldWithItsTimeAndHash() throws Exception {
        Instant written = Instant.parse("2026-01-02T03:04:05Z");
        String before = Files.readString(server.rule(FILE));
        Files.setLastModifiedTime(server.rule(FILE), FileTime.from(written));
        assertThat(save(before, sha256()).status()).isEqualTo(200);
        assertThat(versions()).isEmpty();
        assertThat(save(edited(-60), sha256()).status()).isEqualTo(200);
        assertThat(versions()).singleElement().satisfies(version -> {
            assertThat(version.path("savedAt").asText()).isEqualTo(written.toString());
            assertThat(version.path("sha256").asText()).isEqualTo(FileDesk.sha256(before));
        });
        assertThat(server.get("/api/files/rules/powr.drl/versions").status()).isEqualTo(404);
    }

    private List<JsonNode> versions() throws Exception {
        List<JsonNode> versions = new ArrayList<>();
        server.get("/api/files/rules/power.drl/versions")
                .json()
                .path("versions")
                .forEach(versions::add);
        return versions;
    }

    @Test
    void whetherScenariosAreRunIsTrueOrFalse() throws Exception {
        Map<String, Object> asked = Map.of("file", ID, "text", edited(-60), "scenarios", "no");
        assertThat(server.post("/api/files/check", asked).status()).isEqualTo(400);
    }

    /** As where the disk is full: no fault of the program, and nothing is lost. */
    @Test
    void whatCannotBeWrittenIsToldAndNothingChanges() throws Exception {
        String before = Files.readString(server.rule(FILE));
        Files.writeString(server.rule(".previous"), "no folder");
        Reply refused = save(edited(-60), sha256());
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-stored");
        assertThat(refused.json().at("/errors/0/text/zh").asText()).contains("保持原样");
        assertThat(Files.readString(server.rule(FILE))).isEqualTo(before);
        assertThat(server.health().path("status").asText()).isEqualTo("ok");
    }

    @Test
    void nothingIsWrittenUnlessEditingIsOn(@TempDir Path other) throws Exception {
        try (SmallServer reading = SmallServer.start(other, false)) {
            String text = Files.readString(reading.rule(FILE));
            Reply refused = reading.put(
                    "/api/files/rules/power.drl", Map.of("text", text + "\n", "sha256", FileDesk.sha256(text)));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("started with edit");
            assertThat(Files.readString(reading.rule(FILE))).isEqualTo(text);
        }
    }

    @Test
    void aRuleIsShownWithItsScenariosAndLaterWithItsCoverage() throws Exception {
        String path = "/api/rules/power/over-limit";
        JsonNode rule = server.get(path).json();
        assertThat(rule.path("rule").asText()).startsWith("rule \"power/").endsWith("end");
        assertThat(rule.path("scenarios"))
                .anyMatch(scenario -> scenario.path("fires").asBoolean());
        Patience.until("coverage is known", () -> !coverage(path).isNull());
        assertThat(coverage(path).path("fired").asBoolean()).isTrue();
        assertThat(coverage(path).path("conditions")).isNotEmpty();
        assertThat(server.get("/api/rules/power/over-limits").status()).isEqualTo(404);
    }

    private JsonNode coverage(String path) throws Exception {
        return server.get(path).json().path("coverage");
    }

    private Reply save(String text, String sha256) throws Exception {
        return server.put("/api/files/rules/power.drl", Map.of("text", text, "sha256", sha256));
    }

    private String sha256() throws Exception {
        return server.get("/api/files/rules/power.drl").json().path("sha256").asText();
    }

    /** The shipped file with other points for one rule. */
    private static String edited(int points) throws IOException {
        return Files.readString(Path.of("rules", FILE))
                .replaceFirst("@points\\(-5\\)", "@points(%s)".formatted(points));
    }

    private static int lineOf(String text, String part) {
        return 1
                + (int) text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
