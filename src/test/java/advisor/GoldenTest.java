package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.facts.unit.Source;
import advisor.report.file.CsvReport;
import advisor.report.file.HtmlReport;
import advisor.report.file.MarkdownReport;
import advisor.report.json.JsonReport;
import advisor.report.screen.Screen;
import advisor.report.text.TextReport;
import advisor.text.Language;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole outputs against {@code src/test/golden}. {@code -Dgolden.update=true} writes them anew; a build server refuses
 * the switch.
 */
class GoldenTest {
    /** Kept by other tests. */
    private static final List<String> OTHERS =
            List.of("broken-catalog.txt", "broken-rules.txt", "refused-rules.txt", "record-en.txt", "record-zh.txt");

    private static final Map<String, List<String>> REQUESTS = new LinkedHashMap<>();

    static {
        REQUESTS.put(
                "founding-2025-02-11-cn",
                List.of(
                        "model",
                        "deepseek-r1",
                        "lens",
                        "founding",
                        "as-of",
                        "2025-02-11",
                        "jurisdiction",
                        "CN",
                        "sanctions",
                        "report"));
        REQUESTS.put("r1-3m-cny", List.of("model", "deepseek-r1", "budget", "3000000CNY", "as-of", "2026-11-22"));
        REQUESTS.put(
                "r1-on-premises-cn",
                List.of(
                        "model",
                        "deepseek-r1",
                        "budget",
                        "300w",
                        "as-of",
                        "2026-11-22",
                        "jurisdiction",
                        "CN",
                        "privacy",
                        "on-premises"));
        REQUESTS.put("qwen3-8b-50k-cny", List.of("model", "qwen3-8b", "budget", "5万", "as-of", "2026-11-22"));
    }

    private static final Map<String, Function<Advice, String>> FORMATS = Map.of(
            "en.txt", advice -> TextReport.of(advice, Screen.file(Language.EN)),
            "zh.txt", advice -> TextReport.of(advice, Screen.file(Language.ZH)));

    /** Of the small catalog: whole, and yet short enough to be read. */
    private static final String JSON = "json";

    private static final int MOST_LINES_OF_JSON = 2_000;

    /** Of the request with the fewest options that work. */
    private static final String REPORTED = "qwen3-8b-50k-cny";

    private static final Map<String, Function<Advice, String>> REPORTS = Map.of(
            "en.html", advice -> withoutHashes(HtmlReport.of(advice, sources(), Language.EN)),
            "zh.html", advice -> withoutHashes(HtmlReport.of(advice, sources(), Language.ZH)),
            "en.md", advice -> withoutHashes(MarkdownReport.of(advice, sources(), Language.EN)),
            "zh.md", advice -> withoutHashes(MarkdownReport.of(advice, sources(), Language.ZH)),
            "en.csv", advice -> CsvReport.of(advice, Language.EN).replace("\r\n", "\n"),
            "zh.csv", advice -> CsvReport.of(advice, Language.ZH).replace("\r\n", "\n"));

    static Stream<String> goldenFiles() {
        return Stream.concat(reports(), Stream.concat(advices(), answers()));
    }

    private static Stream<String> answers() {
        return REQUESTS.keySet().stream().map(request -> request + "." + JSON);
    }

    private static Stream<String> reports() {
        return REPORTS.keySet().stream().sorted().map(format -> REPORTED + "." + format);
    }

    private static Stream<String> advices() {
        return REQUESTS.keySet().stream()
                .flatMap(request -> FORMATS.keySet().stream().sorted().map(format -> request + "." + format));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void outputIsAsKept(String name) throws IOException {
        String request = REQUESTS.keySet().stream()
                .filter(key -> name.startsWith(key + "."))
                .findFirst()
                .orElseThrow();
        String format = name.substring(request.length() + 1);
        Golden.compare(name, format.equals(JSON) ? json(fields(request)) : text(format, fields(request)));
    }

    private static String text(String format, Map<String, String> fields) {
        return FORMATS.getOrDefault(format, REPORTS.get(format)).apply(Shipped.answer(fields));
    }

    /** Lines of rules move with every edit above them. */
    private static String json(Map<String, String> fields) throws IOException {
        String answer = AdviceJson.checked(JsonReport.of(SmallCatalog.advise(fields)));
        return ReviewedJson.of(
                new JsonMapper().readTree(withoutHashes(answer).replaceAll("(\"at\" : \"[^\"]+):[0-9]+\"", "$1\"")));
    }

    private static Map<String, String> fields(String request) {
        return Shipped.fields(REQUESTS.get(request).toArray(String[]::new));
    }

    @Test
    void noKeptJsonIsTooLongToBeRead() throws IOException {
        try (Stream<Path> files = Files.list(Golden.FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith("." + JSON)))
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES_OF_JSON));
        }
    }

    @Test
    void noGoldenFileIsOrphaned() throws IOException {
        try (Stream<Path> files = Files.list(Golden.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(
                                    goldenFiles(),
                                    OTHERS.stream(),
                                    OnePageTest.files().stream(),
                                    Cases.files().stream())
                            .flatMap(names -> names)
                            .toList());
        }
    }

    @Test
    void aBuildServerNeverUpdates() {
        if (System.getenv("CI") != null) {
            assertThat(Golden.UPDATE).isFalse();
        }
    }

    private static Map<String, Source> sources() {
        return Shipped.catalog().sources();
    }

    /** Hashes change with every edit of a rule or a figure; what the advice says is to be compared. */
    private static String withoutHashes(String text) {
        return text.replaceAll("\"sha256\" : \"[0-9a-f]{64}\"", "\"sha256\" : \"…\"")
                .replaceAll("\"decisionId\" : \"d-[0-9a-f]{16}\"", "\"decisionId\" : \"…\"")
                .replaceAll("\\b[0-9a-f]{64}\\b|\\bd-[0-9a-f]{16}\\b", "…");
    }
}
