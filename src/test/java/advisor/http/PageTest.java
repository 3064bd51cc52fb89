package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.report.json.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every file of the page keeps to: words in both languages, and nothing that its content policy forbids. */
class PageTest {
    private static final Map<String, String> SCRIPTS = PageFiles.endingWith(".js");
    private static final Pattern SAID = Pattern.compile("\\bsay\\('([^']+)'");
    private static final Pattern QUOTED = Pattern.compile("'([\\w.-]+)'");
    private static final Pattern COMPOSED = Pattern.compile("`((?:[\\w.-]+|\\$\\{[^`{}]*})+)`");
    private static final Pattern NAMING = Pattern.compile("(?:aria-label|title|placeholder|alt)=\"[^\"§]*\\p{L}");

    @Test
    void everyKeyHasWordsInBothLanguagesWithTheSameBlanks() throws Exception {
        ObjectNode words = words();
        assertThat(words).hasSizeGreaterThan(150);
        words.properties().forEach(entry -> {
            String en = entry.getValue().path("en").asText();
            String zh = entry.getValue().path("zh").asText();
            assertThat(en).as(entry.getKey()).isNotBlank();
            assertThat(zh).as(entry.getKey()).isNotBlank();
            assertThat(blanks(zh)).as(entry.getKey()).isEqualTo(blanks(en));
        });
    }

    @Test
    void whatScriptsSayIsThere() throws Exception {
        Set<String> known = keys(words());
        known.addAll(keys(Vocabulary.json()));
        SCRIPTS.forEach((file, script) -> assertThat(all(SAID, script)).as(file).isSubsetOf(known));
    }

    @Test
    void noKeyOfThePageIsOneOfTheServersToo() throws Exception {
        assertThat(keys(words())).doesNotContainAnyElementsOf(keys(Vocabulary.json()));
    }

    /** A field of the form may be called as a figure is. */
    @Test
    void whatTheServerCallsAThingThePageDoesNotSayAnew() throws Exception {
        Set<JsonNode> served = new HashSet<>();
        Vocabulary.json().forEach(served::add);
        words().properties().stream()
                .filter(entry -> !entry.getKey().startsWith("field."))
                .forEach(entry -> assertThat(served).as(entry.getKey()).doesNotContain(entry.getValue()));
    }

    @Test
    void noWordsAreLeftThatNobodySays() throws Exception {
        List<Predicate<String>> uses = SCRIPTS.values().stream()
                .flatMap(script -> Stream.concat(
                        all(QUOTED, script).stream().map(PageTest::exactly),
                        all(COMPOSED, script).stream().map(PageTest::composed)))
                .toList();
        assertThat(keys(words())).allMatch(key -> uses.stream().anyMatch(use -> use.test(key)));
    }

    @Test
    void theMarksRestOnRulesThatThereAre() throws Exception {
        String rules = "";
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                rules += Files.readString(file);
            }
        }
        Set<String> named = all(
                Pattern.compile("\"([a-z]+/[a-z-]+)\""),
                PageFiles.endingWith(".json").get("views/decide/marks.json"));
        assertThat(named).hasSizeGreaterThan(20);
        for (String rule : named) {
            assertThat(rules).contains("rule \"" + rule + "\"");
        }
    }

    @Test
    void noTemplateHoldsWordsOfItsOwn() {
        SCRIPTS.forEach(
                (file, script) -> assertThat(Templates.in(script)).as(file).allSatisfy(template -> {
                    assertThat(template.replaceAll("<[^>]*>", "").replaceAll("&\\w+;", ""))
                            .doesNotContainPattern("\\p{L}");
                    assertThat(template).doesNotContainPattern(NAMING);
                }));
    }

    @Test
    void nothingNeedsAnInlineScriptOrStyle() {
        SCRIPTS.forEach(
                (file, script) -> assertThat(Templates.in(script)).as(file).allSatisfy(template -> assertThat(template)
                        .doesNotContainPattern("\\sstyle=|<style|<script|\\son\\w+=")));
        PageFiles.endingWith(".html").forEach((file, page) -> assertThat(page)
                .as(file)
                .doesNotContainPattern("\\sstyle=|<style|\\son\\w+=|<script(?![^>]*\\ssrc=)|https?://"));
    }

    @Test
    void templatesAreFoundWhereOneStandsInAnother() {
        assertThat(Templates.in("html`<p>${a ? html`<b>x</b>` : `y`} z</p>`"))
                .containsExactly("<b>x</b>", "<p>§ z</p>");
    }

    private static ObjectNode words() throws Exception {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> file : PageFiles.endingWith(".json").entrySet()) {
            if (file.getKey().startsWith("words/")) {
                words.setAll((ObjectNode) new JsonMapper().readTree(file.getValue()));
            }
        }
        return words;
    }

    private static Set<String> keys(JsonNode words) {
        Set<String> keys = new TreeSet<>();
        words.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> blanks(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> all(Pattern pattern, String script) {
        return pattern.matcher(script).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Predicate<String> exactly(String key) {
        return key::equals;
    }

    /** Keys are composed of a part that stands there and of values. */
    private static Predicate<String> composed(String template) {
        String[] parts = template.split("\\$\\{[^}]*}", -1);
        String pattern = Stream.of(parts).map(Pattern::quote).collect(Collectors.joining("[\\w.-]+"));
        return parts[0].contains(".") ? Pattern.compile(pattern).asMatchPredicate() : key -> false;
    }
}
