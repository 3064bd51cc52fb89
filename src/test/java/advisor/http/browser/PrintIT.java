package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import advisor.Patience;
import advisor.Shipped;
import advisor.advice.Advice;
import advisor.report.file.HtmlReport;
import advisor.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A report as a browser prints it: one page for a board, and the whole for who asks for it. */
class PrintIT {
    private static final Pattern PAGES = Pattern.compile("/Type /Pages\\s+/Count (\\d+)|/Count (\\d+)");

    private static final List<Map<String, String>> REQUESTS = List.of(
            Map.of("model", "deepseek-r1", "budget", "3000000CNY"),
            Map.of("model", "deepseek-r1", "budget", "300万", "jurisdiction", "CN", "privacy", "on-premises"),
            Map.of("model", "qwen3-8b", "budget", "1000CNY", "privacy", "on-premises"),
            Map.of("model", "llama-3.1-70b", "budget", "200kUSD", "jurisdiction", "US"));

    @TempDir
    Path folder;

    static Stream<Arguments> reports() {
        return REQUESTS.stream().flatMap(request -> Stream.of(Language.values()).map(l -> Arguments.of(request, l)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportPrintsAsOnePage(Map<String, String> request, Language language) throws Exception {
        Optional<Chromium> chromium = Chromium.installed();
        assumeTrue(chromium.isPresent());
        Advice advice = Shipped.answer(request);
        Path report = folder.resolve("report.html");
        Files.writeString(report, HtmlReport.of(advice, Shipped.catalog().sources(), language));
        assertThat(pages(chromium.get(), report.toUri().toString())).isEqualTo(1);
        assertThat(pages(chromium.get(), report.toUri() + "#whole")).isGreaterThan(2);
    }

    private int pages(Chromium chromium, String address) throws Exception {
        Path pdf = folder.resolve("report.pdf");
        Process process = new ProcessBuilder(
                        chromium.browser().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-pdf-header-footer",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--print-to-pdf=" + pdf,
                        address)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(Patience.ends(process)).isTrue();
        Matcher pages = PAGES.matcher(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1));
        assertThat(pages.find()).isTrue();
        return Integer.parseInt(pages.group(1) == null ? pages.group(2) : pages.group(1));
    }
}
