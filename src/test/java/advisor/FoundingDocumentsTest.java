package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.advice.Verdict;
import advisor.facts.model.Precision;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The founding lens reproduces what the two documents print. */
class FoundingDocumentsTest {
    private static final Advice ADVICE = Shipped.advise(
            "model", "deepseek-r1",
            "lens", "founding",
            "as-of", "2025-02-11",
            "jurisdiction", "CN",
            "sanctions", "report");

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
    })
    void everyBuildGetsThePrintedStance(String option, String stance) {
        assertThat(Shipped.verdict(ADVICE, option).stance().title().zh()).isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource({"h100-x8-research, 2550000", "h100-x16-redundant, 5100000", "a100-used-cpu-offload, 900000"})
    void everyScenarioCostsThePrintedTotal(String option, double yuan) {
        Verdict verdict = Shipped.verdict(ADVICE, option).best();
        assertThat(verdict.candidate().cost().likelyOutlay()).isEqualByComparingTo(Money.of(yuan, Currency.CNY));
    }

    @ParameterizedTest
    @CsvSource({"BF16, a100-pcie-x20-pair, 1342", "INT8, ascend-910b-x16, 671", "INT4, h100-x8-research, 335.5"})
    void theWeightsTakeThePrintedBytes(Precision precision, String option, double gigabytes) {
        var verdict = Shipped.verdict(ADVICE, option);
        Verdict candidate = Stream.concat(Stream.of(verdict.best()), verdict.variants().stream())
                .filter(one -> one.candidate().precision() == precision)
                .findFirst()
                .orElseThrow();
        assertThat(candidate.candidate().memory().weights().gigabytes()).isCloseTo(gigabytes, Offset.offset(0.1));
    }
}
