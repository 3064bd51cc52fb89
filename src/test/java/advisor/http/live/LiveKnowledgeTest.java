package advisor.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import advisor.http.SmallServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveKnowledgeTest {
    @TempDir
    Path home;

    private SmallServer server;
    private String firstRules;
    private String firstCatalog;

    @BeforeEach
    void start() throws Exception {
        server = SmallServer.start(home, false);
        server.knowledge.watching();
        firstRules = rules(server.health());
        firstCatalog = catalog(server.health());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEditOfARuleTakesOver() throws Exception {
        Files.writeString(server.rule("power.drl"), "\n// More.\n", StandardOpenOption.APPEND);
        server.healthWhen(health -> !rules(health).equals(firstRules));
        assertThat(server.knowledge.reloads()).isEqualTo(1);
    }

    @Test
    void anEditThatIsPutInPlaceByARenameTakesOver() throws Exception {
        Path beside = Files.writeString(home.resolve("new"), Files.readString(server.rule("power.drl")) + "\n");
        Files.move(beside, server.rule("power.drl"), StandardCopyOption.ATOMIC_MOVE);
        server.healthWhen(health -> !rules(health).equals(firstRules));
    }

    @Test
    void aBrokenEditLeavesTheOldRulesAndSaysWhere() throws Exception {
        String sound = Files.readString(server.rule("power.drl"));
        Files.writeString(server.rule("power.drl"), sound.replace("@points(-5)", "@points(ten)"));
        JsonNode degraded = server.healthWhen(health -> fault(health, "message").contains("ten"));
        assertThat(isDegraded(degraded)).isTrue();
        assertThat(rules(degraded)).isEqualTo(firstRules);
        assertThat(fault(degraded, "file")).isEqualTo("rules/power.drl");
        assertThat(fault(degraded, "line")).isEqualTo("18");
        assertThat(server.post("/api/advice", Map.of("model", "deepseek-r1")).status())
                .isEqualTo(200);
        Files.writeString(server.rule("power.drl"), sound);
        server.healthWhen(health -> !isDegraded(health));
        assertThat(server.knowledge.failedReloads()).isPositive();
    }

    @Test
    void aHalfWrittenFileIsForgottenOnceItIsWhole() throws Exception {
        String sound = Files.readString(server.rule("power.drl"));
        Files.writeString(server.rule("power.drl"), sound.substring(0, sound.length() / 2));
        server.healthWhen(LiveKnowledgeTest::isDegraded);
        Files.writeString(
                server.rule("power.drl"), sound.substring(sound.length() / 2) + "\n", StandardOpenOption.APPEND);
        JsonNode mended = server.healthWhen(health -> !isDegraded(health));
        assertThat(rules(mended)).isNotEqualTo(firstRules);
    }

    @Test
    void anEditOfTheCatalogTakesOverAndABrokenOneDoesNot() throws Exception {
        Path price = home.resolve("catalog/options/h20-x8.yaml");
        String sound = Files.readString(price);
        Files.writeString(price, sound.replace("count: 8", "count: eight"));
        JsonNode degraded = server.healthWhen(health -> fault(health, "message").contains("eight"));
        assertThat(isDegraded(degraded)).isTrue();
        assertThat(catalog(degraded)).isEqualTo(firstCatalog);
        assertThat(fault(degraded, "file")).isEqualTo("catalog/options/h20-x8.yaml");
        assertThat(Integer.parseInt(fault(degraded, "line"))).isPositive();
        Files.writeString(price, sound + "# Another line.\n");
        JsonNode mended = server.healthWhen(health -> !catalog(health).equals(firstCatalog));
        assertThat(isDegraded(mended)).isFalse();
        assertThat(rules(mended)).isEqualTo(firstRules);
    }

    @Test
    void rulesAndCatalogTakeOverTogether() throws Exception {
        Path price = home.resolve("catalog/options/h20-x8.yaml");
        Files.writeString(price, Files.readString(price).replace("count: 8", "count: eight"));
        Files.writeString(server.rule("power.drl"), "\n// More.\n", StandardOpenOption.APPEND);
        server.healthWhen(LiveKnowledgeTest::isDegraded);
        assertThat(server.knowledge.reload()).isNotEmpty();
        assertThat(rules(server.health())).isEqualTo(firstRules);
    }

    @Test
    void aBrokenScenarioIsAFaultToo() throws Exception {
        Files.writeString(server.rule("scenarios/new.yaml"), "name: no list\n");
        JsonNode degraded = server.healthWhen(LiveKnowledgeTest::isDegraded);
        assertThat(fault(degraded, "file")).isEqualTo("rules/scenarios/new.yaml");
    }

    @Test
    void aNewFolderIsWatchedToo() throws Exception {
        Path folder = Files.createDirectory(home.resolve("watched"));
        CountDownLatch told = new CountDownLatch(2);
        try (FolderWatch watch = FolderWatch.over(List.of(folder), FolderState.of(List.of(folder)), told::countDown)) {
            assertThat(watch).isNotNull();
            Files.createDirectory(folder.resolve("below"));
            Patience.until("the new folder is told", () -> told.getCount() < 2);
            Files.writeString(folder.resolve("below/file"), "text");
            assertThat(told.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aSystemWithoutEventsIsLookedAt() throws Exception {
        Path folder = Files.createDirectory(home.resolve("watched"));
        CountDownLatch told = new CountDownLatch(1);
        try (FolderWatch watch =
                FolderWatch.withoutEvents(List.of(folder), FolderState.of(List.of(folder)), told::countDown)) {
            assertThat(watch).isNotNull();
            Files.writeString(folder.resolve("file"), "text");
            assertThat(told.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aFolderThatIsReplacedIsWatchedOn() throws Exception {
        Path folder = Files.createDirectory(home.resolve("watched"));
        CountDownLatch told = new CountDownLatch(2);
        try (FolderWatch watch = FolderWatch.over(List.of(folder), FolderState.of(List.of(folder)), told::countDown)) {
            Files.delete(folder);
            Patience.until("the missing folder is told", () -> told.getCount() < 2);
            Files.createDirectory(folder);
            Files.writeString(folder.resolve("file"), "text");
            assertThat(told.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
            assertThat(watch.failure()).isNull();
        }
    }

    @Test
    void aFolderThatIsNotThereYetIsWatchedToo() throws Exception {
        Path folder = home.resolve("later");
        CountDownLatch told = new CountDownLatch(1);
        try (FolderWatch watch = FolderWatch.over(List.of(folder), FolderState.of(List.of(folder)), told::countDown)) {
            Files.createDirectory(folder);
            assertThat(told.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
            assertThat(watch.failure()).isNull();
        }
    }

    /** What an edit comes to grief by is known, and the next edit is seen. */
    @Test
    void whateverAnEditThrowsTheNextIsSeen() throws Exception {
        Path folder = Files.createDirectory(home.resolve("watched"));
        AtomicReference<Error> broken = new AtomicReference<>(new StackOverflowError());
        try (FolderWatch watch = FolderWatch.over(List.of(folder), FolderState.of(List.of(folder)), () -> {
            Error error = broken.getAndSet(null);
            if (error != null) {
                throw error;
            }
        })) {
            Files.writeString(folder.resolve("file"), "text");
            Patience.until("the watch tells what was wrong", () -> watch.failure() instanceof StackOverflowError);
            Files.writeString(folder.resolve("file"), "other text");
            Patience.until("the watch goes on", () -> watch.failure() == null);
        }
    }

    /** A load that hangs is told, interrupted and left behind: the next edit is loaded. */
    @Test
    void aLoadThatHangsKeepsNobodyFromTheNext() throws Exception {
        Path folder = Files.createDirectory(home.resolve("watched"));
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<CountDownLatch> never = new AtomicReference<>(new CountDownLatch(1));
        try (FolderWatch watch = FolderWatch.over(
                List.of(folder),
                FolderState.of(List.of(folder)),
                () -> hang(never.getAndSet(null), interrupted),
                Duration.ofMillis(100))) {
            Files.writeString(folder.resolve("file"), "text");
            Patience.until(
                    "the watch tells that it waits no longer", () -> watch.failure() instanceof TimeoutException);
            assertThat(interrupted.await(Patience.LIMIT.toMinutes(), TimeUnit.MINUTES))
                    .isTrue();
            Patience.until("the watch goes on", () -> {
                Files.writeString(folder.resolve("file"), "more", StandardOpenOption.APPEND);
                return watch.failure() == null;
            });
        }
    }

    private static void hang(@Nullable CountDownLatch never, CountDownLatch interrupted) {
        try {
            if (never != null) {
                never.await();
            }
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    /** Rules that break parser, compiler or memory are faults like others, and what is mended answers. */
    @ParameterizedTest
    @ValueSource(strings = {"deep", "long", "memory", "pipe"})
    void rulesThatFailHardAreToldAndForgotten(String kind) throws Exception {
        Path file = server.rule("zz.drl");
        if (kind.equals("pipe")) {
            assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                    .isZero();
        } else {
            Files.writeString(file, hard(kind));
        }
        JsonNode degraded = server.healthWhen(health -> fault(health, "file").equals("rules/zz.drl"));
        assertThat(rules(degraded)).isEqualTo(firstRules);
        Files.delete(file);
        server.healthWhen(health -> !isDegraded(health));
        Files.writeString(server.rule("power.drl"), "\n// More.\n", StandardOpenOption.APPEND);
        server.healthWhen(health -> !rules(health).equals(firstRules));
    }

    private static String hard(String kind) {
        String value =
                switch (kind) {
                    case "deep" -> "(".repeat(3000) + "1" + ")".repeat(3000);
                    case "long" -> "1" + " + 1".repeat(20_000);
                    default -> "\"x\".repeat(Integer.MAX_VALUE - 1).length()";
                };
        return """
                // Does it hold?

                rule "zz/hard"
                    @source("flintylemming-2025#notes-4")
                    @en("it is so")
                    @zh("如此")
                    @points(-1)
                when
                    $candidate : Candidate( streams < %s )
                then
                    insertLogical(Finding.concern($candidate));
                end
                """
                .formatted(value);
    }

    @Test
    void whatEditorsLeaveBesideIsNoChange() throws IOException {
        Path folder = Files.createDirectory(home.resolve("watched"));
        FolderState before = FolderState.of(List.of(folder));
        Files.writeString(folder.resolve(".power.drl.swp"), "text");
        Files.writeString(folder.resolve("power.drl~"), "text");
        assertThat(FolderState.of(List.of(folder))).isEqualTo(before);
    }

    private static boolean isDegraded(JsonNode health) {
        return health.path("status").asText().equals("degraded");
    }

    /** A file that is being written may be seen when it is still empty, which is another fault. */
    private static String fault(JsonNode health, String field) {
        return health.path("faults").path(0).path(field).asText();
    }

    private static String rules(JsonNode health) {
        return health.path("ruleBase").path("sha256").asText();
    }

    private static String catalog(JsonNode health) {
        return health.path("catalog").path("sha256").asText();
    }
}
