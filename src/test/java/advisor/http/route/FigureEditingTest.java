package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.SmallServer;
import advisor.http.SmallServer.Reply;
import advisor.text.Fingerprint;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds, prices and scenarios are changed as rules are. */
class FigureEditingTest {
    private static final String THRESHOLDS = "parameters/power.yaml";
    private static final String OPTION = "h200-sxm-x8-self-built";
    private static final String PRICES = "options/" + OPTION + ".yaml";
    private static final String SCENARIOS = "scenarios/power.yaml";
    private static final Map<String, Object> LIMITED = Map.of("model", "deepseek-r1", "max-power-kw", 8);
    private static final String NEW = Fingerprint.ofBytes(new byte[0]);

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
    void filesAreListedWithWhatStandsInThem() throws Exception {
        JsonNode files = server.get("/api/files").json().path("files");
        assertThat(named(files, PRICES).at("/title/zh").asText()).contains("H200");
        JsonNode threshold = named(files, THRESHOLDS).path("parts").get(0);
        assertThat(threshold.path("name").asText()).startsWith("power/");
        assertThat(threshold.path("value").isNumber()).isTrue();
        assertThat(text(THRESHOLDS).lines().toList().get(threshold.path("line").asInt() - 1))
                .contains(threshold.path("name").asText());
        assertThat(named(files, SCENARIOS).path("parts")).isNotEmpty();
        assertThat(files).noneMatch(file -> file.path("name").asText().contains("lint"));
    }

    @Test
    void noNameLeadsOutOfTheFolders() throws Exception {
        Files.writeString(home.resolve("secret.yaml"), "secret");
        for (String name : List.of(
                "options/..%2F..%2Fsecret.yaml",
                "catalog/sources.yaml",
                "options/.previous",
                "sources/names.yaml",
                "secret/secret.yaml",
                "../secret.yaml",
                "parameters/none.yaml/versions")) {
            assertThat(server.get("/api/files/" + name).status()).as(name).isIn(400, 404);
        }
        for (String name : List.of("options/../../secret.yaml", "options/..", "secret.yaml", "sources/new.yaml", "")) {
            assertThat(server.post("/api/files/check", Map.of("file", name, "text", "id: x"))
                            .status())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    @Test
    void aFaultOfAFigureStandsAtItsLineAndColumnInBothLanguages() throws Exception {
        String before = text(THRESHOLDS);
        String broken = before.replaceFirst("value: [0-9.]+", "value: many");
        JsonNode notice = check(THRESHOLDS, broken).path("notices").get(0);
        assertThat(notice.path("file").asText()).isEqualTo("catalog/" + THRESHOLDS);
        assertThat(broken.lines().toList().get(notice.path("line").asInt() - 1)).contains("many");
        assertThat(notice.path("column").asInt()).isPositive();
        assertThat(notice.path("message").asText()).contains("many");
        assertThat(notice.path("message_zh").asText())
                .isNotEqualTo(notice.path("message").asText());
        assertThat(save(THRESHOLDS, broken, sha256(THRESHOLDS)).status()).isEqualTo(422);
        assertThat(text(THRESHOLDS)).isEqualTo(before);
        assertThat(home.resolve("catalog/parameters/.previous")).doesNotExist();
    }

    @Test
    void aSourceThatNobodyKnowsIsAFault() throws Exception {
        String broken = text(PRICES).replaceFirst("source: \\S+", "source: my-hunch");
        assertThat(check(PRICES, broken).at("/notices/0/message").asText()).contains("my-hunch");
        assertThat(server.post("/api/files/impact", Map.of("file", PRICES, "text", broken))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPriceMovesTheAdviceOnceItIsSavedAndGoesBack() throws Exception {
        String before = text(PRICES);
        String dear = before.replaceAll("(low|likely|high): (\\d+)", "$1: $2" + "00");
        JsonNode impact = impact(PRICES, dear, LIMITED);
        assertThat(impact.path("of").asInt()).isEqualTo(1);
        assertThat(impact.path("requests").asInt()).isEqualTo(1);
        String advised = server.post("/api/advice", LIMITED).body();
        assertThat(save(PRICES, dear, sha256(PRICES)).status()).isEqualTo(200);
        assertThat(text(PRICES)).isEqualTo(dear);
        assertThat(server.post("/api/advice", LIMITED).body()).isNotEqualTo(advised);
        assertThat(save(PRICES, dear + "\n", Fingerprint.of(before)).status()).isEqualTo(409);
        JsonNode version = server.get("/api/files/" + PRICES + "/versions")
                .json()
                .path("versions")
                .get(0);
        assertThat(version.path("text").asText()).isEqualTo(before);
        assertThat(save(PRICES, before, sha256(PRICES)).status()).isEqualTo(200);
        assertThat(server.post("/api/advice", LIMITED).body()).isEqualTo(advised);
    }

    /** Things are equal by their ids: an edit that is no other thing must be seen nevertheless. */
    @Test
    void theImpactOfAnyFigureIsJudged() throws Exception {
        Map<String, Object> asked = Map.of("model", "deepseek-r1", "budget", "3000000CNY");
        for (List<String> edit : List.of(
                List.of("offers/deepinfra.yaml", "input: 0.5,", "input: 500,"),
                List.of("models/deepseek-r1.yaml", "layers: 61", "layers: 62"),
                List.of("accelerators/nvidia-h200-sxm-141gb.yaml", "tdp_w: {value: 700", "tdp_w: {value: 600"),
                List.of("parameters/score.yaml", "value: 58", "value: 48"))) {
            String text = text(edit.get(0));
            assertThat(text).contains(edit.get(1));
            JsonNode impact = impact(edit.get(0), text.replace(edit.get(1), edit.get(2)), asked);
            assertThat(impact.path("judged").asInt()).as(edit.toString()).isEqualTo(1);
        }
        String text = text("parameters/score.yaml");
        JsonNode moved = impact("parameters/score.yaml", text.replace("value: 58", "value: 48"), asked);
        assertThat(moved.path("changes")).isNotEmpty();
    }

    /** A value of a day that is yet to come concerns no request of today. */
    @Test
    void aRequestThatMeetsNoneOfTheFiguresIsNotJudged() throws Exception {
        String text = text("parameters/budget.yaml");
        String held = "- value: 6\n        from: 2025-01-01\n";
        assertThat(text).contains(held);
        String later = text.replace(
                held,
                "- {value: 9, from: 2027-01-01, source: advisor-judgement}\n      " + held
                        + "        to: 2027-01-01\n");
        JsonNode impact = impact("parameters/budget.yaml", later, Map.of("model", "deepseek-r1"));
        assertThat(impact.path("requests").asInt()).as(impact.toString()).isEqualTo(1);
        assertThat(impact.path("judged").asInt()).isZero();
    }

    /** Where all requests take long, some are told, and where to go on. */
    @Test
    void theImpactComesInPartsThatTogetherAreAll() throws Exception {
        String text = text(THRESHOLDS).replaceFirst("value: ([0-9.]+)", "value: $1" + "1");
        int next = 0;
        int seen = 0;
        JsonNode part;
        do {
            part = server.post("/api/files/impact", Map.of("file", THRESHOLDS, "text", text, "from", next))
                    .json();
            assertThat(part.path("next").asInt()).isGreaterThan(next);
            next = part.path("next").asInt();
            seen += part.path("requests").asInt();
        } while (next < part.path("of").asInt());
        assertThat(seen).isEqualTo(next).isGreaterThan(3);
        assertThat(server.post("/api/files/impact", Map.of("file", THRESHOLDS, "text", text, "from", -1))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aScenarioIsBegunFromARequestTriedAndSaved() throws Exception {
        Reply begun = server.post(
                "/api/files/scenario",
                Map.of("file", "scenarios/own.yaml", "name", "Ours: as of today", "request", LIMITED));
        String text = begun.json().path("text").asText();
        assertThat(text).contains("\"Ours: as of today\"", "max-power-kw: 8", "stance: ");
        assertThat(check("scenarios/own.yaml", text).path("errors").asInt()).isZero();
        JsonNode holds = impact("scenarios/own.yaml", text, null);
        assertThat(holds.path("of").asInt()).isEqualTo(1);
        assertThat(holds.path("failed")).isEmpty();
        String wrong = text.replaceFirst("stance: \\S+}", "stance: rejected}");
        String first = "# What stands before the others moves them alone.\n\n" + text(SCENARIOS);
        assertThat(impact(SCENARIOS, first, null).path("of").asInt()).isZero();
        assertThat(impact("scenarios/own.yaml", wrong, null).at("/failed/0/why").asText())
                .contains("expected rejected");
        assertThat(save("scenarios/own.yaml", text, NEW).status()).isEqualTo(200);
        assertThat(server.get("/api/files").body()).contains("Ours: as of today");
        assertThat(server.post(
                                "/api/files/scenario",
                                Map.of("file", SCENARIOS, "name", "Ours: as of today", "request", LIMITED))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatAScenarioCannotMeanIsAFaultAtItsPlace() throws Exception {
        String text =
                """
                - name: slips
                  request: {model: deepseek-r2d2, as-of: 2026-11-22}
                  expect:
                    h20-x8: {fired: [power/over-limitt]}
                """;
        JsonNode notices = check("scenarios/own.yaml", text).path("notices");
        assertThat(notices).anySatisfy(notice -> {
            assertThat(notice.path("message").asText()).contains("power/over-limitt");
            assertThat(notice.path("line").asInt()).isEqualTo(4);
            assertThat(notice.path("column").asInt()).isEqualTo(22);
        });
        assertThat(notices)
                .anySatisfy(notice -> assertThat(notice.path("line").asInt()).isEqualTo(2));
    }

    private JsonNode check(String file, String text) throws Exception {
        return server.post("/api/files/check", Map.of("file", file, "text", text, "scenarios", false))
                .json();
    }

    private JsonNode impact(String file, String text, Map<String, Object> request) throws Exception {
        Map<String, Object> body = request == null
                ? Map.of("file", file, "text", text)
                : Map.of("file", file, "text", text, "request", request);
        return server.post("/api/files/impact", body).json();
    }

    private Reply save(String file, String text, String sha256) throws Exception {
        return server.put("/api/files/" + file, Map.of("text", text, "sha256", sha256));
    }

    private String sha256(String file) throws Exception {
        return server.get("/api/files/" + file).json().path("sha256").asText();
    }

    private String text(String file) throws Exception {
        return server.get("/api/files/" + file).json().path("text").asText();
    }

    private static JsonNode named(JsonNode files, String name) {
        return StreamSupport.stream(files.spliterator(), false)
                .filter(file -> file.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
