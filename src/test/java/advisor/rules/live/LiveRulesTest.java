package advisor.rules.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Patience;
import advisor.facts.Lens;
import advisor.facts.unit.Parameter;
import advisor.rules.RuleBook;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.live.LoadStatus.Stage;
import advisor.rules.text.Check;
import advisor.rules.text.RuleFiles;
import advisor.rules.text.RuleFolder;
import advisor.text.Layers;
import advisor.text.LoadException;
import advisor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 2, 11);
    private static final Set<String> OLD = Set.of("a/old", "b/old");
    private static final Set<String> NEW = Set.of("a/new", "b/new");

    @TempDir
    Path temporary;

    private Path folder;

    private final RuleCompiler compiler = new RuleCompiler();

    @BeforeEach
    void oldRules() throws IOException {
        folder = Files.createDirectory(temporary.resolve("rules"));
        writeAll("old");
    }

    @Test
    void anEditTakesOver() throws IOException {
        LiveRules live = start();
        RuleBook before = live.current();
        writeAll("new");
        LoadStatus status = live.reload();
        assertThat(status).isEqualTo(new LoadStatus(true, Stage.ACTIVE, List.of()));
        assertThat(said(live.current())).isEqualTo(NEW);
        assertThat(said(before)).as("who began with the old book ends with it").isEqualTo(OLD);
    }

    @Test
    void withoutAnEditNothingIsSwapped() {
        LiveRules live = start();
        RuleBook before = live.current();
        LoadStatus status = live.reload();
        assertThat(status.swapped()).isFalse();
        assertThat(status.stage()).isEqualTo(Stage.ACTIVE);
        assertThat(live.current()).isSameAs(before);
    }

    @Test
    void aBadEditKeepsTheOldRulesAndSaysWhere() throws IOException {
        LiveRules live = start();
        String before = live.current().sha256();
        write("a", rule("a/new", "$none : value > "));
        write("b", rule("b/new", "$value : worth"));
        LoadStatus status = live.reload();
        assertThat(status.swapped()).isFalse();
        assertThat(status.stage()).isEqualTo(Stage.COMPILE);
        assertThat(live.current().sha256()).isEqualTo(before);
        assertThat(status.faults())
                .extracting(fault -> fault.problem().place())
                .anyMatch(place -> place.startsWith("rules/a.drl:7"))
                .anyMatch(place -> place.startsWith("rules/b.drl:7"));
        assertThat(said(live.current())).isEqualTo(OLD);
    }

    @Test
    void afterABadEditAGoodOneTakesOver() throws IOException {
        LiveRules live = start();
        write("a", "package");
        assertThat(live.reload().swapped()).isFalse();
        writeAll("new");
        assertThat(live.reload().swapped()).isTrue();
        assertThat(said(live.current())).isEqualTo(NEW);
    }

    @Test
    void whatCannotBeReadKeepsTheOldRules() throws IOException {
        LiveRules live = start();
        Files.write(folder.resolve("a.drl"), new byte[] {'x', (byte) 0xC3, '\n'});
        assertThat(live.reload().stage()).isEqualTo(Stage.READ);
        Files.delete(folder.resolve("a.drl"));
        Files.delete(folder.resolve("b.drl"));
        LoadStatus status = live.reload();
        assertThat(status.stage()).isEqualTo(Stage.READ);
        assertThat(status.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem().message()).contains("holds no rule files"));
        assertThat(said(live.current())).isEqualTo(OLD);
    }

    @Test
    void rulesThatFailOnTrialKeepTheOldOnesAndAreNamed() throws IOException {
        LiveRules live = start();
        write("a", rule("a/new", "$value : value, 1 / (id.length - 11) > 0"));
        LoadStatus status = live.reload();
        assertThat(status.swapped()).isFalse();
        assertThat(status.stage()).isEqualTo(Stage.SMOKE_RUN);
        assertThat(status.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.check()).isEqualTo(Check.RUNS);
            assertThat(fault.problem().toString()).startsWith("rules/a.drl:1: ").contains("/ by zero");
        });
        assertThat(said(live.current())).isEqualTo(OLD);
    }

    @Test
    void aTrialThatThrowsKeepsTheOldRules() throws IOException {
        LiveRules live = LiveRules.start(Layers.ofRules(folder), compiler, book -> {
            if (said(book).contains("a/new")) {
                throw new IllegalArgumentException("not these");
            }
        });
        writeAll("new");
        LoadStatus status = live.reload();
        assertThat(status.stage()).isEqualTo(Stage.SMOKE_RUN);
        assertThat(status.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem().message()).contains("not these"));
        assertThat(said(live.current())).isEqualTo(OLD);
    }

    @Test
    void theFirstStartThrows() throws IOException {
        write("a", rule("a/old", "$value : worth"));
        assertThatThrownBy(this::start).isInstanceOf(LoadException.class).hasMessageContaining("rules/a.drl:7");
        write("a", rule("a/old", "$value : value, 1 / (id.length - 11) > 0"));
        assertThatThrownBy(this::start).isInstanceOf(LoadException.class).hasMessageContaining("rules/a.drl:1");
    }

    @Test
    void onlyTheEditedFileIsCompiledAndNoOldFormIsKept() throws IOException {
        LiveRules live = start();
        for (int edit = 0; edit < 5; edit++) {
            write("a", rule("a/edit-" + edit, "$value : value"));
            assertThat(live.reload().swapped()).isTrue();
        }
        assertThat(compiler.compilations()).isEqualTo(2 + 5);
        assertThat(compiler.kept()).isEqualTo(2);
        write("b", rule("b/edit", "$value : worth"));
        live.reload();
        assertThat(compiler.kept()).isEqualTo(2);
    }

    @Test
    void aDraftDoesNotTakeOverAndIsCompiledOnce() throws IOException {
        LiveRules live = start();
        RuleBook before = live.current();
        RuleFiles draft = RuleFolder.read(folder).with("a.drl", rule("a/new", "$value : value"));
        assertThat(said(live.draft(draft).orThrow())).containsExactlyInAnyOrder("a/new", "b/old");
        live.draft(draft);
        assertThat(live.current()).isSameAs(before);
        assertThat(compiler.compilations()).isEqualTo(3);
        write("a", rule("a/new", "$value : value"));
        assertThat(live.reload().swapped()).isTrue();
        assertThat(compiler.compilations()).as("what was a draft takes over").isEqualTo(3);
    }

    @Test
    void draftsDoNotPileUpNorPushOutWhatAnswers() throws IOException {
        LiveRules live = start();
        RuleFiles files = RuleFolder.read(folder);
        for (int draft = 0; draft < 20; draft++) {
            live.draft(files.with("a.drl", rule("a/draft-" + draft, "$value : value")));
        }
        assertThat(compiler.kept()).isLessThanOrEqualTo(2 + 8);
        int before = compiler.compilations();
        live.reload();
        assertThat(compiler.compilations()).isEqualTo(before);
    }

    @Test
    void aDraftMendsAFileThatCannotBeRead() throws IOException {
        LiveRules live = start();
        Files.write(folder.resolve("a.drl"), new byte[] {'x', (byte) 0xC3, '\n'});
        RuleFiles broken = RuleFolder.read(folder);
        assertThat(live.draft(broken).book()).isNull();
        assertThat(live.draft(broken.with("a.drl", rule("a/new", "$value : value")))
                        .book())
                .isNotNull();
    }

    @Test
    void whoJudgesDuringReloadsSeesWholeBooks() throws Exception {
        LiveRules live = start();
        AtomicBoolean done = new AtomicBoolean();
        Set<Set<String>> seen = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> judges = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                judges.add(threads.submit(judging(live, done, seen)));
            }
            for (int i = 0; i < 20; i++) {
                writeAll(i % 2 == 0 ? "new" : "old");
                assertThat(live.reload().swapped()).isTrue();
                Set<String> current = i % 2 == 0 ? NEW : OLD;
                Patience.until(
                        "one has judged by them, or failed",
                        () -> seen.contains(current) || judges.stream().anyMatch(Future::isDone));
            }
            done.set(true);
            for (Future<Integer> judge : judges) {
                assertThat(Patience.of(judge)).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(seen).containsExactlyInAnyOrder(OLD, NEW);
    }

    private static Callable<Integer> judging(LiveRules live, AtomicBoolean done, Set<Set<String>> seen) {
        return () -> {
            int judgements = 0;
            while (!done.get()) {
                seen.add(said(live.current()));
                judgements++;
            }
            return judgements;
        };
    }

    private LiveRules start() {
        return LiveRules.start(Layers.ofRules(folder), compiler, LiveRulesTest::said);
    }

    private static Set<String> said(RuleBook book) {
        Parameter fact = new Parameter("power/limit", 7, "kW", new Text("limit", "上限"), DAY, "source-of-figure");
        return book.judge(List.of(fact), Lens.EVIDENCE, DAY).orThrow().firings().stream()
                .map(firing -> firing.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void writeAll(String slug) throws IOException {
        write("a", rule("a/" + slug, "$value : value"));
        write("b", rule("b/" + slug, "$value : value"));
    }

    private void write(String topic, String text) throws IOException {
        Files.writeString(folder.resolve(topic + ".drl"), text);
    }

    private static String rule(String id, String constraints) {
        return """
                rule "%s"
                    @source("nobody-2025")
                    @en("so it is")
                    @zh("如此")
                when

                    Parameter( %s )
                then
                    insertLogical(Finding.remark());
                end
                """
                .formatted(id, constraints);
    }
}
