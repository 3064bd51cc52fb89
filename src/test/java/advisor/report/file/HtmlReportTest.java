package advisor.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.facts.unit.Source;
import advisor.text.Language;
import advisor.text.Text;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The report that is kept: one file that runs nothing, and that everybody can read. */
class HtmlReportTest {
    private static final String HOSTILE = "</title><script>alert('1')</script>\"onload=\"x|*_`&";
    private static final List<Advice> ADVICES = List.of(
            Shipped.advise("model", "qwen3-8b", "budget", "5万"),
            Shipped.advise("model", "deepseek-r1", "budget", "3000000CNY"),
            Shipped.advise("model", "deepseek-r1", "budget", "1CNY", "privacy", "on-premises", "horizon", "1200"));

    @ParameterizedTest
    @EnumSource
    void itLoadsNothingAndRunsNothing(Language language) throws Exception {
        for (Advice advice : ADVICES) {
            Document report = report(advice, language);
            assertThat(elements(report, "*")).noneMatch(element -> List.of("script", "link", "img", "iframe", "object")
                    .contains(element.getTagName()));
            assertThat(elements(report, "*")).allSatisfy(element -> {
                assertThat(element.hasAttribute("src")).isFalse();
                assertThat(element.hasAttribute("style")).isFalse();
            });
            assertThat(elements(report, "meta")).anyMatch(meta -> meta.getAttribute("content")
                    .startsWith("default-src 'none'; style-src 'sha256-"));
        }
    }

    @Test
    void itsPolicyLetsItsOwnStyleThrough() throws Exception {
        Document report = report(ADVICES.get(0), Language.EN);
        byte[] style = elements(report, "style").get(0).getTextContent().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
        assertThat(elements(report, "meta"))
                .anyMatch(meta -> meta.getAttribute("content").contains("'sha256-" + hash + "'"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureIsToldAndEveryTableHasItsHeaders(Language language) throws Exception {
        for (Advice advice : ADVICES) {
            Document report = report(advice, language);
            assertThat(report.getDocumentElement().getAttribute("lang"))
                    .isEqualTo(language == Language.EN ? "en" : "zh");
            assertThat(elements(report, "svg")).allSatisfy(picture -> {
                assertThat(picture.getAttribute("role")).isEqualTo("img");
                assertThat(elements(picture, "title").get(0).getTextContent()).isNotBlank();
                assertThat(elements((Element) picture.getParentNode(), "figcaption"))
                        .hasSize(1);
            });
            assertThat(elements(report, "th")).allSatisfy(header -> assertThat(header.getAttribute("scope"))
                    .isIn("row", "col"));
            assertThat(elements(report, "table"))
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(elements(table, "caption")).hasSize(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyReferenceLeadsToOnePlace(Language language) throws Exception {
        for (Advice advice : ADVICES) {
            Document report = report(advice, language);
            Map<String, Integer> places = new HashMap<>();
            elements(report, "*").stream()
                    .filter(element -> element.hasAttribute("id"))
                    .forEach(element -> places.merge(element.getAttribute("id"), 1, Integer::sum));
            assertThat(places.values()).containsOnly(1);
            assertThat(elements(report, "a"))
                    .isNotEmpty()
                    .extracting(link -> link.getAttribute("href"))
                    .allMatch(href ->
                            href.startsWith("#") ? places.containsKey(href.substring(1)) : href.startsWith("http"));
        }
    }

    @Test
    void everyOptionIsInIt() throws Exception {
        for (Advice advice : ADVICES) {
            String text = report(advice, Language.EN).getDocumentElement().getTextContent();
            assertThat(advice.verdicts()).allSatisfy(verdict -> assertThat(text)
                    .contains(verdict.option().id()));
            assertThat(text).contains(advice.decisionId(), advice.rulesSha256(), advice.catalogSha256());
        }
    }

    @Test
    void whatASourceIsCalledIsNeverMarkup() throws Exception {
        Map<String, Source> sources = new TreeMap<>(Shipped.catalog().sources());
        sources.replaceAll((id, source) -> new Source(
                id,
                new Text(HOSTILE, HOSTILE),
                source.author(),
                source.published(),
                source.retrieved(),
                source.grade(),
                "javascript:alert(1)",
                "javascript:alert(1)",
                source.grey(),
                Map.of()));
        String html = HtmlReport.of(ADVICES.get(0), sources, Language.EN);
        Document report = parsed(html);
        assertThat(elements(report, "script")).isEmpty();
        assertThat(report.getDocumentElement().getTextContent()).contains(HOSTILE);
        assertThat(elements(report, "a"))
                .noneMatch(link -> link.getAttribute("href").startsWith("javascript"));
        assertThat(MarkdownReport.of(ADVICES.get(0), sources, Language.EN))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Test
    void linesOfAChartStayWithinIt() throws Exception {
        List<Element> lines = elements(report(ADVICES.get(1), Language.EN), "polyline");
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(
                        line.getAttribute("points").split(" "))
                .hasSize(37)
                .allSatisfy(point -> {
                    String[] xy = point.split(",", -1);
                    assertThat(Double.parseDouble(xy[0])).isBetween(40.0, 600.0);
                    assertThat(Double.parseDouble(xy[1])).isBetween(20.0, 230.0);
                }));
    }

    private static Document report(Advice advice, Language language) throws Exception {
        return parsed(HtmlReport.of(advice, Shipped.catalog().sources(), language));
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return new ArrayList<>(IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList());
    }
}
