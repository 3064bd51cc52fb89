package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.CostLine;
import advisor.facts.CostPart;
import advisor.facts.Finding;
import advisor.facts.offer.Channel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Money;
import advisor.report.words.Answer;
import advisor.text.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans of parts: which there are, which of them a request meets, and what they cost. */
class ComposedPlansTest {
    private static final String PRO_6000 = "compose-nvidia-rtx-pro-6000-blackwell";

    private static List<String> composedIn(Advice advice) {
        return advice.verdicts().stream()
                .map(OptionVerdict::option)
                .filter(option -> option.id().startsWith("compose-"))
                .map(DeploymentOption::id)
                .toList();
    }

    private static Money outlay(OptionVerdict option) {
        return Objects.requireNonNull(option.best().candidate().cost().likelyOutlay());
    }

    @Test
    void everyAcceleratorStandsInSomePlan() {
        Catalog catalog = Shipped.catalog();
        Set<String> planned = Stream.concat(catalog.options().values().stream(), catalog.composable().values().stream())
                .map(option -> option.accelerator().id())
                .collect(Collectors.toSet());
        assertThat(planned).containsAll(catalog.accelerators().keySet());
    }

    @Test
    void whatIsOfferedAsSuchIsNotComposedAgain() {
        assertThat(Shipped.catalog().option(PRO_6000).sizes())
                .extracting(DeploymentOption::devices)
                .containsExactly(2, 4);
        assertThat(Shipped.catalog().option("compose-nvidia-l40s").sizes())
                .extracting(DeploymentOption::devices)
                .containsExactly(1, 2);
    }

    @Test
    void aBoardIsSoldWithItsServerAndHasNoPriceByParts() {
        DeploymentOption board = Shipped.catalog().option("compose-nvidia-h20-141gb");
        assertThat(board.sizes()).extracting(DeploymentOption::devices).containsExactly(8, 16);
        assertThat(board.composed()).isFalse();
        assertThat(board.quotes()).isEmpty();
    }

    @Test
    void whatIsUsedIsCalledUsed() {
        Catalog catalog = Shipped.catalog();
        List<DeploymentOption> used = Stream.concat(
                        catalog.options().values().stream(), catalog.composable().values().stream())
                .flatMap(option -> option.sizes().stream())
                .filter(option -> option.channel() == Channel.USED)
                .toList();
        assertThat(used).extracting(option -> option.title().en()).allMatch(name -> name.contains("used"));
        assertThat(used).extracting(option -> option.title().zh()).allMatch(name -> name.contains("二手"));
        assertThat(Shipped.catalog().option("compose-nvidia-rtx-3090").title().en())
                .isEqualTo("1-card NVIDIA GeForce RTX 3090 24 GB, used, self-built");
    }

    @Test
    void aSmallCardTakesAnOrdinaryComputer() {
        Advice advice =
                Shipped.advise("model", "qwen3-8b", "jurisdiction", "US", "privacy", "on-premises", "streams", "1");
        assertThat(outlay(Shipped.verdict(advice, "rtx-5060-ti-16gb-x1"))
                        .amount()
                        .doubleValue())
                .isBetween(1_100.0, 1_700.0);
        assertThat(outlay(Shipped.verdict(advice, "rtx-5090-x1")).amount().doubleValue())
                .isGreaterThan(5_000.0);
    }

    @Test
    void theLawOnAdvancedChipsIsToldWhereOneComesFirst() {
        assertThat(headline("llama-3.1-8b", "1")).doesNotContain("Advanced chips go to");
        assertThat(headline("deepseek-r1", "64")).contains("Advanced chips go to");
    }

    private static String headline(String model, String streams) {
        Advice advice =
                Shipped.advise("model", model, "jurisdiction", "VN", "privacy", "on-premises", "streams", streams);
        return String.join("\n", new Answer(advice, Language.EN).parts().get(Answer.Part.DO));
    }

    @Test
    void thePriceIsThatOfCardsAndHost() {
        Advice advice = Shipped.advise(
                "model", "qwen3-32b", "budget", "60000USD", "streams", "10", "precision-floor", "native");
        CostLine hardware = Shipped.verdict(advice, PRO_6000).best().candidate().cost().lines().stream()
                .filter(line -> line.part() == CostPart.HARDWARE)
                .findFirst()
                .orElseThrow();
        Quote cards = Shipped.catalog()
                .composable()
                .get(PRO_6000)
                .sizes()
                .get(0)
                .quotes()
                .get(0);
        double likely = cards.price().likely().amount().doubleValue();
        assertThat(hardware.amount().likely().amount().doubleValue())
                .isBetween(likely + 2_000, likely + 6_000)
                .isLessThan(hardware.amount().high().amount().doubleValue());
        assertThat(hardware.amount().low().amount().doubleValue())
                .isBetween(0.7 * cards.price().low().amount().doubleValue(), likely + 2_000);
    }

    @Test
    void ofThoseThatTheBudgetExcludesTheCheapestSaysHowMuchIsMissing() {
        Advice poor = Shipped.advise("model", "qwen3-32b", "budget", "100USD", "privacy", "on-premises");
        assertThat(composedIn(poor)).hasSize(1);
        OptionVerdict least = poor.rejected().stream()
                .filter(option -> option.best().obstacles().stream()
                        .allMatch(reason -> reason.rule().id().equals("budget/over")))
                .filter(option -> option.best().reasons(Finding.Kind.UNKNOWN).isEmpty())
                .min(Comparator.comparing(ComposedPlansTest::outlay))
                .orElseThrow();
        assertThat(new Answer(poor, Language.EN).parts().get(Answer.Part.DO).get(0))
                .contains("the nearest of those of which all is known is "
                        + least.option().title().en());
        assertThat(composedIn(Shipped.advise("model", "qwen3-32b")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void noneIsJudgedThatTheLawKeepsFromTheBuyer() {
        assertThat(composedIn(Shipped.advise("model", "qwen3-32b", "jurisdiction", "CN")))
                .doesNotContain(PRO_6000, "compose-nvidia-h100-nvl-94gb");
    }

    @Test
    void nothingIsComposedWhereOnlyOnesOwnCountsOrUnderTheDocuments() {
        assertThat(composedIn(Shipped.advise("model", "qwen3-32b", "own", "2 x nvidia-rtx-4090", "only-offers", "yes")))
                .isEmpty();
        assertThat(composedIn(Shipped.advise("model", "deepseek-r1", "lens", "founding")))
                .isEmpty();
    }

    @Test
    void beforeThereWasAPriceNothingIsComposed() {
        assertThat(composedIn(Shipped.advise("model", "qwen3-32b", "as-of", "2025-01-02")))
                .isEmpty();
    }
}
