package advisor.advice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.AdviceJson;
import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Alternative;
import advisor.advice.Guessing;
import advisor.advice.Slower;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.report.json.JsonReport;
import advisor.report.words.AlternativeText;
import advisor.report.words.Answer;
import advisor.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {
    private static final String HOSTED =
            "model=deepseek-r1 budget=$400k jurisdiction=US privacy=any streams=20 as-of=2026-07-01";

    @Test
    void aSuccessorThatDoesForLessIsNamedWithWhatItSaves() {
        Advice advice = advice(HOSTED);
        Alternative first = alternatives(advice).get(0);
        assertThat(first.model().id()).isEqualTo("deepseek-v4-flash");
        assertThat(first.substitute().because().en()).contains("R1").contains("2026-04-24");
        assertThat(advice.recommended().orElseThrow().best().candidate().cost().likelyTotal())
                .isEqualByComparingTo(
                        first.best().best().candidate().cost().likelyTotal().plus(first.saving()));
        assertThat(first.saving().amount()).isPositive();
    }

    @Test
    void aModelThatTheSameBansReachIsNoRemedy() {
        String publicBody = "model=deepseek-r1 jurisdiction=US privacy=any streams=64 as-of=2026-11-28 buyer=";
        assertThat(models(publicBody + "private")).contains("deepseek-v4-flash");
        assertThat(models(publicBody + "state-funded")).noneMatch(model -> model.startsWith("deepseek"));
    }

    @Test
    void aSuccessorThatCostsMoreIsNoAlternative() {
        assertThat(alternatives(advice(HOSTED)))
                .extracting(alternative -> alternative.model().id())
                .doesNotContain("deepseek-v3.2");
    }

    @Test
    void whereNothingCanBeRecommendedAnotherModelThatCanBeIsNamed() {
        Advice advice = advice("model=deepseek-v3 budget=300w jurisdiction=CN streams=64 as-of=2026-02-07");
        assertThat(advice.recommended()).isEmpty();
        assertThat(alternatives(advice)).singleElement().satisfies(alternative -> assertThat(alternative.saving())
                .isNull());
    }

    @Test
    void aSmallerModelIsOneForAMachineToo() {
        Advice advice = advice("model=deepseek-r1 budget=$150k jurisdiction=US privacy=on-premises streams=4");
        assertThat(alternatives(advice))
                .extracting(alternative -> alternative.model().id())
                .contains("qwen3-235b-a22b-fp8");
    }

    @Test
    void nobodyKnowsOfASuccessorBeforeItWasSaidToBeOne() {
        String asOf = "model=deepseek-r1 budget=300w as-of=";
        assertThat(models(asOf + "2026-04-23")).doesNotContain("deepseek-v4-flash");
        assertThat(models(asOf + "2026-04-26")).contains("deepseek-v4-flash");
    }

    @Test
    void theFoundingDocumentsKnowNoOtherModel() {
        assertThat(models("model=deepseek-r1 lens=founding jurisdiction=CN")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HOSTED,
                "model=deepseek-r1 budget=$150k jurisdiction=US privacy=on-premises streams=4",
                "model=deepseek-v3 budget=300w jurisdiction=CN streams=4",
                "model=deepseek-v3.2 budget=$50k jurisdiction=US streams=4",
            })
    void optionsThatAreLeftOutWouldHaveSavedNothing(String request) {
        Advice advice = advice(request);
        assertThat(alternatives(advice))
                .isNotEmpty()
                .usingRecursiveComparison()
                .comparingOnlyFields("model", "saving", "substitute")
                .isEqualTo(new Alternatives(advisor(), advice).cheaper(option -> true));
    }

    @Test
    void theAnswerNamesItInBothLanguages() {
        Advice advice = advice(HOSTED);
        Advice whole = advice.with(alternatives(advice));
        assertThat(new Answer(whole, Language.EN).parts().get(Answer.Part.OTHER_MODEL))
                .first()
                .asString()
                .contains("DeepSeek-V4-Flash, its successor", "DeepSeek official API", "less");
        assertThat(new Answer(whole, Language.ZH).parts().get(Answer.Part.OTHER_MODEL))
                .first()
                .asString()
                .contains("后继模型 DeepSeek-V4-Flash", "省");
        assertThat(new Answer(advice, Language.EN).parts().get(Answer.Part.OTHER_MODEL))
                .isEmpty();
    }

    @Test
    void aPriceThatNobodyAsksIsCalledInferred() {
        Advice advice = advice("model=deepseek-r1 budget=245w jurisdiction=CN privacy=on-premises as-of=2026-11-28");
        Advice whole = advice.with(alternatives(advice));
        assertThat(new Answer(whole, Language.EN).parts().get(Answer.Part.OTHER_MODEL))
                .filteredOn(sentence -> sentence.contains("Ascend 910B"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).contains("inferred: nobody asks this price"));
        assertThat(new Answer(whole, Language.ZH).parts().get(Answer.Part.OTHER_MODEL))
                .anySatisfy(sentence -> assertThat(sentence).contains("推断价，无人按此报价"));
    }

    @Test
    void theJsonHasAllOfIt() {
        Advice advice = advice(HOSTED);
        assertThat(AdviceJson.checked(JsonReport.of(advice.with(alternatives(advice)))))
                .contains("\"model\" : \"deepseek-v4-flash\"", "\"kind\" : \"successor\"", "\"saving\" : ");
        assertThat(AdviceJson.checked(JsonReport.of(advice))).contains("\"alternatives\" : null");
    }

    private static final String MANY =
            "model=llama-3.1-70b users=700 active-share=0.1 preset=chat jurisdiction=US privacy=on-premises"
                    + " budget=500kUSD as-of=2026-11-28";

    @Test
    void whereTheSpeedSetsHowManyUnitsItTakesHalfOfItIsReckonedToo() {
        Advice advice = advice(MANY);
        Slower slower = new Alternatives(advisor(), advice).slower();
        assertThat(advice.recommended().orElseThrow().best().candidate().plan().units())
                .isGreaterThan(slower.best().best().candidate().plan().units());
        assertThat(slower.saving().plus(slower.best().best().candidate().cost().likelyTotal()))
                .isEqualByComparingTo(advice.recommended()
                        .orElseThrow()
                        .best()
                        .candidate()
                        .cost()
                        .likelyTotal());
        assertThat(slower.best().best().candidate().performance().likelyTokensPerSecondPerUser())
                .isBetween(slower.tokensPerSecond(), slower.wished());
        assertThat(new Answer(advice.withSlower(slower), Language.EN).parts().get(Answer.Part.OTHER_MODEL))
                .first()
                .asString()
                .contains("If 10 tokens/s for each do instead of the 20", "--min-speed 10", "less");
        assertThat(AdviceJson.checked(JsonReport.of(advice.withSlower(slower)))).contains("\"tokensPerSecond\" : 10.0");
    }

    @Test
    void whoNeedsSpeedIsToldWhatGuessingAheadWouldDo() {
        Advice advice = advice("model=deepseek-r1 streams=32 jurisdiction=US privacy=on-premises min-speed=100"
                + " budget=$1M as-of=2026-11-28");
        assertThat(advice.recommended()).isEmpty();
        Guessing guessing = new Alternatives(advisor(), advice).guessing();
        assertThat(guessing.best().best().candidate().performance().likelyTokensPerSecondPerUser())
                .isGreaterThanOrEqualTo(100);
        Advice whole = advice.withGuessing(guessing);
        assertThat(new Answer(whole, Language.EN).parts().get(Answer.Part.OTHER_MODEL))
                .first()
                .asString()
                .contains("--speculative-tokens 2", "where nothing can be recommended otherwise");
        assertThat(AdviceJson.checked(JsonReport.of(whole))).contains("\"tokens\" : 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=deepseek-r1 streams=32 jurisdiction=US privacy=on-premises min-speed=100 budget=$1M speculative-tokens=1",
                "model=llama-3.1-70b streams=32 jurisdiction=US privacy=on-premises min-speed=60 budget=$1M",
                "model=deepseek-r1 streams=32 jurisdiction=US privacy=on-premises budget=$1M",
            })
    void whoSaidSoOrAskedForNoSpeedIsNotNorWhereTheModelHasNoModule(String request) {
        assertThat(new Alternatives(advisor(), advice(request)).guessing()).isNull();
    }

    @Test
    void whereNothingIsFastEnoughForTheMoneyWhatDoesAtHalfTheSpeedIsNamed() {
        Slower slower = new Alternatives(
                        advisor(),
                        advice("model=qwen3-235b-a22b-fp8 streams=200 jurisdiction=US privacy=on-premises"
                                + " budget=$1M max-power-kw=8 as-of=2026-11-28"))
                .slower();
        assertThat(slower.saving()).isNull();
        assertThat(new AlternativeText(Language.ZH, LocalDate.of(2026, 11, 28)).of(slower))
                .contains("--min-speed 10", "否则没有可推荐的方案");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MANY + " min-speed=20",
                "model=llama-3.1-70b requests-per-day=100000 preset=batch jurisdiction=CH budget=500kCHF as-of=2026-11-28",
                MANY + " lens=founding",
                "model=llama-3.1-8b streams=4 jurisdiction=US budget=$20k as-of=2026-11-28",
            })
    void whoSaysHowFastOrWaitsForNothingOrNeedsOneUnitIsToldOfNoOtherSpeed(String request) {
        assertThat(new Alternatives(advisor(), advice(request)).slower()).isNull();
    }

    @Test
    void aSubstituteThatIsNoModelOfTheCatalogIsTold() {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent(
                "models/deepseek-v3.yaml", (name, text) -> text.replace("deepseek-v4-flash", "deepseek-v4-flsh"));
        assertThatThrownBy(() -> CatalogLoader.load(new CatalogTexts(files)))
                .hasMessageContaining("The substitute (deepseek-v4-flsh) must be a model of the catalog.")
                .hasMessageContaining("deepseek-v4-flash");
    }

    private static List<String> models(String request) {
        return alternatives(advice(request)).stream()
                .map(alternative -> alternative.model().id())
                .toList();
    }

    private static List<Alternative> alternatives(Advice advice) {
        return new Alternatives(advisor(), advice).cheaper();
    }

    private static Advisor advisor() {
        return new Advisor(Shipped.catalog(), Shipped.rules());
    }

    private static Advice advice(String request) {
        return Shipped.advise(request.split("[ =]", -1));
    }
}
