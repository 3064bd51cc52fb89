package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.ServiceSpeed;
import advisor.report.words.Answer;
import advisor.text.Language;
import advisor.text.LoadException;
import advisor.text.UnknownNameException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private static final String PROVIDER = SomeHost.with(
            """
            - {model: deepseek-r1, input: 1, cached_input: 0.2, output: 4}
            - {model: deepseek-r1, input: 8, output: 16, currency: CNY, from: 2026-03-01, serves: DeepSeek-R1-0528}
            """);

    private static Catalog with(String provider) {
        TreeMap<String, String> files = new TreeMap<>(Shipped.catalog().texts().files());
        files.put(SomeHost.FILE, provider);
        return CatalogLoader.load(new CatalogTexts(files));
    }

    @Test
    void anOfferIsAsItsProviderUnlessItSaysOtherwise() {
        DeploymentOption host = with(PROVIDER).option("some-host");
        assertThat(host.kind()).isEqualTo(OptionKind.API);
        assertThat(host.countries()).containsExactly("FI");
        List<ApiOffer> offers = host.offers();
        assertThat(offers.get(0).seat()).isEqualTo("NL");
        assertThat(offers.get(0).input().currency()).hasToString("USD");
        assertThat(offers.get(0).period().from()).isEqualTo("2026-02-01");
        assertThat(offers.get(0).serves()).isNull();
        assertThat(offers.get(1).input().currency()).hasToString("CNY");
        assertThat(offers.get(1).period().from()).isEqualTo("2026-03-01");
        assertThat(offers.get(1).serves()).isEqualTo("DeepSeek-R1-0528");
    }

    @Test
    void anOfferMayTellHowFastItWasMeasured() {
        String measured = PROVIDER.replace(
                "output: 4}",
                "output: 4, speed: {of: hosts, tokens_per_second: 40, date: 2026-09-01, source: llmpricing-2026}}");
        List<ApiOffer> offers = with(measured).option("some-host").offers();
        assertThat(offers.get(0).speed())
                .isEqualTo(
                        new ServiceSpeed(ServiceSpeed.Of.HOSTS, 40, null, LocalDate.of(2026, 9, 1), "llmpricing-2026"));
        assertThat(offers.get(1).speed()).isNull();
        assertThatThrownBy(() -> with(measured.replace(": 40", ": 0")))
                .hasMessageContaining("The measured figure (0.0) must be more than 0.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deepseek-r1, input: 1 | deepseek-r9, input: 1 | :9:6: The model (deepseek-r9) of an offer is not in the catalog.",
                "output: 4 | outptu: 4 | outptu",
                "source: inferencex-v2-2026 | source: nobody-2026 | nobody-2026",
                "from: 2026-02-01 | from: 2026-02-30 | 2026-02-30"
            })
    void aFaultIsToldAtItsPlace(String written, String instead, String told) {
        assertThatThrownBy(() -> with(PROVIDER.replace(written, instead)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("catalog/offers/some-host.yaml")
                .hasMessageContaining(told);
    }

    @Test
    void aServiceAmongTheMachinesIsTold() {
        TreeMap<String, String> files = new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent(
                "options/cloud-h100-rental.yaml", (file, text) -> text.replace("kind: rental", "kind: api"));
        assertThatThrownBy(() -> CatalogLoader.load(new CatalogTexts(files)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("catalog/options/cloud-h100-rental.yaml:3:")
                .hasMessageContaining("its file belongs in offers/");
    }

    /** A remark may tell of days to come; what an offer serves does not. */
    @Test
    void theAnswerSaysWhatIsServedAndNoRemark() {
        Advice advice = Shipped.advise("model", "deepseek-v3.2", "as-of", "2025-12-15", "jurisdiction", "CN");
        assertThat(advice.verdicts().get(0).option().id()).isEqualTo("deepseek-api");
        assertThat(new Answer(advice, Language.EN).parts().get(Answer.Part.GIVES))
                .containsExactly("16 streams; at which speed is not known");
        assertThat(new Answer(
                                Shipped.advise("model", "deepseek-r1", "jurisdiction", "US", "privacy", "any"),
                                Language.ZH)
                        .parts()
                        .get(Answer.Part.GIVES))
                .contains("实际提供 DeepSeek-R1-0528。");
    }

    /** Of Qwen3.8 no list was read. */
    @Test
    void everyModelOfTheCatalogButOneIsHostedBySomebody() {
        Set<String> hosted = new TreeSet<>(Shipped.catalog().models().keySet());
        assertThat(hosted.remove("qwen3.8-27b")).isTrue();
        assertThat(hosted).allSatisfy(model -> assertThat(
                        Shipped.catalog().options().values().stream().filter(option -> option.offers(model, DAY)))
                .isNotEmpty());
    }

    /** Neither has to be rejected where it was never asked of. */
    @Test
    void aProviderIsJudgedOfTheModelsThatItHostsAlone() {
        List<String> judged = Shipped.advise("model", "deepseek-r1").verdicts().stream()
                .map(OptionVerdict::option)
                .map(DeploymentOption::id)
                .toList();
        assertThat(judged).contains("deepinfra", "alibaba-cn", "nebius").doesNotContain("groq", "stackit");
        assertThatThrownBy(() -> Shipped.advise("model", "deepseek-r1").verdict("groq"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("The option (groq) is not judged: it is no service for DeepSeek-R1 671B,"
                        + " or a machine that is taken away while somebody waits (spot).");
    }

    @Test
    void theDocumentsKnowNoProviderButDeepSeek() {
        assertThat(Shipped.advise("model", "deepseek-r1", "lens", "founding", "as-of", "2026-11-22").verdicts().stream()
                        .map(OptionVerdict::option)
                        .filter(option -> option.kind() == OptionKind.API)
                        .map(DeploymentOption::id))
                .containsExactly("deepseek-api");
    }

    @Test
    void aBuyerInChinaCallsAProviderThere() {
        OptionVerdict first = Shipped.advise(
                        "model", "deepseek-r1", "budget", "300w", "jurisdiction", "CN", "as-of", DAY.toString())
                .verdicts()
                .get(0);
        assertThat(first.option().countries()).containsExactly("CN");
        assertThat(first.stance().advisable()).isTrue();
    }
}
