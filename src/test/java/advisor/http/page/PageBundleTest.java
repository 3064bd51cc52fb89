package advisor.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.TestServer;
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

    @Test
    void everyModuleOfThePageIsInTheScriptAndNoneIsImportedAnyMore() throws Exception {
        String script = ModuleBundle.of("app.js");
        String editor = ModuleBundle.chunkOf("chunks/code-editor.js");
        assertThat(files(".js")).isNotEmpty().allSatisfy(file -> assertThat(
                        file.startsWith("chunks/") ? editor : script)
                .contains("modules['" + file + "'] ="));
        assertThat(script).doesNotContainPattern("(?m)^\\s*(import|export)\\b").doesNotContain("import.meta");
        assertThat(editor).doesNotContainPattern("(?m)^\\s*(import|export (?!default \\$need))\\b");
    }

    @Test
    void thePageNamesAScriptAndASheetThatMayBeKept() throws Exception {
        String page = TestServer.get(TestServer.shared(), "/").body();
        Matcher named = Pattern.compile("bundle\\.(?:js|css)\\?v=[0-9a-f]{16}").matcher(page);
        List<String> files = named.results().map(found -> found.group()).toList();
        assertThat(files).hasSize(2);
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

    /** Only who opens a rule file needs it, and nobody else waits for it. */
    @Test
    void theEditorIsAScriptOfItsOwnThatIsKeptUntilItChanges() throws Exception {
        assertThat(ModuleBundle.of("app.js"))
                .contains("import('./chunks/code-editor.js')")
                .doesNotContain("EditorView");
        HttpResponse<String> editor = TestServer.get(TestServer.shared(), "/chunks/code-editor.js");
        assertThat(editor.body()).contains("EditorView").doesNotContain("from '@codemirror");
        String etag = editor.headers().firstValue("ETag").orElseThrow();
        assertThat(TestServer.send(TestServer.call(TestServer.shared(), "/chunks/code-editor.js")
                                .header("If-None-Match", etag))
                        .statusCode())
                .isEqualTo(304);
    }

    private static List<String> files(String ending) throws Exception {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .toList();
        }
    }
}
