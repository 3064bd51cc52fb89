package advisor.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page in few files. */
class PageBundleTest {
    private static final Path FOLDER = Path.of("src/main/resources/web");

    private static final List<Made> SCRIPTS = ModuleBundle.of("app.js", "bundle.js", PageRoutes.SOON, "");

    @Test
    void everyModuleOfThePageIsInOneScriptAndNoneIsImportedAnyMore() throws Exception {
        assertThat(files(".js")).contains("early.js").allSatisfy(file -> assertThat(SCRIPTS)
                .filteredOn(script -> script.text().contains("modules['" + file + "'] ="))
                .hasSize(file.equals("early.js") ? 0 : 1));
        assertThat(SCRIPTS).allSatisfy(script -> assertThat(script.text())
                .doesNotContainPattern("(?m)^\\s*(import|export)\\b(?! default \\(modules)")
                .doesNotContain("import.meta"));
    }

    @Test
    void whatIsImportedLaterComesWithAllThatItNeedsAndNothingTwice() {
        assertThat(SCRIPTS.get(0).name()).isEqualTo("bundle.js");
        assertThat(SCRIPTS.get(0).text())
                .contains("modules['app.js']", "$load('views/rules.js')")
                .doesNotContain("modules['views/rules.js']");
        assertThat(SCRIPTS)
                .filteredOn(script -> script.text().contains("modules['vendor/lit-html/lit-html.js']"))
                .hasSize(1);
        Made rules = SCRIPTS.stream()
                .filter(script -> script.text().contains("modules['views/rules.js']"))
                .findFirst()
                .orElseThrow();
        assertThat(rules.text()).contains("modules['views/rules/list.js']").doesNotContain("modules['state.js']");
        assertThat(SCRIPTS.get(0).text()).contains("'" + rules.address() + "'");
    }

    @Test
    void whatTheFirstScriptSaysIsAmongTheFirstWordsAndNothingIsInBoth() throws Exception {
        List<Made> words = PageWords.files(SCRIPTS.get(0));
        assertThat(words)
                .extracting(Made::name)
                .containsExactly(
                        "words-first.en.json", "words-later.en.json", "words-first.zh.json", "words-later.zh.json");
        JsonNode first = new JsonMapper().readTree(words.get(2).text());
        JsonNode later = new JsonMapper().readTree(words.get(3).text());
        Pattern.compile("\\bsay\\('([^']+)'")
                .matcher(SCRIPTS.get(0).text())
                .results()
                .forEach(found ->
                        assertThat(first.has(found.group(1))).as(found.group(1)).isTrue());
        assertThat(first.path("Stance.rejected").asText()).isEqualTo("不可行");
        assertThat(first.has("money.CNY")).isTrue();
        assertThat(later.has("rules.search")).isTrue();
        first.fieldNames()
                .forEachRemaining(key -> assertThat(later.has(key)).as(key).isFalse());
    }

    @Test
    void aPartOfAnotherEditionIsNotServed() throws Exception {
        Made part = SCRIPTS.get(1);
        assertThat(TestServer.get(TestServer.shared(), "/" + part.address()).statusCode())
                .isEqualTo(200);
        assertThat(TestServer.get(TestServer.shared(), "/" + part.name() + "?v=0123456789abcdef")
                        .statusCode())
                .isEqualTo(404);
        assertThat(TestServer.get(TestServer.shared(), "/" + part.address() + "&again=1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePageNamesAScriptAndASheetThatMayBeKept() throws Exception {
        String page = TestServer.get(TestServer.shared(), "/").body();
        Matcher named = Pattern.compile("\\w+\\.(?:js|css)\\?v=[0-9a-f]{16}").matcher(page);
        List<String> files = named.results().map(found -> found.group()).toList();
        assertThat(files).hasSize(3);
        for (String file : files) {
            HttpResponse<String> answer = TestServer.get(TestServer.shared(), "/" + file);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
            String etag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(TestServer.send(TestServer.call(TestServer.shared(), "/" + file)
                                    .header("If-None-Match", etag))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static List<String> files(String ending) throws Exception {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .toList();
        }
    }
}
