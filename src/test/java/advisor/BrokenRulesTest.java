package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.report.json.Sarif;
import advisor.report.screen.Screen;
import advisor.report.text.CheckText;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Language;
import advisor.text.Layers;
import advisor.workshop.CheckReport;
import advisor.workshop.RuleCheck;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule files with one fault each: every message must name the right line and what is wrong there. */
class BrokenRulesTest {
    private static final Path BROKEN = Path.of("src/test/resources/rules/broken");
    private static final Path ATTACKS = Path.of("src/test/resources/rules/attacks");
    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final Map<Path, CheckReport> CHECKED = new HashMap<>();

    @TempDir
    Path folder;

    /** A fault that must be found: in a line (0: in the file as a whole), by words that the message must hold. */
    record Expected(String file, int line, List<String> mentions) {}

    /** An attempt that must be refused, and what must be named in the refusal. */
    record Attack(String file, int line, String names) {}

    static Stream<Expected> broken() throws IOException {
        return read(BROKEN, new TypeReference<List<Expected>>() {}).stream();
    }

    static Stream<Attack> attacks() throws IOException {
        return read(ATTACKS, new TypeReference<List<Attack>>() {}).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void theFaultIsNamedAtItsLine(Expected expected) throws IOException {
        CheckReport report = check(BROKEN, expected.file());
        assertThat(report.notices())
                .as(CheckText.of(report, Screen.file(Language.EN)))
                .anySatisfy(notice -> {
                    assertThat(notice.fault().problem().line()).isEqualTo(expected.line());
                    assertThat(notice.fault().problem().toString()).contains(expected.mentions());
                });
        assertIsReadable(report);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void theAttemptIsRefused(Attack attack) throws IOException {
        CheckReport report = check(ATTACKS, attack.file());
        assertThat(report.rules()).isZero();
        assertThat(report.hasErrors()).isTrue();
        assertThat(report.notices())
                .as(CheckText.of(report, Screen.file(Language.EN)))
                .anySatisfy(
                        notice -> assertThat(notice.fault().problem().message()).contains(attack.names()));
        assertIsReadable(report);
    }

    @Test
    void messagesAreAsKept() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : broken().map(Expected::file).distinct().toList()) {
            all.append(CheckText.of(check(BROKEN, file), Screen.file(Language.EN)))
                    .append('\n');
        }
        Golden.compare("broken-rules.txt", all.toString());
    }

    @Test
    void refusalsAreAsKept() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : attacks().map(Attack::file).distinct().toList()) {
            all.append(CheckText.of(check(ATTACKS, file), Screen.file(Language.EN)))
                    .append('\n');
        }
        Golden.compare("refused-rules.txt", all.toString());
    }

    @Test
    void theFoldersAreLargeEnoughAndHoldNothingUnexpected() throws IOException {
        assertThat(broken().map(Expected::file).distinct()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(attacks().map(Attack::file).distinct()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(files(BROKEN))
                .containsExactlyElementsOf(
                        broken().map(Expected::file).distinct().sorted().toList());
        assertThat(files(ATTACKS))
                .containsExactlyElementsOf(
                        attacks().map(Attack::file).distinct().sorted().toList());
    }

    /** No place without a line that exists, no name that only the compiler knows, no trace of a stack. */
    private static void assertIsReadable(CheckReport report) throws IOException {
        String text = CheckText.of(report, Screen.file(Language.EN)) + CheckText.of(report, Screen.file(Language.ZH));
        assertThat(text)
                .doesNotContain("-1:", "LambdaConsequence", "LambdaPredicate", "LambdaExtractor", "GENERATED", "\tat ")
                .doesNotContain("Exception:", "java.lang.Null", "DrlParser");
        assertThat(new JsonMapper().readTree(Sarif.of(report)).at("/runs/0/results"))
                .hasSize(report.notices().size());
    }

    /** What a file was found to be is asked for alone, and again together with the others. */
    private CheckReport check(Path from, String file) throws IOException {
        CheckReport known = CHECKED.get(from.resolve(file));
        if (known == null) {
            known = checkAlone(from, file);
            CHECKED.put(from.resolve(file), known);
        }
        return known;
    }

    private CheckReport checkAlone(Path from, String file) throws IOException {
        Path alone =
                Files.createDirectories(folder.resolve(file.replace(".drl", "")).resolve("rules"));
        Files.copy(from.resolve(file), alone.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Catalog catalog = Shipped.catalog();
        return new RuleCheck(catalog).check(Layers.ofRules(alone), COMPILER, Cache.NONE);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    private static <T> List<T> read(Path folder, TypeReference<List<T>> type) throws IOException {
        String text = Files.readString(folder.resolve("expected.yaml"), StandardCharsets.UTF_8);
        return new YAMLMapper().readValue(text, type);
    }
}
