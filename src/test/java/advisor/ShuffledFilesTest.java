package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.report.json.JsonReport;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which files, rules and entries happen to stand means nothing. */
class ShuffledFilesTest {
    private static final List<Map<String, String>> REQUESTS = List.of(
            Cases.FOUNDING.fields(), Cases.STATE_FUNDED.fields(), Cases.SMALL_MODEL.fields(), Cases.LOW_LOAD.fields());

    /** Where an entry of a list starts, in files whose entries have no order. */
    private static final Map<String, Pattern> ENTRIES = Map.of(
            "sources.yaml", Pattern.compile("(?m)^(?=- )"),
            "parameters", Pattern.compile("(?m)^(?=  - )"),
            "export", Pattern.compile("(?m)^(?=  - (?:parts|class):)"));

    private static final Pattern RULES = Pattern.compile("(?m)^(?=rule \")");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void shuffledCatalogAndRulesGiveTheSameBytes(long seed) {
        Random random = new Random(seed);
        copy(Path.of("catalog"), random);
        copy(Path.of("rules"), random);
        Catalog catalog = CatalogLoader.load(folder.resolve("catalog"));
        RuleBook rules = RuleLoader.load(folder.resolve("rules"), Shipped.compiler());
        assertThat(catalog.sha256()).isNotEqualTo(Shipped.catalog().sha256());
        assertThat(rules.sha256()).isNotEqualTo(Shipped.rules().sha256());
        for (Map<String, String> fields : REQUESTS) {
            Advice advice = new Advisor(catalog, rules)
                    .assess(Question.of(fields, Shipped.TODAY))
                    .advice();
            assertThat(withoutPlaces(advice)).isEqualTo(withoutPlaces(Shipped.advise(fields)));
        }
    }

    @Test
    void whatIsCutStaysWhole() throws IOException {
        String text = Files.readString(Path.of("rules/memory.drl"));
        List<String> pieces = pieces(text, RULES);
        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(String.join("", pieces)).isEqualTo(text);
    }

    /** Hashes are of texts and places are lines in them: both are another by rights. */
    private static String withoutPlaces(Advice advice) {
        return JsonReport.of(advice)
                .replaceAll("\"sha256\" : \"[0-9a-f]{64}\"", "")
                .replaceAll("\"decisionId\" : \"d-[0-9a-f]{16}\"", "")
                .replaceAll("\"at\" : \"rules/([a-z]+.drl):[0-9]+\"", "\"at\" : \"$1\"");
    }

    /** Files are written in any order too. */
    private void copy(Path from, Random random) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.shuffle(files, random);
        files.forEach(file -> write(folder.resolve(file), shuffled(file, random)));
    }

    private static String shuffled(Path file, Random random) {
        try {
            String text = Files.readString(file);
            Pattern entries = entries(file);
            return entries == null ? text : shuffled(pieces(text, entries), random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Pattern entries(Path file) {
        boolean rules = file.toString().endsWith(".drl");
        String folderOrFile = file.getName(1).toString();
        return rules ? RULES : ENTRIES.get(folderOrFile);
    }

    private static List<String> pieces(String text, Pattern starts) {
        return List.of(starts.split(text));
    }

    /** What stands before the first entry stays there. */
    private static String shuffled(List<String> pieces, Random random) {
        int first = pieces.get(0).startsWith("- ") ? 0 : 1;
        List<String> entries = new ArrayList<>(pieces.subList(first, pieces.size()));
        entries.replaceAll(entry -> entry.endsWith("\n") ? entry : entry + "\n");
        Collections.shuffle(entries, random);
        return String.join("", pieces.subList(0, first)) + String.join("", entries);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
