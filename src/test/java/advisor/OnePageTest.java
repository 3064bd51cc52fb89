package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.report.text.AnswerPage;
import advisor.text.Language;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, the answer is one page; ten such pages are kept, to be read as whoever would spend the money reads them. */
class OnePageTest {
    private static final int LINES = 60;
    private static final int WIDTH = 100;

    /** Quite different ones: what is asked, of what, for how many, under which constraints. */
    private static final Map<String, String[]> ASKED = new LinkedHashMap<>();

    static {
        ask("service-cn", "deepseek-r1", "budget", "300w", "jurisdiction", "CN");
        ask("purchase-us", "deepseek-r1", "budget", "$400k", "jurisdiction", "US", "streams", "200");
        ask("one-card", "qwen3-32b", "budget", "$20k", "jurisdiction", "US", "streams", "8");
        ask("many-streams", "llama-3.1-70b", "budget", "$5000k", "jurisdiction", "US", "streams", "800");
        ask(
                "batch",
                "deepseek-v3.2",
                "budget",
                "$400k",
                "jurisdiction",
                "US",
                "preset",
                "batch",
                "requests-per-day",
                "200000");
        ask(
                "agents",
                "gpt-oss-120b",
                "budget",
                "$300k",
                "jurisdiction",
                "DE",
                "privacy",
                "in-country",
                "preset",
                "agent",
                "users",
                "500");
        ask("no-budget", "deepseek-r1", "jurisdiction", "DE", "privacy", "on-premises", "streams", "20");
        ask("newer-model", "glm-5-fp8", "budget", "$500k", "jurisdiction", "US", "streams", "64");
        ask("small-budget", "gpt-oss-120b", "budget", "$20k", "jurisdiction", "US", "streams", "4");
        ask(
                "documents",
                "deepseek-r1",
                "budget",
                "300w",
                "jurisdiction",
                "CN",
                "lens",
                "founding",
                "as-of",
                "2025-02-11",
                "sanctions",
                "report");
    }

    private static void ask(String name, String model, String... fields) {
        Map<String, String> request = new TreeMap<>(Map.of("model", model, "as-of", "2026-11-22"));
        request.putAll(Shipped.fields(fields));
        ASKED.put(
                name,
                request.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    /** The files that are kept. */
    static List<String> files() {
        return ASKED.keySet().stream()
                .flatMap(name -> Stream.of(Language.values()).map(language -> file(name, language)))
                .toList();
    }

    private static String file(String name, Language language) {
        return "answer-%s.%s.txt".formatted(name, language == Language.ZH ? "zh" : "en");
    }

    static Stream<String> asked() {
        return ASKED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void thePageIsAsKept(String name) throws IOException {
        Advice advice = Shipped.answer(Shipped.fields(ASKED.get(name)));
        for (Language language : Language.values()) {
            Golden.compare(file(name, language), AnswerPage.of(advice, Screen.file(language)));
        }
    }

    @Property(tries = 60, seed = "20261128")
    void noPageIsLongerOrWiderThanAScreen(@ForAll("requests") Map<String, String> request) {
        Advice advice = Shipped.answer(request);
        for (Language language : Language.values()) {
            List<String> lines =
                    AnswerPage.of(advice, Screen.file(language)).lines().toList();
            assertThat(lines).as("%s %s", language, request).hasSizeLessThanOrEqualTo(LINES);
            assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(WIDTH));
        }
    }

    @Provide
    Arbitrary<Map<String, String>> requests() {
        Arbitrary<Map<String, String>> load = Combinators.combine(
                        Arbitraries.of(Shipped.catalog().models().keySet()),
                        Arbitraries.of("1", "16", "300", "5000"),
                        Arbitraries.of("", "500", "60000"),
                        Arbitraries.of("", "chat", "batch", "agent"),
                        Arbitraries.of("", "8", "60"))
                .as((model, streams, prompt, preset, speed) -> Shipped.fields(
                        "model",
                        model,
                        "streams",
                        streams,
                        "prompt-tokens",
                        prompt,
                        "preset",
                        preset,
                        "min-speed",
                        speed));
        Arbitrary<Map<String, String>> limits = Combinators.combine(
                        Arbitraries.of("", "$20k", "300wCNY", "$5000k"),
                        Arbitraries.of("", "CN", "US", "DE", "RU"),
                        Arbitraries.of("", "in-country", "on-premises"),
                        Arbitraries.of("", "manufacturer"),
                        Arbitraries.of("", "4", "40"),
                        Arbitraries.of("", "state-funded", "multinational"))
                .as((budget, jurisdiction, privacy, warranty, power, buyer) -> Shipped.fields(
                        "budget",
                        budget,
                        "jurisdiction",
                        jurisdiction,
                        "privacy",
                        privacy,
                        "warranty",
                        warranty,
                        "max-power-kw",
                        power,
                        "buyer",
                        buyer));
        Arbitrary<Map<String, String>> view = Combinators.combine(
                        Arbitraries.of("2025-02-11", "2025-09-15", "2026-11-22"),
                        Arbitraries.of("evidence", "evidence", "founding"),
                        Arbitraries.of("comply", "report"))
                .as((day, lens, sanctions) -> Shipped.fields("as-of", day, "lens", lens, "sanctions", sanctions));
        return Combinators.combine(load, limits, view).as(OnePageTest::together);
    }

    private static Map<String, String> together(
            Map<String, String> one, Map<String, String> two, Map<String, String> three) {
        Map<String, String> all = new TreeMap<>(one);
        all.putAll(two);
        all.putAll(three);
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
