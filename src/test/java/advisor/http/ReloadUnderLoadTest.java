package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import advisor.http.SmallServer.Reply;
import advisor.rules.text.RuleTexts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks during reloads gets an answer, from one rule base whole. */
class ReloadUnderLoadTest {
    private static final int RELOADS = 16;
    private static final int CLIENTS = 4;

    /** Of a folder or of an answer: which rules, how many, and what a rule of each file gives. */
    private record Seen(String sha256, int rules, Set<Integer> power, Set<Integer> warranty) {}

    @TempDir
    Path home;

    private final Set<Seen> seen = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean done = new AtomicBoolean();
    private final CountDownLatch asking = new CountDownLatch(CLIENTS);

    @Test
    void noRequestFailsOrSeesHalfARuleBase() throws Exception {
        Set<Seen> whole = new HashSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (SmallServer server = SmallServer.start(home, false)) {
            whole.add(edit(server, 0));
            assertThat(server.knowledge.reload()).isEmpty();
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(asking(server)));
            }
            Patience.until(
                    "all have asked, or one has failed",
                    () -> asking.getCount() == 0 || clients.stream().anyMatch(Future::isDone));
            for (int reload = 1; reload <= RELOADS; reload++) {
                whole.add(edit(server, reload));
                assertThat(server.knowledge.reload()).isEmpty();
            }
            done.set(true);
            for (Future<Integer> client : clients) {
                assertThat(Patience.of(client)).isPositive();
            }
            assertThat(server.knowledge.reloads()).isEqualTo(RELOADS + 1);
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(seen).hasSizeGreaterThan(1).isSubsetOf(whole);
    }

    private Callable<Integer> asking(SmallServer server) {
        return () -> {
            int answers = 0;
            for (boolean last = false; !last; answers++) {
                last = done.get();
                Reply reply = server.post("/api/advice", request(answers));
                assertThat(reply.status()).isEqualTo(200);
                seen.add(seen(reply.json()));
                asking.countDown();
            }
            return answers;
        };
    }

    /** Never the same twice in a row, for what was judged last is kept. */
    private static Map<String, Object> request(int number) {
        return Map.of("model", "deepseek-r1", "max-power-kw", 8, "streams", 1 + number % 13);
    }

    private static Seen seen(JsonNode advice) {
        return new Seen(
                advice.path("ruleBase").path("sha256").asText(),
                advice.path("ruleBase").path("rules").asInt(),
                points(advice, "power/all-in-over-limit"),
                points(advice, "warranty/manufacturer"));
    }

    private static Set<Integer> points(JsonNode advice, String rule) {
        Set<Integer> points = new HashSet<>();
        advice.findValues("findings")
                .forEach(findings -> findings.forEach(finding -> {
                    if (finding.path("rule").asText().equals(rule)) {
                        points.add(finding.path("points").asInt());
                    }
                }));
        return points;
    }

    /** Other points in both files, and every second time a rule less. */
    private static Seen edit(SmallServer server, int number) throws IOException {
        String power = Files.readString(Path.of("rules/power.drl"))
                .replaceFirst("@points\\(-5\\)", "@points(-%s)".formatted(20 + number));
        String warranty = Files.readString(Path.of("rules/warranty.drl"))
                .replaceFirst("@points\\(4\\)", "@points(%s)".formatted(20 + number));
        if (number % 2 == 1) {
            power = power.substring(0, power.lastIndexOf("rule \"")).stripTrailing() + "\n";
        }
        Files.writeString(server.rule("power.drl"), power);
        Files.writeString(server.rule("warranty.drl"), warranty);
        return new Seen(
                new RuleTexts("rules", new TreeMap<>(Map.of("power.drl", power, "warranty.drl", warranty))).sha256(),
                rules(power) + rules(warranty),
                Set.of(-20 - number),
                Set.of(20 + number));
    }

    private static int rules(String text) {
        return (int) text.lines().filter(line -> line.startsWith("rule \"")).count();
    }
}
