package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** {@code explain} and {@code compare} as files for a browser. */
class HtmlDocumentsTest {
    private static final String[] REQUEST = {
        "--model", "deepseek-r1", "--budget", "3000000CNY", "--as-of", "2026-11-28", "--output", "html"
    };

    private static Document html(String... command) throws Exception {
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of(command), Stream.of(REQUEST)).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("<script", "<link", "src=");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(run.out().replaceFirst("<!DOCTYPE html>", ""))));
    }

    private static Stream<String> texts(Document html, String tag) {
        NodeList found = html.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent());
    }

    @Test
    void anExplanationHasItsLedgerItsCostsAndItsSources() throws Exception {
        Document html = html("explain", "dgx-h200", "--lang", "en");
        assertThat(texts(html, "h1")).singleElement().asString().startsWith("DGX H200 · not recommended");
        assertThat(texts(html, "td")).contains("money/far-dearer", "−60", "58", "hardware");
        assertThat(texts(html, "h2")).contains("MEMORY", "COST", "What would change it", "Sources");
        assertThat(texts(html, "li")).anyMatch(source -> source.contains("reuters-2025-repair"));
        assertThat(texts(html, "p")).anyMatch(said -> said.matches("(?s).*Decision: d-[0-9a-f]{16}.*SHA-256.*"));
    }

    @Test
    void aComparisonHasAColumnForEachOption() throws Exception {
        Document html = html("compare", "dgx-h200", "deepinfra", "--lang", "zh");
        assertThat(texts(html, "th")).contains("DGX H200 整机", "DeepInfra API");
        assertThat(texts(html, "td")).contains("money/far-dearer", "−60");
        assertThat(texts(html, "h2")).contains("数值", "各主题得分");
    }

    @Test
    void whatIsNoDocumentRefusesHtml() {
        CommandRun run = CommandRun.of("size", "qwen3-8b", "--output", "html", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("html is for advise, explain and compare");
    }
}
