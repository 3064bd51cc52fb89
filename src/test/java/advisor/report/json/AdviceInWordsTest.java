package advisor.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class AdviceInWordsTest {
    private static final Advice ADVICE =
            Shipped.assess("model", "deepseek-r1", "budget", "3000000CNY").advice();

    @Test
    void theAnswerIsTheOneOfThePage() {
        JsonNode answer = JsonReport.tree(ADVICE).path("answer");
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "do", "costs", "gives", "against", "yours", "nextBest", "otherModel", "turnsIf", "notKnown");
        assertThat(answer.at("/do/0/en").asText()).startsWith("Do not buy: call DeepInfra API (computes in");
        assertThat(answer.at("/do/0/zh").asText()).startsWith("不要购买：直接调用 DeepInfra API");
        assertThat(answer.path("costs"))
                .hasSameSizeAs(new Answer(ADVICE, Language.EN).parts().get(Part.COSTS));
    }

    @Test
    void whatWasAskedAndWhatIsUncertainAreTold() {
        JsonNode words = AdviceInWords.of(ADVICE);
        assertThat(words.at("/question/zh").asText()).contains("预算 ¥300万");
        assertThat(words.get("uncertain")).isNotEmpty().allSatisfy(doubt -> {
            assertThat(doubt.get("en").asText()).isNotBlank();
            assertThat(doubt.get("zh").asText()).isNotBlank();
        });
    }

    @Test
    void whetherTheRankingSurvivesIsTold() throws Exception {
        Advice analysed = new SensitivityAnalysis(Shipped.catalog(), Shipped.rules()).analysed(ADVICE);
        JsonNode sensitivity = new JsonMapper().readTree(SensitivityJson.of(analysed));
        assertThat(sensitivity.at("/text/en").asText()).contains("runs over uncertain prices, speeds and loads");
        assertThat(sensitivity.at("/text/zh").asText()).contains("次演算");
    }

    @Test
    void namesOfIdsAreThoseOfTheReport() {
        JsonNode words = Vocabulary.json();
        assertThat(words.at("/Stance.rejected/zh").asText()).isEqualTo("不可行");
        assertThat(words.at("/Precision.gguf-q4/en").asText()).isEqualTo("GGUF Q4");
        assertThat(words.has("headline.api")).isFalse();
    }
}
