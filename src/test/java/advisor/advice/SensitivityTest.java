package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.survey.Design;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.facts.unit.Level;
import advisor.report.screen.Screen;
import advisor.report.text.TextReport;
import advisor.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitivityTest {
    private static final String[] FAR_AHEAD = {"model", "deepseek-v3.2", "as-of", "2026-01-10"};

    @Test
    void anyTwoFactorsMeetInEveryPairOfLevelsEquallyOften() {
        List<Map<Factor, Level>> runs = Design.runs();
        assertThat(runs).hasSize(18).doesNotHaveDuplicates();
        for (Factor one : Factor.values()) {
            for (Factor other : Factor.values()) {
                Map<String, Integer> pairs = new HashMap<>();
                runs.forEach(run -> pairs.merge(run.get(one) + " " + run.get(other), 1, Integer::sum));
                assertThat(pairs.values()).as("%s with %s", one, other).containsOnly(one == other ? 6 : 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=deepseek-r1 budget=3000000CNY",
                "model=deepseek-r1 budget=3000000CNY privacy=on-premises streams=64",
                "model=deepseek-r1 budget=300wCNY privacy=on-premises jurisdiction=DE",
                "model=qwen3-8b budget=50000CNY",
                "model=llama-3.1-70b budget=300000CNY",
                "model=deepseek-r1 streams=2 budget=800000CNY privacy=on-premises",
                "model=llama-3.1-70b streams=400 budget=9000000CNY privacy=on-premises",
                "model=deepseek-r1 streams=500 budget=2000000USD warranty=manufacturer",
                "model=deepseek-r1 streams=200 budget=5000000USD jurisdiction=US privacy=any",
                "model=gpt-oss-120b streams=60 budget=900000USD jurisdiction=US privacy=in-country",
                "model=qwen3-32b streams=300 budget=2000000EUR jurisdiction=DE privacy=in-country",
            })
    void optionsThatAreLeftOutWouldNeverHaveComeFirst(String request) {
        Advice advice = Shipped.advise(request.split("[ =]", -1));
        assertThat(analysed(advice))
                .isEqualTo(new SensitivityAnalysis(Shipped.catalog(), Shipped.rules(), any -> option -> true)
                        .analysed(advice)
                        .sensitivity());
    }

    @Test
    void whatDecidesIsNamed() {
        Sensitivity sensitivity =
                analysed(Shipped.advise("model", "deepseek-r1", "budget", "3000000CNY", "privacy", "on-premises"));
        Sensitivity.Lead first = sensitivity.leads().get(0);
        assertThat(first.runs()).isBetween(1, sensitivity.runs() - 1);
        assertThat(sensitivity.decisive()).isNotNull();
        assertThat(sensitivity.leads().stream().mapToInt(Sensitivity.Lead::runs).sum() + sensitivity.withoutAdvice())
                .isEqualTo(sensitivity.runs());
    }

    @Test
    void whereOneIsFarAheadNothingDecides() {
        Sensitivity sensitivity = analysed(Shipped.advise(FAR_AHEAD));
        assertThat(sensitivity.leads()).singleElement().satisfies(lead -> assertThat(sensitivity.share(lead))
                .isEqualTo(1));
        assertThat(sensitivity.decisive()).isNull();
    }

    @Test
    void oneLineSaysSoInBothLanguages() {
        Advice advice = new SensitivityAnalysis(Shipped.catalog(), Shipped.rules()).analysed(Shipped.advise(FAR_AHEAD));
        assertThat(TextReport.of(advice, Screen.file(Language.EN))).contains("stays first in each of 18 runs");
        assertThat(TextReport.of(advice, Screen.file(Language.ZH))).contains("18 次演算中");
    }

    @Test
    void theFoundingDocumentsAndAnAdviceWithoutAnyOptionAreNotAnalysed() {
        Advice founding = Shipped.advise("model", "deepseek-r1", "lens", "founding", "as-of", "2025-02-11");
        Advice nothing = Shipped.advise("model", "deepseek-r1", "budget", "10CNY");
        assertThat(new SensitivityAnalysis(Shipped.catalog(), Shipped.rules()).analysed(founding))
                .isSameAs(founding);
        assertThat(nothing.viable()).isEmpty();
        assertThat(new SensitivityAnalysis(Shipped.catalog(), Shipped.rules()).analysed(nothing))
                .isSameAs(nothing);
    }

    private static Sensitivity analysed(Advice advice) {
        return Objects.requireNonNull(new SensitivityAnalysis(Shipped.catalog(), Shipped.rules())
                .analysed(advice)
                .sensitivity());
    }
}
