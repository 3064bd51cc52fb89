package advisor.http.page;

import advisor.report.json.Vocabulary;
import advisor.text.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page says, in two files for each language: the words under the keys that its first script names, and all others.
 * Those of the server's answers are among them.
 */
final class PageWords {
    private static final List<String> AREAS =
            List.of("ask", "audit", "compare", "decide", "option", "requests", "rules", "shell");

    private static final Pattern KEY = Pattern.compile("'([\\w.-]+)'");

    /** Of a key that is composed, what stands there before the first value; without a dot it is none. */
    private static final Pattern BEGINNING = Pattern.compile("`([\\w-]+\\.[\\w.-]*)\\$\\{");

    private PageWords() {}

    /** {@code words-first.en.json} and so on: texts by key. */
    static List<Made> files(Made firstScript) {
        Collection<String> keys = found(KEY, firstScript.text());
        Collection<String> beginnings = found(BEGINNING, firstScript.text());
        Predicate<String> first =
                key -> keys.contains(key) || beginnings.stream().anyMatch(key::startsWith);
        ObjectNode all = Vocabulary.json();
        AREAS.forEach(area -> all.setAll(tree(new PageFile("words/" + area + ".json"))));
        return Stream.of(Language.values())
                .flatMap(language ->
                        Stream.of(file("first", language, all, first), file("later", language, all, first.negate())))
                .toList();
    }

    private static Collection<String> found(Pattern pattern, String script) {
        return pattern.matcher(script).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Made file(String part, Language language, ObjectNode all, Predicate<String> wanted) {
        String code = language.name().toLowerCase(Locale.ROOT);
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        all.properties().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .forEach(entry -> words.set(entry.getKey(), entry.getValue().path(code)));
        return Made.of("words-%s.%s.json".formatted(part, code), "application/json", words.toString());
    }

    private static ObjectNode tree(PageFile file) {
        try {
            return new JsonMapper().readValue(file.text(), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words of the page are no JSON (%s).".formatted(file.path()), e);
        }
    }
}
