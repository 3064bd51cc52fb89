package advisor.rules.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.cache.Cache;
import advisor.cache.CacheKey;
import advisor.facts.Finding;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import advisor.rules.text.RuleFolder;
import advisor.text.Layers;
import advisor.text.LoadException;
import advisor.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules from the cache are those of the files, or the files are compiled anew. */
class RuleStoreTest {
    private static final String FILE = "power.drl";

    @TempDir
    Path temporary;

    private Path folder;
    private Cache cache;

    @BeforeEach
    void copyTwoFiles() throws IOException {
        folder = Files.createDirectory(temporary.resolve("rules"));
        cache = Cache.in(temporary.resolve("cache"));
        Files.copy(Shipped.RULES.resolve(FILE), folder.resolve(FILE));
        Files.copy(Shipped.RULES.resolve("privacy.drl"), folder.resolve("privacy.drl"));
    }

    @Test
    void anUnchangedFileIsNeitherParsedNorCompiled() {
        RuleBook first = load(2);
        RuleBook second = load(0);
        assertThat(second.rules()).isEqualTo(first.rules()).isNotEmpty();
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(conditions(second)).isEqualTo(conditions(first));
    }

    @Test
    void anEditCompilesOneFile() throws IOException {
        load(2);
        edit("@points(", "@points( ");
        load(1);
        load(0);
    }

    @Test
    void whatIsWrongWithAFileThatMayRunIsKeptWithIt() throws IOException {
        edit("Candidate( option.elsewhere", "Candidate( option.devices > 7, option.elsewhere");
        List<Fault> before = RuleLoader.tryLoad(Layers.ofRules(folder), new RuleCompiler(cache))
                .faults();
        assertThat(before).extracting(Fault::check).containsExactly(Check.LITERAL);
        RuleCompiler compiler = new RuleCompiler(cache);
        assertThat(RuleLoader.tryLoad(Layers.ofRules(folder), compiler).faults())
                .isEqualTo(before);
        assertThat(compiler.compilations()).isZero();
    }

    @Test
    void aFileThatMayNotRunIsNotKept() throws IOException {
        edit("when", "when\n Candidate( nonsense > 0 )");
        for (int i = 0; i < 2; i++) {
            RuleCompiler compiler = new RuleCompiler(cache);
            assertThatThrownBy(() -> RuleLoader.load(folder, compiler))
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("nonsense");
        }
        assertThat(cache.read(RuleStore.key(file().sha256()))).isNull();
    }

    @Test
    void placesAreThoseOfTheFolderThatIsLoaded() throws IOException {
        load(2);
        Path other = Files.createDirectory(temporary.resolve("my-rules"));
        Files.copy(folder.resolve(FILE), other.resolve(FILE));
        RuleCompiler compiler = new RuleCompiler(cache);
        assertThat(RuleLoader.load(other, compiler).rules())
                .allSatisfy(rule -> assertThat(rule.place()).contains("/my-rules/power.drl:"));
        assertThat(compiler.compilations()).isZero();
    }

    @Test
    void anEntryThatMakesNoSenseIsMadeAnew() {
        load(2);
        for (String nonsense : List.of("", "nonsense", "\0\0\0\1\0\0\0\1x")) {
            cache.write(RuleStore.key(file().sha256()), nonsense.getBytes(StandardCharsets.UTF_8));
            load(1);
            load(0);
        }
    }

    @Test
    void anEntryThatReachesTheHostIsMadeAnew() throws IOException {
        load(2);
        String type = Files.class.getName();
        CompiledRules doctored = new CompiledRules(Map.of("rules.power.Doctored", bytes(CacheKey.class)), List.of());
        assertThat(doctored.forbidden()).isNotEmpty().doesNotContain(type);
        cache.write(
                RuleStore.key(file().sha256()),
                PreparedRulesCodec.encode(new PreparedRules(List.of(), List.of(), doctored)));
        load(1);
    }

    @Test
    void anEntryThatStatesAnotherKindThanItSaysIsMadeAnew() throws IOException {
        load(2);
        PreparedRules prepared = PreparedRulesCodec.decode(
                Objects.requireNonNull(cache.read(RuleStore.key(file().sha256())))
                        .content(),
                file());
        List<RuleDefinition> others =
                prepared.rules().stream().map(RuleStoreTest::ofAnotherKind).toList();
        cache.write(
                RuleStore.key(file().sha256()),
                PreparedRulesCodec.encode(new PreparedRules(others, prepared.faults(), prepared.compiled())));
        load(1);
        assertThat(load(0).rules()).isNotEmpty().doesNotContainAnyElementsOf(others);
    }

    private static RuleDefinition ofAnotherKind(RuleDefinition rule) {
        Finding.Kind other = rule.kind() == Finding.Kind.BLOCKER ? Finding.Kind.NOTE : Finding.Kind.BLOCKER;
        return new RuleDefinition(
                rule.id(),
                rule.folder(),
                rule.file(),
                rule.line(),
                rule.endLine(),
                other,
                rule.points(),
                rule.atMost(),
                rule.sources(),
                rule.text(),
                rule.lens(),
                rule.corrects(),
                rule.since(),
                rule.exceptions());
    }

    @Test
    void anEntryWhoseClassesDoNotLoadIsMadeAnew() {
        load(2);
        CompiledRules empty = new CompiledRules(Map.of(), List.of("rules.power.Missing"));
        cache.write(
                RuleStore.key(file().sha256()),
                PreparedRulesCodec.encode(new PreparedRules(List.of(), List.of(), empty)));
        load(1);
    }

    @Test
    void theShippedRulesSurviveTheWayToBytesAndBack() throws IOException {
        RuleFile file = file();
        RuleDefinition written = load(2).rules().get(0);
        Fault fault = new Fault(
                Check.LITERAL, written.id(), "excerpt", new advisor.text.Problem(file.path(), 3, 4, "message", "hint"));
        RuleDefinition every = new RuleDefinition(
                "power/every",
                file.folder(),
                file.name(),
                7,
                9,
                written.kind(),
                -3,
                advisor.facts.Ceiling.DISCOURAGED,
                List.of("one#1", "two"),
                new Text("en", "中文"),
                advisor.facts.Lens.EVIDENCE,
                "power/other",
                java.time.LocalDate.of(2025, 2, 11),
                List.of("literal: why"));
        PreparedRules prepared = new PreparedRules(
                List.of(written, every),
                List.of(fault),
                new CompiledRules(Map.of("a.B", new byte[] {1}), List.of("c")));
        PreparedRules back = PreparedRulesCodec.decode(PreparedRulesCodec.encode(prepared), file);
        assertThat(back.rules()).isEqualTo(prepared.rules());
        assertThat(back.faults()).isEqualTo(prepared.faults());
        assertThat(back.compiled().modelClasses()).containsExactly("c");
        assertThat(back.compiled().classes().get("a.B")).containsExactly(1);
    }

    private RuleBook load(int compilations) {
        RuleCompiler compiler = new RuleCompiler(cache);
        RuleBook book = RuleLoader.load(folder, compiler);
        assertThat(compiler.compilations()).isEqualTo(compilations);
        return book;
    }

    private RuleFile file() {
        return RuleFolder.read(folder).files().stream()
                .filter(file -> file.name().equals(FILE))
                .findFirst()
                .orElseThrow();
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(FILE));
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(folder.resolve(FILE), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static List<String> conditions(RuleBook book) {
        return book.logic().stream()
                .flatMap(logic -> logic.conditions().stream())
                .map(Object::toString)
                .toList();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }
}
