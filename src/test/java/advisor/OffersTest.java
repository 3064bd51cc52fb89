package advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.cli.CommandRun;
import advisor.facts.CostPart;
import advisor.facts.Lens;
import advisor.facts.offer.StatedOffer;
import advisor.facts.unit.Money;
import advisor.report.screen.Screen;
import advisor.report.text.TextReport;
import advisor.report.words.Answer;
import advisor.report.words.QuestionLine;
import advisor.request.BadRequestException;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that the one who asks has, or was quoted. */
class OffersTest {
    private static final String A100 = "own-8-nvidia-a100-sxm4-80gb";
    private static final String H200 = "quote-8-nvidia-h200-sxm-141gb";
    private static final String QUOTE =
            "8 x nvidia-h200-sxm-141gb, 300000USD, manufacturer warranty, official, " + "valid until 2026-12-31";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 x nvidia-a100-sxm4-80gb|8:1 4:2 2:4 1:8",
                "16 x nvidia-a100-sxm4-80gb|16:1 8:2 4:4 2:8 1:16",
                "6 x nvidia-rtx-4090|6:1 4:1 2:3 1:6",
                "12 x nvidia-rtx-4090 in 2 nodes|12:1 6:2 4:2 2:6 1:12",
                "3 x nvidia-rtx-4090|3:1 2:1 1:3"
            })
    void whatIsOwnedMayBeUsedInPartsOfANode(String own, String parts) {
        assertThat(Shipped.advise("model", "qwen3-8b", "only-offers", "yes", "own", own).verdicts().stream()
                        .map(verdict -> verdict.option().devices() + ":"
                                + verdict.option().available()))
                .containsExactlyInAnyOrder(parts.split(" "));
    }

    /** At the load that is named it is enough, and far beyond it is not. */
    @ParameterizedTest
    @CsvSource({
        "2 x nvidia-rtx-4090, qwen3-8b",
        "8 x nvidia-a100-sxm4-80gb, llama-3.1-70b",
        "4 x huawei-ascend-910b, qwen3-32b",
        "1 x apple-mac-studio-m3-ultra-512gb, qwen3-30b-a3b"
    })
    void itIsToldFromWhichLoadOnMoreOfWhatIsOwnedIsNeeded(String own, String model) {
        String said = carries(own, model, 1);
        Matcher figures = Pattern.compile("enough for up to ([\\d,]+) streams at once.* or ([\\d,]+) requests a day")
                .matcher(said);
        assertThat(figures.find()).as(said).isTrue();
        int most = Integer.parseInt(figures.group(1).replace(",", ""));
        assertThat(isEnough(own, model, most)).isTrue();
        assertThat(isEnough(own, model, most + Math.max(1, most / 2))).isFalse();
    }

    private static String carries(String own, String model, int streams) {
        return new Answer(Shipped.advise("model", model, "own", own, "streams", "" + streams), Language.EN)
                .parts().getOrDefault(Answer.Part.YOURS, List.of()).stream()
                        .filter(line -> line.contains("enough for up to"))
                        .findFirst()
                        .orElse("");
    }

    private static boolean isEnough(String own, String model, int streams) {
        return Shipped.advise("model", model, "own", own, "streams", "" + streams, "only-offers", "yes")
                .verdicts()
                .stream()
                .map(option -> option.best().candidate())
                .anyMatch(plan -> plan.plan().fastEnough()
                        && plan.plan().units()
                                <= Objects.requireNonNull(plan.option().available()));
    }

    @Test
    void aQuoteIsSetAgainstTheLeastThatTheCatalogKnowsForTheCardAlone() {
        Advice advice = Shipped.advise(
                "model", "llama-3.1-70b", "jurisdiction", "US", "quote", "8 x nvidia-h200-sxm-141gb, $300k");
        Money least = advice.verdicts().stream()
                .flatMap(option -> option.all().stream())
                .map(Verdict::candidate)
                .filter(candidate -> !candidate.option().quoted()
                        && candidate.accelerator().id().equals("nvidia-h200-sxm-141gb"))
                .flatMap(candidate -> Stream.ofNullable(candidate.pricePerDevice()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(Shipped.verdict(advice, H200).best().reasons())
                .filteredOn(reason -> reason.rule().id().equals("offers/asked-elsewhere"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.text().en()).contains(new Wording(Language.EN).money(least)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noClauseOfYoursEndsWithAFullStop(Language language) {
        Advice advice = Shipped.advise(
                "model",
                "deepseek-r1",
                "jurisdiction",
                "CN",
                "quote",
                "8 x nvidia-h100-sxm5-80gb, 200万; 8 x nvidia-h200-sxm-141gb, 240万");
        assertThat(new Answer(advice, language).parts().get(Answer.Part.YOURS))
                .isNotEmpty()
                .noneMatch(said -> said.matches(".*[.。][;；].*|.*[.。]$"));
    }

    @Test
    void theQuestionTellsAMachineAndItsTermsInTheReadersLanguage() {
        Advice advice = Shipped.advise(
                "model",
                "qwen3-32b",
                "streams",
                "1",
                "quote",
                "2 x nvidia-h20-141gb, 30万, manufacturer warranty, dealer, host 512 GB");
        assertThat(QuestionLine.of(advice, Language.ZH))
                .contains("2 × nvidia-h20-141gb、¥30万、原厂保修、经销商渠道、主机内存 512 GB")
                .doesNotContain("warranty");
        assertThat(QuestionLine.of(advice, Language.EN))
                .contains("2 × nvidia-h20-141gb, CNY 300 k, manufacturer warranty, from a dealer, host memory 512 GB");
    }

    @ParameterizedTest
    @EnumSource(Lens.class)
    void ofOneStreamNobodySpeaksInThePlural(Lens lens) {
        Advice advice = Shipped.advise(
                "model",
                "qwen3-235b-a22b",
                "streams",
                "1",
                "horizon",
                "1",
                "lens",
                Ids.of(lens),
                "own",
                "1 x apple-mac-studio-m3-ultra-512gb");
        assertThat(TextReport.of(advice, Screen.file(Language.EN)))
                .doesNotContainPattern("(?<![\\d.,–-])1 (streams|months)");
    }

    @Test
    void whatIsOwnedIsThereOnceAndMayBeUsedInParts() {
        Advice advice = Shipped.advise(
                "model", "llama-3.1-70b", "streams", "2000", "own", "8 x nvidia-a100-sxm4-80gb, worth 40万");
        List<OptionVerdict> own = advice.verdicts().stream()
                .filter(verdict -> advice.request().tellsOf(verdict.option()))
                .toList();
        assertThat(own.stream().map(verdict -> verdict.option().devices())).containsExactlyInAnyOrder(8, 4, 2, 1);
        assertThat(own).allSatisfy(verdict -> {
            assertThat(verdict.best().candidate().plan().devices()).isLessThanOrEqualTo(8);
            assertThat(StatedOffer.wholeOf(verdict.option().id())).isEqualTo(A100);
        });
    }

    @Test
    void whatIsOwnedIsNotPaidForAgain() {
        OptionVerdict own = Shipped.verdict(
                Shipped.advise("model", "deepseek-r1", "own", "8 x nvidia-a100-sxm4-80gb, worth 40万"), A100);
        assertThat(own.best().candidate().cost().part(CostPart.HARDWARE)).isNull();
        assertThat(own.best().candidate().cost().part(CostPart.DEPRECIATION)).isNotNull();
    }

    @Test
    void onlyMineLeavesTheCatalogOut() {
        Advice advice = Shipped.advise("model", "llama-3.1-70b", "quote", QUOTE, "only-offers", "yes");
        assertThat(advice.verdicts()).hasSize(1);
        assertThat(advice.verdicts().get(0).option().id()).isEqualTo(H200);
    }

    @Test
    void aQuoteThatIsTooDearNamesThePriceAtWhichItWouldDo() {
        CommandRun run = CommandRun.of(
                "explain",
                List.of(
                        "quote-4-nvidia-l40s",
                        "--model=llama-3.1-70b",
                        "--as-of=2026-11-28",
                        "--budget=60000USD",
                        "--streams=4",
                        "--quote=4 x nvidia-l40s, 90000USD",
                        "--only-offers"));
        assertThat(run.out()).contains("a firm price lower by");
    }

    @Test
    void twoQuotesForOneMachineAreTwoOptions() {
        Advice advice =
                Shipped.advise("model", "llama-3.1-70b", "quote", QUOTE + "; " + QUOTE.replace("300000", "290000"));
        OptionVerdict one = Shipped.verdict(advice, H200);
        OptionVerdict other = Shipped.verdict(advice, H200 + "-2");
        assertThat(total(other)).isLessThan(total(one));
    }

    @Test
    void aDeviceThatIsDescribedAndRunsOnNoKnownEngineIsUndecided() {
        Advice advice = Shipped.advise(
                "model",
                "qwen3-32b",
                "quote",
                "4 x acme-9, $20k, memory 96 GB, bandwidth 4000 GB/s, bf16 150 TFLOPS, fp8 300 TFLOPS, power 400 W");
        assertThat(Shipped.verdict(advice, "quote-4-acme-9").stance()).isEqualTo(Stance.UNDECIDED);
    }

    /** Of an MI308X the catalog knows the memory and the power alone. */
    @Test
    void whatTheCatalogLacksOfADeviceCanBeSaidAndWhatItKnowsCannot() {
        String quote = "8 x amd-mi308x, 110万";
        assertThat(speed(quote)).isNull();
        assertThat(speed(quote + ", bandwidth 4800 GB/s, bf16 148 TFLOPS, fp8 296 TFLOPS"))
                .isPositive();
        assertThatThrownBy(() -> speed(quote + ", memory 192 GB"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("(memory_gb)");
    }

    private static Double speed(String quote) {
        return told(Shipped.advise("model", "deepseek-r1", "quote", quote))
                .best()
                .candidate()
                .performance()
                .likelyTokensPerSecondPerUser();
    }

    @Test
    void devicesThatNobodyKnowsAndPricesOfAnotherDayOrCurrencyAreAllTold() {
        assertThatThrownBy(() -> Shipped.advise(
                        "model",
                        "deepseek-r1",
                        "own",
                        "8 x nvidia-a100-sxm4-80g",
                        "quote",
                        "8 x nvidia-l40s, 5000USD, valid until 2026-01-01; 8 x nvidia-l40s, 5000ZZZ"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Maybe nvidia-a100-sxm4-80gb")
                .hasMessageContaining("(2026-01-01)")
                .hasMessageContaining("(ZZZ)");
    }

    @Property(tries = 12, seed = "20261128")
    void aCheaperQuoteIsNeverWorseUnlessItCannotBeTrue(
            @ForAll("machines") String machine, @ForAll @IntRange(min = 1, max = 400) int thousands) {
        OptionVerdict dear = quoted(machine, thousands + 1 + thousands / 4);
        OptionVerdict cheap = quoted(machine, thousands);
        assertThat(total(cheap)).isLessThan(total(dear));
        assumeThat(cheap.best().reasons())
                .extracting(reason -> reason.rule().id())
                .doesNotContain("offers/too-cheap-to-be-true");
        assertThat(cheap.stance()).isLessThanOrEqualTo(dear.stance());
        assertThat(cheap.rank()).isLessThanOrEqualTo(dear.rank());
    }

    private static OptionVerdict quoted(String machine, int thousands) {
        Advice advice = Shipped.advise(
                "model",
                "qwen3-32b",
                "jurisdiction",
                "US",
                "budget",
                "200000USD",
                "quote",
                "%s, $%sk, dealer warranty".formatted(machine, thousands));
        return told(advice);
    }

    @Property(tries = 12, seed = "20261128")
    void whatIsOwnedNeverCostsMoreThanTheSameBoughtForWhatItIsWorth(
            @ForAll("machines") String machine, @ForAll @IntRange(min = 1, max = 400) int thousands) {
        Advice owned = Shipped.advise(
                "model",
                "qwen3-8b",
                "jurisdiction",
                "US",
                "streams",
                "4",
                "own",
                "%s, worth $%sk".formatted(machine, thousands));
        Advice bought = Shipped.advise(
                "model",
                "qwen3-8b",
                "jurisdiction",
                "US",
                "streams",
                "4",
                "quote",
                "%s, $%sk".formatted(machine, thousands));
        assertThat(total(told(owned))).isLessThanOrEqualTo(total(told(bought)));
    }

    @Provide
    Arbitrary<String> machines() {
        return Arbitraries.of(
                "8 x nvidia-h200-sxm-141gb", "4 x nvidia-l40s", "2 x nvidia-rtx-4090", "1 x nvidia-rtx-5090");
    }

    private static OptionVerdict told(Advice advice) {
        return advice.verdicts().stream()
                .filter(verdict ->
                        advice.request().offers().containsKey(verdict.option().id()))
                .findFirst()
                .orElseThrow();
    }

    private static Money total(OptionVerdict verdict) {
        return Objects.requireNonNull(verdict.best().candidate().cost().likelyTotal());
    }

    /** The most that every field allows, of a model with much weight and of one with much cache. */
    @ParameterizedTest
    @ValueSource(strings = {"deepseek-r1", "llama-3.1-405b"})
    void theMostDevicesUnderTheLargestLoadAreJudged(String model) {
        Advice advice = Shipped.advise(
                "model", model,
                "own", "10000 x nvidia-b300-sxm-288gb",
                "only-offers", "yes",
                "streams", "100000",
                "prompt-tokens", "10000000",
                "output-tokens", "10000000");
        assertThat(advice.verdicts()).isNotEmpty();
    }
}
