package advisor.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Alternative;
import advisor.advice.survey.Alternatives;
import advisor.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    @ParameterizedTest
    @EnumSource
    void everyOptionIsARowOfAsManyCellsAsTheHeaderHas(Language language) {
        Advice advice = Shipped.advise("model", "deepseek-r1", "budget", "3000000CNY", "jurisdiction", "CN");
        String csv = CsvReport.of(advice, language);
        assertThat(csv).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
        List<List<String>> rows = rows(csv);
        assertThat(rows).hasSize(1 + advice.verdicts().size());
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
        for (int i = 0; i < advice.verdicts().size(); i++) {
            assertThat(rows.get(i + 1).get(1))
                    .isEqualTo(advice.verdicts().get(i).option().id());
        }
    }

    @Test
    void anotherModelThatCanStandInIsARowOfItsOwn() {
        Advice advice = Shipped.advise("model", "deepseek-v3", "budget", "300w", "jurisdiction", "CN", "streams", "4");
        List<Alternative> others = new Alternatives(new Advisor(Shipped.catalog(), Shipped.rules()), advice).cheaper();
        assertThat(others).isNotEmpty();
        List<List<String>> rows = rows(CsvReport.of(advice.with(others), Language.EN));
        assertThat(rows).hasSize(1 + advice.verdicts().size() + others.size());
        List<String> last = rows.get(rows.size() - 1);
        Alternative dearest = others.get(others.size() - 1);
        assertThat(last.get(rows.get(0).indexOf("model")))
                .isEqualTo(dearest.model().id());
        assertThat(last.get(rows.get(0).indexOf("option")))
                .isEqualTo(dearest.best().option().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void noCellIsAFormula(String text) {
        assertThat(CsvReport.safe(text)).isEqualTo("'" + text);
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(CsvReport.safe("8 × H200 = good")).isEqualTo("8 × H200 = good");
        assertThat(CsvReport.safe("")).isEmpty();
    }

    /** After the grammar of RFC 4180. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString().replace("\r", ""));
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
