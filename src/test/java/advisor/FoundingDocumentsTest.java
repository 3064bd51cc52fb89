package advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.model.Precision;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.text.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The founding lens reproduces what the two documents print. */
class FoundingDocumentsTest {
    private static final Map<String, String> ASKED = Map.of(
            "model", "deepseek-r1",
            "lens", "founding",
            "as-of", "2025-02-11",
            "jurisdiction", "CN",
            "sanctions", "report");

    private static final Advice ADVICE = Shipped.advise(ASKED);
    private static final Advice WITH_BUDGET = Shipped.advise(with("budget", "300万"));

    @ParameterizedTest
    @CsvSource({
        "a100-pcie-x20-pair, 不推荐",
        "dgx-h200, 最推荐",
        "h200-sxm-x8-self-built, 最推荐",
        "h100-x16-pair, 推荐",
        "h20-sxm-x16-pair, 不是很推荐",
        "mi300x-x8, 一般推荐",
        "ascend-910b-x16, 不是很推荐",
        "ascend-910c-x8, 不是很推荐",
        "cpu-epyc-dual, 不推荐",
        "deepseek-api, 推荐",
    })
    void everyBuildGetsThePrintedStanceWithAndWithoutABudget(String option, String stance) {
        assertThat(Stream.of(ADVICE, WITH_BUDGET)).allSatisfy(advice -> assertThat(
                        Shipped.verdict(advice, option).stance().title().zh())
                .isEqualTo(stance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100万", "220万", "285万", "300万", "600万", "9000万"})
    void aBudgetRejectsOrChangesNothing(String budget) {
        assertThat(Shipped.advise(with("budget", budget)).verdicts())
                .filteredOn(verdict -> verdict.stance() != Stance.REJECTED)
                .hasSizeGreaterThan(8)
                .allSatisfy(verdict -> {
                    OptionVerdict without =
                            Shipped.verdict(ADVICE, verdict.option().id());
                    assertThat(verdict.stance()).isEqualTo(without.stance());
                    assertThat(verdict.best().score()).isEqualTo(without.best().score());
                });
    }

    @Test
    void onlyWhatADocumentNamesGetsAStanceOfPoints() {
        assertThat(ADVICE.viable())
                .isNotEmpty()
                .allMatch(
                        verdict -> verdict.option().inNote() || verdict.option().inPost());
        assertThat(ADVICE.undecided())
                .extracting(verdict -> verdict.option().id())
                .contains("mi325x-x8", "b200-x8", "l40s-x4", "h100-x16-single-card-nodes");
        assertThat(ADVICE.undecided()).allSatisfy(verdict -> assertThat(
                        verdict.best().decisive().orElseThrow().rule().id())
                .isEqualTo("documents/not-judged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1万", "300万"})
    void whatNoDocumentNamesIsNotRejectedEvenWhereItCouldNotRun(String budget) {
        Advice advice = budget.isEmpty() ? ADVICE : Shipped.advise(with("budget", budget));
        assertThat(advice.verdicts())
                .filteredOn(verdict ->
                        !verdict.option().inNote() && !verdict.option().inPost())
                .extracting(verdict -> verdict.option().id(), OptionVerdict::stance)
                .contains(
                        tuple("rtx-4090-x1", Stance.UNDECIDED),
                        tuple("dgx-spark", Stance.UNDECIDED),
                        tuple("a100-x8-awq", Stance.UNDECIDED))
                .allSatisfy(row -> assertThat(row.toList().get(1)).isEqualTo(Stance.UNDECIDED));
        assertThat(advice.recommended())
                .isEqualTo(advice.recommended()
                        .filter(first ->
                                first.option().inNote() || first.option().inPost()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h20-sxm-x16-pair|precision/fp8-cut|14%",
                "h20-sxm-x16-pair|budget/parts-list|6542Y*2/1T DDR5",
                "h20-sxm-x16-pair|budget/parts-list|6个2800W",
                "h100-x8-research|budget/printed-total|15万",
                "h100-x16-redundant|budget/printed-total|30万",
                "a100-used-cpu-offload|budget/printed-total|10万",
                "h100-x8-research|budget/row-cards|显卡",
                "h100-x8-research|budget/row-processor-and-memory|64 核",
                "h100-x8-research|budget/row-storage|5TB",
                "h100-x8-research|budget/row-network|100Gbps RDMA",
                "h100-x8-research|budget/row-power-and-cooling|5kW",
                "h100-x8-research|quantisation/verify-official-support|需验证 DeepSeek 官方支持",
                "gguf-dynamic-workstation|quantisation/no-vllm-measurement|还没看到用 vLLM",
                "a100-pcie-x20-pair|generation/a800-alike|A800",
                "h100-x16-pair|generation/h800-alike|H800",
            })
    void whatADocumentSaysOfAnOptionIsSaid(String option, String rule, String words) {
        assertThat(Shipped.verdict(ADVICE, option).best().reasons())
                .filteredOn(reason -> reason.rule().id().equals(rule))
                .singleElement()
                .satisfies(reason -> assertThat(reason.text().zh()).contains(words));
    }

    @Test
    void theTableOfGenerationsIsTold() {
        assertThat(ADVICE.notes())
                .extracting(reason -> reason.text().zh())
                .anyMatch(note -> note.contains("Tesla P40") && note.contains("RTX 5090"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascend-910b-x16", "ascend-910c-x8"})
    void noMeritOfOurOwnStandsBesideNoAdvantageComesToMind(String option) {
        List<Reason> merits = Shipped.verdict(ADVICE, option).best().reasons(Finding.Kind.MERIT);
        assertThat(merits).isNotEmpty().allSatisfy(merit -> assertThat(merit.sources())
                .allMatch(source -> source.startsWith("flintylemming-2025") || source.startsWith("budget-note-2025")));
    }

    @ParameterizedTest
    @CsvSource({"FP8, dgx-h200, 1000", "FP8, h100-x16-pair, 1000", "BF16, a100-pcie-x20-pair, 1600"})
    void theMemoryAskedIsThatOfTheSentence(Precision precision, String option, double gigabytes) {
        assertThat(candidate(precision, option).memory().needed().gigabytes()).isCloseTo(gigabytes, Offset.offset(0.1));
    }

    @Test
    void eachDocumentGivesItsOwnAnswerAndTheNoteBeginsWithNotDeploying() {
        List<String> answers = new Answer(ADVICE, Language.ZH).parts().get(Part.DO);
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0)).startsWith("预算说明：非必要不部署").contains("首选 DeepSeek 官方 API（推荐）");
        assertThat(answers.get(1)).contains("首选 DGX H200 整机（最推荐）");
        assertThat(new Answer(WITH_BUDGET, Language.ZH).parts().get(Part.DO)).isEqualTo(answers);
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> fields = new TreeMap<>(ASKED);
        fields.put(field, value);
        return fields;
    }

    @ParameterizedTest
    @CsvSource({"h100-x8-research, 2550000", "h100-x16-redundant, 5100000", "a100-used-cpu-offload, 900000"})
    void everyScenarioCostsThePrintedTotal(String option, double yuan) {
        Verdict verdict = Shipped.verdict(ADVICE, option).best();
        assertThat(verdict.candidate().cost().likelyOutlay()).isEqualByComparingTo(Money.of(yuan, Currency.CNY));
    }

    @ParameterizedTest
    @CsvSource({
        "BF16, a100-pcie-x20-pair, 1400",
        "FP8, dgx-h200, 700",
        "INT8, ascend-910b-x16, 671",
        "INT4, h100-x8-research, 335.5"
    })
    void theWeightsTakeThePrintedBytes(Precision precision, String option, double gigabytes) {
        assertThat(candidate(precision, option).memory().weights().gigabytes())
                .isCloseTo(gigabytes, Offset.offset(0.1));
    }

    private static Candidate candidate(Precision precision, String option) {
        return Shipped.verdict(ADVICE, option).all().stream()
                .map(Verdict::candidate)
                .filter(one -> one.precision() == precision)
                .findFirst()
                .orElseThrow();
    }
}
