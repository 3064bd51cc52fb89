package advisor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Sensitivity;
import advisor.advice.hole.HoleSearch;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.catalog.modelfile.ConfigText;
import advisor.facts.unit.Money;
import advisor.report.words.Answer.Part;
import advisor.request.Question;
import advisor.sizing.Fixture;
import advisor.sizing.plan.Sizings;
import advisor.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final Advice SLIGHTLY_OVER =
            advise("budget", "$400k", "jurisdiction", "US", "streams", "200", "assume", "cost/busy-share=1");

    /** A service can be called unseen, but no machine can be judged, and so nobody can be told not to buy one. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aModelThatCannotBeSizedIsSaidToBeSo(Language language) {
        Question question = Question.of(
                Map.of("model", "deepseek-v4-flash", "privacy", "any"), Shipped.TODAY, id -> Fixture.facts(id));
        Advice advice =
                new Advisor(Shipped.catalog(), Shipped.rules()).assess(question).advice();
        Advice analysed = new SensitivityAnalysis(Shipped.catalog(), Shipped.rules()).analysed(advice);
        String headline = new Headline(language).of(analysed).get(0);
        assertThat(headline)
                .startsWith(language == Language.EN ? "The model cannot be sized" : "模型大小无法计算")
                .contains(language == Language.EN ? "Give the " : "请给出")
                .doesNotContain("Do not buy", "不要购买");
        assertThat(analysed.sensitivity()).isNull();
    }

    @Test
    void aModelThatThinksIsNotTakenToAnswerBriefly() {
        assertThat(turns("model", "deepseek-r1", "budget", "$400k")).contains("thinks before each answer");
        assertThat(turns("model", "deepseek-r1", "budget", "$400k", "output-tokens", "1024"))
                .doesNotContain("thinks");
        assertThat(turns("model", "deepseek-r1", "budget", "$400k", "preset", "reasoning"))
                .doesNotContain("thinks");
        assertThat(turns("model", "qwen3-32b", "budget", "$400k")).doesNotContain("thinks");
    }

    private static String turns(String... fields) {
        return String.join(
                "\n", new Answer(Shipped.advise(fields), Language.EN).parts().get(Part.TURNS_IF));
    }

    @Test
    void whatCostsLessInFewerBitsIsToldBesideAFaithfulFormat() {
        Advice advice = Shipped.advise(
                "model",
                "qwen3-32b",
                "budget",
                "$300k",
                "jurisdiction",
                "US",
                "streams",
                "96",
                "privacy",
                "on-premises");
        assertThat(new Answer(advice, Language.EN).parts().get(Part.NEXT_BEST))
                .anySatisfy(line -> assertThat(line).startsWith("In fewer bits (FP4), which may cost answers"));
    }

    @Test
    void whatRunsOnBesideTheBudgetIsToldWhereBothExceedIt() {
        String[] asked = {"model", "deepseek-r1", "jurisdiction", "US", "privacy", "on-premises", "streams", "64"};
        assertThat(costs("$400k", asked)).contains("of running costs come on top of it");
        assertThat(costs("$4M", asked)).doesNotContain("come on top of it");
    }

    private static String costs(String budget, String... fields) {
        String[] all =
                Stream.concat(Stream.of(fields), Stream.of("budget", budget)).toArray(String[]::new);
        return String.join(
                "\n", new Answer(Shipped.advise(all), Language.EN).parts().get(Part.COSTS));
    }

    /** Four bits of a kind that nothing here runs: what is advised wants other files, and the headline says so. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void filesInAFormatThatIsNotReckonedWithAreNamedInTheHeadline(Language language) {
        String config =
                """
                {"model_type": "llama", "hidden_size": 8192, "num_hidden_layers": 80, "num_attention_heads": 64,
                 "num_key_value_heads": 8, "intermediate_size": 28672, "vocab_size": 128256, "torch_dtype": "bfloat16",
                 "max_position_embeddings": 8192,
                 "quantization_config": {"quant_method": "bitsandbytes", "load_in_4bit": true}}""";
        Question question = Question.of(
                Map.of("model", "packed", "budget", "$60k", "jurisdiction", "US", "streams", "4"),
                Shipped.TODAY,
                id -> ConfigText.read(id, "config.json", config));
        Advice advice =
                new Advisor(Shipped.catalog(), Shipped.rules()).assess(question).advice();
        assertThat(new Headline(language).of(advice))
                .anyMatch(sentence -> sentence.startsWith(language == Language.EN ? "Mind the files: " : "注意模型文件：")
                        && sentence.contains("bitsandbytes"));
    }

    /** Two assumptions that turn the answer: neither half the price nor the night alone is taken unsaid. */
    @Test
    void whatABatchIsReckonedWithIsSaidOnThePage() {
        Advice batch = advise("preset", "batch", "jurisdiction", "US", "privacy", "any");
        assertThat(new Answer(batch, Language.EN).parts().get(Answer.Part.COSTS))
                .anyMatch(line -> line.contains("whole price") && line.contains("day and night"));
        Advice chat = advise("preset", "chat", "jurisdiction", "US", "privacy", "any");
        assertThat(new Answer(chat, Language.EN).parts().get(Answer.Part.COSTS))
                .noneMatch(line -> line.contains("whole price"));
    }

    /** What was allowed is no objection. */
    @Test
    void whoLetsDataGoAnywhereIsNotToldThatItMayCrossABorder() {
        Advice any = advise("jurisdiction", "US", "privacy", "any", "model", "qwen3-32b");
        assertThat(new Answer(any, Language.EN).parts().get(Part.AGAINST))
                .noneMatch(line -> line.contains("may cross a border"));
    }

    /** A licence for one card says nothing of another, and a note on one card is not one on all. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsOpenOfSeveralNamesTheDeviceOfNone(Language language) {
        Advice advice = advise("jurisdiction", "CN", "privacy", "on-premises");
        List<String> open = new OptionGroups(language).of(advice.undecided());
        assertThat(open).hasSizeLessThan(advice.undecided().size()).anyMatch(line -> line.contains("MI325X"));
        assertThat(open).noneMatch(line -> line.contains("AMD Instinct") || line.contains("GeForce"));
    }

    @Test
    void optionsAreNamedUpToFourAndThenCounted() {
        Advice advice = advise("jurisdiction", "CN", "privacy", "on-premises");
        assertThat(new OptionGroups(Language.EN).of(advice.rejected()))
                .anyMatch(line -> line.matches("20 options: not exportable to this buyer \\(([^;]+; ){4}16 more\\)"));
    }

    @Test
    void oneThatIsRejectedAloneKeepsItsFigures() {
        assertThat(new OptionGroups(Language.EN).of(SLIGHTLY_OVER.rejected()))
                .anyMatch(group ->
                        group.startsWith("Sixteen servers with one H100 each over an ordinary network: 16 nodes"));
    }

    @Test
    void aPriceSlightlyOverTheBudgetIsSaidWithTheCosts() {
        assertThat(said(SLIGHTLY_OVER, Part.COSTS).get(1)).startsWith("Slightly over the budget of USD 400 k");
    }

    @Test
    void thePriceOfAMachineIsSaidToBeNetOfTaxAndThatOfAServiceIsNot() {
        assertThat(said(SLIGHTLY_OVER, Part.COSTS)).anyMatch(line -> line.contains("net of tax and duty"));
        Advice hosted = Shipped.advise("model", "deepseek-r1", "privacy", "any", "jurisdiction", "US");
        assertThat(said(hosted, Part.COSTS)).isNotEmpty().noneMatch(line -> line.contains("net of tax and duty"));
    }

    @Test
    void whereNothingElseWorksTheNextBestIsWhatMoreMoneyBuys() {
        assertThat(said(SLIGHTLY_OVER, Part.NEXT_BEST).get(0))
                .startsWith("Nothing else works. With more money, 2 × Server with 8 × H200: USD ");
    }

    @Test
    void theLoadBelowWhichAServiceCostsLessTurnsAPurchase() {
        assertThat(said(SLIGHTLY_OVER, Part.TURNS_IF).get(0))
                .matches("Up to \\d+ streams, as busy as these, DeepInfra API costs less\\.");
    }

    @Test
    void theLoadFromWhichAMachineCostsLessTurnsAService() {
        Advice advice = advise("budget", "$400k", "jurisdiction", "US", "streams", "20");
        assertThat(said(advice, Part.TURNS_IF).get(0))
                .matches("From \\d+ streams on, as busy as these, .*[BH]200.* costs less\\.");
    }

    /** The data may not go where it would be cheaper. */
    @Test
    void whatMayNotBeHadTurnsNothing() {
        Advice advice = advise("jurisdiction", "US", "streams", "200", "privacy", "on-premises");
        assertThat(said(advice, Part.TURNS_IF)).noneMatch(line -> line.contains("third parties"));
    }

    @Test
    void whatKeepsEveryOptionOutIsSaidWhereNothingWorks() {
        Advice advice = advise("jurisdiction", "US", "prompt-tokens", "200000");
        assertThat(advice.viable()).isEmpty();
        assertThat(said(advice, Part.TURNS_IF).get(0)).startsWith("Nothing works as long as prompt and answer take");
    }

    @Test
    void partsOfOneLanguageAreThoseOfTheOther() {
        new Answer(SLIGHTLY_OVER, Language.EN).parts().forEach((part, sentences) -> assertThat(
                        new Answer(SLIGHTLY_OVER, Language.ZH).parts().get(part))
                .as("%s", part)
                .hasSameSizeAs(sentences));
    }

    private static List<String> said(Advice advice, Part part) {
        return new Answer(advice, Language.EN).parts().get(part);
    }

    private static Advice advise(String... fields) {
        String[] all = new String[fields.length + 4];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(new String[] {"model", "deepseek-r1", "as-of", "2026-11-22"}, 0, all, fields.length, 4);
        return Shipped.advise(all);
    }

    /** What comes first in fewer runs than not is no strong recommendation, whatever its points are. */
    @ParameterizedTest
    @ValueSource(strings = {"deepseek-v3.2", "kimi-k2", "deepseek-r1", "qwen3-32b", "gpt-oss-120b"})
    void theHeadlineIsNoSurerThanTheRuns(String model) {
        Advice advice = Shipped.advise("model", model, "jurisdiction", "US", "privacy", "on-premises", "streams", "40");
        Advice analysed = new SensitivityAnalysis(Shipped.catalog(), Shipped.rules()).analysed(advice);
        String headline = new Headline(Language.EN).of(analysed).get(0);
        String stance = analysed.viable().get(0).stance().title().en();
        Sensitivity runs = analysed.sensitivity();
        String close = runs.rival().isPresent() ? "Two to choose from: " : "(a close call among ";
        String surely = runs.clear() ? "(" + stance + ")" : close;
        assertThat(headline).contains(runs.unsafe() ? "No plan is safe" : surely);
        Sensitivity failing = new Sensitivity(18, runs.leads(), 5, null);
        assertThat(new Headline(Language.EN).of(advice.with(failing)).get(0))
                .startsWith("No plan is safe: in 5 of 18 runs")
                .doesNotContain("(" + stance + ")");
        Sensitivity holding = new Sensitivity(18, runs.leads(), 4, null);
        assertThat(new Headline(Language.EN).of(advice.with(holding)).get(0)).doesNotContain("No plan is safe");
    }

    @Test
    void ofAQuoteThatIsTooGoodTheDoubtIsToldWhateverElseIsOpen() {
        Advice advice = advise(
                "jurisdiction",
                "CN",
                "privacy",
                "on-premises",
                "streams",
                "30",
                "quote",
                "8 x nvidia-h20-96gb, 30万, dealer");
        assertThat(new Answer(advice, Language.EN).parts().get(Part.YOURS))
                .singleElement()
                .asString()
                .contains("before money moves", "settle first whether one can be had");
        assertThat(HoleSearch.searched(advice, Shipped.catalog(), Shipped.rules(), new Sizings())
                        .holes())
                .isNotEmpty()
                .noneMatch(hole -> hole.option() != null && hole.option().id().startsWith("quote-"));
    }

    @Test
    void whatCostsLessAtThisVeryLoadIsNamedInsteadOfOtherLoads() {
        Advice advice = Shipped.advise(
                "model",
                "qwen3-235b-a22b",
                "budget",
                "$300k",
                "jurisdiction",
                "US",
                "streams",
                "40",
                "privacy",
                "on-premises");
        Money first = advice.viable().get(0).best().candidate().cost().likelyTotal();
        assertThat(advice.viable())
                .filteredOn(option -> option.stance().advisable())
                .anyMatch(
                        option -> option.best().candidate().cost().likelyTotal().shareOf(first) < 0.95);
        assertThat(new Answer(advice, Language.EN).parts().get(Part.TURNS_IF).get(0))
                .contains("costs less at this very load");
    }
}
