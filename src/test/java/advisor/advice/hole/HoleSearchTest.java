package advisor.advice.hole;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Hole;
import advisor.advice.Hole.Fact;
import advisor.advice.OptionVerdict;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Money;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.report.words.HoleText;
import advisor.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoleSearchTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=deepseek-r1 budget=3000000CNY jurisdiction=CN",
                "model=deepseek-r1 budget=3000000CNY jurisdiction=CN privacy=on-premises",
                "model=kimi-k2.5 budget=500000USD jurisdiction=US",
                "model=qwen3-235b-a22b-fp8 budget=300000USD jurisdiction=DE",
                "model=llama-3.1-70b budget=200000USD jurisdiction=US privacy=on-premises",
                "model=qwen3-8b budget=50000CNY jurisdiction=CN streams=2",
            })
    void everyAmountIsTheHighestThatPeopleSayAtWhichAWholeRunPutsThePlanFirst(String request) {
        Advice advice = searched(Shipped.catalog(), request);
        for (Hole hole : advice.knownHoles()) {
            Money amount = hole.flipsAt();
            if (amount != null) {
                Unpriced unpriced = unpriced(hole, advice);
                assertThat(first(advice, unpriced.at(amount)))
                        .as("%s", amount)
                        .contains(hole.plan().option().id());
                Money above =
                        new Money(Ladder.amount(Ladder.below(amount.amount().doubleValue()) + 1), amount.currency());
                assertThat(first(advice, unpriced.at(above)))
                        .as("%s", above)
                        .isNotEqualTo(Optional.of(hole.plan().option().id()));
            }
        }
    }

    /** Who asked for the EEA, or sits in it and says nothing, need not stay in the country. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=deepseek-r1 users=300 budget=500000EUR jurisdiction=DE privacy=eea buyer=state-funded",
                "model=qwen3-8b users=20 jurisdiction=DE preset=chat budget=20000EUR",
            })
    void withinTheEeaNobodyIsAskedForTheCountry(String request) {
        Advice advice = searched(Shipped.catalog(), request);
        List<String> asked = advice.knownHoles().stream()
                .filter(hole -> hole.fact() == Fact.PLACE || hole.fact() == Fact.HOSTED_OFFER)
                .map(hole -> new HoleText(Language.EN).of(hole, advice.request()))
                .toList();
        assertThat(asked).isNotEmpty().allMatch(text -> text.contains("in the EEA"));
    }

    private static Unpriced unpriced(Hole hole, Advice advice) {
        return hole.fact() == Fact.HOSTED_OFFER
                ? Unpriced.service(advice.model(), advice.request())
                : Unpriced.machine(
                        Shipped.catalog().option(hole.plan().option().id()), advice.request(), Shipped.catalog());
    }

    private static Optional<String> first(Advice advice, DeploymentOption otherwise) {
        Catalog changed = Shipped.catalog().with(otherwise);
        Advice again = new Advisor(changed, Shipped.rules()).advise(advice.request());
        Optional<OptionVerdict> first = advice.recommended().isPresent()
                ? again.recommended()
                : again.viable().stream().findFirst();
        return first.map(verdict -> verdict.option().id());
    }

    @Test
    void whereNobodyIsKnownToHostTheModelTheHeadlineSaysWhatAServiceWouldHaveToTake() {
        Advice advice = searched(
                Shipped.catalog(),
                "model=kimi-k2.5 budget=500000USD jurisdiction=JP privacy=in-country as-of=2026-11-28");
        Hole hole = advice.turning().orElseThrow();
        assertThat(hole.fact()).isEqualTo(Fact.HOSTED_OFFER);
        assertThat(hole.option()).isNull();
        assertThat(said(advice, Part.DO))
                .anyMatch(text -> text.startsWith("If a hosted offer of Kimi-K2.5 in Japan is found"));
        assertThat(said(advice, Part.NOT_KNOWN)).noneMatch(text -> text.contains("hosted offer"));
    }

    /** Two of its cards alone go for more than twice what would put a workstation first. */
    @Test
    void aPriceBelowWhatItsCardsGoForIsCalledSo() {
        assertThat(searched(
                                Shipped.catalog(),
                                "model=deepseek-r1 budget=100kEUR jurisdiction=DE privacy=eea preset=reasoning "
                                        + "as-of=2026-11-28")
                        .knownHoles())
                .filteredOn(hole -> hole.plan().option().id().equals("gguf-dynamic-workstation"))
                .noneMatch(Hole::plausible);
    }

    @Test
    void nobodyOutsideChinaIsSentForAQuoteOfWhatAProhibitionThreatens() {
        assertThat(searched(
                                Shipped.catalog(),
                                "model=gemma-4-26b-a4b users=3000 preset=chat budget=250kEUR jurisdiction=FR "
                                        + "privacy=on-premises as-of=2026-11-28")
                        .knownHoles())
                .extracting(hole -> hole.plan().option().accelerator().id())
                .noneMatch(part -> part.startsWith("huawei-ascend"));
    }

    /** Meta grants a company of the Union no rights in Llama 4, so that no service in its country is to be looked for. */
    @ParameterizedTest
    @CsvSource({"DE, false", "CH, true"})
    void nobodyIsSentForAServiceThatTheLicenceSpeaksGravelyAgainst(String country, boolean sent) {
        assertThat(searched(
                                Shipped.catalog(),
                                "model=llama-4-scout budget=500000USD jurisdiction=%s privacy=in-country as-of=2026-11-28"
                                        .formatted(country))
                        .knownHoles()
                        .stream()
                        .anyMatch(hole -> hole.fact() == Fact.HOSTED_OFFER))
                .isEqualTo(sent);
    }

    @Test
    void whatMustStayOnThePremisesIsHostedNowhere() {
        assertThat(searched(Shipped.catalog(), "model=kimi-k2.5 budget=500000USD privacy=on-premises")
                        .knownHoles())
                .extracting(Hole::fact)
                .doesNotContain(Fact.HOSTED_OFFER);
    }

    @Test
    void aPriceThatWasKnownAndIsTakenAwayStandsBelowWhereItTurns() {
        String request = "model=kimi-k2.5 budget=500000USD jurisdiction=US privacy=on-premises";
        Advice known = searched(Shipped.catalog(), request);
        OptionVerdict first = known.verdicts().get(0);
        DeploymentOption option = first.option();
        List<Quote> others = new ArrayList<>(option.quotes());
        others.removeAll(Quote.inForce(option.quotes(), known.request().asOf(), "US"));
        Catalog without = Shipped.catalog().with(option.withPrices(others, List.of()));
        Hole hole = searched(without, request).knownHoles().stream()
                .filter(found -> option.equals(found.option()))
                .findFirst()
                .orElseThrow();
        Money paid = Objects.requireNonNull(first.best().candidate().cost().likelyOutlay());
        assertThat(Objects.requireNonNull(hole.flipsAt()).shareOf(paid)).isGreaterThan(0.9);
        assertThat(hole.plausible()).isTrue();
    }

    @Test
    void amongWhatIsRejectedAndWhatIsOpenTheNearestIsOpenOnlyIfAHoleNamesIt() {
        String request = "model=deepseek-r1 budget=3000000CNY jurisdiction=CN privacy=on-premises";
        Advice searched = searched(Shipped.catalog(), request);
        assertThat(searched.viable()).isEmpty();
        Hole turning = searched.turning().orElseThrow();
        assertThat(turning.wattsTaken()).isNull();
        DeploymentOption nearest = Objects.requireNonNull(turning.option());
        assertThat(said(searched, Part.DO).get(0))
                .contains("Nearest: " + nearest.title().en());
        Advice closed = searched.withHoles(List.of());
        assertThat(said(closed, Part.DO).get(0))
                .contains("none of the others meets the request.")
                .doesNotContain("Nearest");
    }

    @Test
    void theFoundingDocumentsLeaveNoHole() {
        assertThat(searched(Shipped.catalog(), "model=deepseek-r1 lens=founding as-of=2025-02-11")
                        .holes())
                .isNull();
    }

    private static List<String> said(Advice advice, Part part) {
        return Objects.requireNonNull(new Answer(advice, Language.EN).parts().get(part));
    }

    private static Advice searched(Catalog catalog, String request) {
        Advisor advisor = new Advisor(catalog, Shipped.rules());
        Advice advice = advisor.advise(Shipped.request(request.split("[ =]", -1)));
        return HoleSearch.searched(advice, catalog, Shipped.rules(), advisor.sizings(advice));
    }

    /** A whole run in which the ground is settled says what the hole promised. */
    @Test
    void aGroundThatTheBuyerSettlesPutsTheServiceFirst() {
        String request = "model=llama-3.1-70b budget=300000USD jurisdiction=JP";
        assertThat(said(request)).anyMatch(line -> line.contains("--privacy any then"));
        assertThat(searched(Shipped.catalog(), request + " privacy=any")
                        .verdicts()
                        .get(0)
                        .option()
                        .id())
                .isEqualTo("deepinfra");
    }

    @Test
    void aServiceWhoseSpeedNobodyPrintedIsToBeMeasured() {
        String request = "model=deepseek-r1 budget=600000USD jurisdiction=US";
        assertThat(said(request + " min-speed=5")).anyMatch(line -> line.contains("5 tokens/s, which no source says"));
        assertThat(said(request)).noneMatch(line -> line.contains("which no source says"));
    }

    /** Without the rows on INT4 and Blackwell nobody knows that an engine runs Kimi-K2.5 there. */
    @Test
    void anEngineThatMayRunTheFormatIsToBeTried() {
        Catalog shipped = Shipped.catalog();
        TreeMap<String, String> texts = new TreeMap<>(shipped.texts().files());
        texts.computeIfPresent(
                "engines/vllm.yaml",
                (file, text) -> text.replaceFirst(
                        "(?s)  - architectures: \\[Blackwell\\]\\R    precision: int4\\R    mode: weight-only\\R"
                                + "    models: moe\\R.*?(?=  - architectures)",
                        ""));
        texts.remove("options/h200-x8.yaml");
        texts.remove("options/rtx-pro-6000-x8.yaml");
        Catalog without = CatalogLoader.load(new CatalogTexts(texts));
        String request =
                "model=kimi-k2.5 budget=500000USD jurisdiction=US privacy=on-premises warranty=manufacturer as-of=2026-11-22";
        assertThat(said(without, request)).anyMatch(line -> line.contains("Server with 8 × B200 can run 4-bit"));
        assertThat(said(request)).noneMatch(line -> line.contains("B200 can run"));
    }

    @Test
    void whereARentedServerStandsIsAsked() {
        Catalog shipped = Shipped.catalog();
        TreeMap<String, String> texts = new TreeMap<>(shipped.texts().files());
        texts.computeIfPresent(
                "options/cloud-h100-rental-us.yaml",
                (file, text) -> text.replace("countries: [US]", "countries: [CN, US]"));
        Catalog atHome = CatalogLoader.load(new CatalogTexts(texts));
        String request =
                "model=llama-3.1-70b budget=1000w jurisdiction=CN precision-floor=native preset=batch streams=1";
        assertThat(searched(shipped, request).knownHoles())
                .filteredOn(hole -> hole.fact() == Fact.PLACE)
                .singleElement()
                .satisfies(hole -> assertThat(
                                new HoleText(Language.EN).of(hole, Shipped.request(request.split("[ =]", -1))))
                        .containsPattern("^If Rented .* is operated in China too, it comes first"));
        assertThat(searched(atHome, request).knownHoles())
                .filteredOn(hole -> hole.fact() == Fact.PLACE)
                .extracting(hole -> hole.plan().option().id())
                .doesNotContain("cloud-h100-rental-us");
    }

    @Test
    void whatIsBarredAndMerelyReportedIsNoHole() {
        Advice advice = searched(
                Shipped.catalog(),
                "model=deepseek-r1 budget=6000000CNY jurisdiction=CN sanctions=report privacy=on-premises");
        assertThat(advice.verdict("b300-x8").reportedBar()).isPresent();
        assertThat(advice.knownHoles())
                .isNotEmpty()
                .noneMatch(hole -> hole.plan().option().id().equals("b300-x8"));
    }

    @Test
    void whatOneAnswerOfAnAuthorityLetsInHasOneLeader() {
        List<String> parts = searched(
                        Shipped.catalog(), "model=deepseek-r1 budget=3000000CNY jurisdiction=CN privacy=on-premises")
                .knownHoles()
                .stream()
                .filter(hole -> hole.fact() == Fact.SUPPLY)
                .map(hole -> hole.plan().option().accelerator().id())
                .toList();
        assertThat(parts).contains("nvidia-h20-96gb").doesNotHaveDuplicates();
    }

    /** A card of the pair goes for 8,000 dollars and more; a quote far below that is not to be had. */
    @Test
    void nobodyIsSentForAFractionOfWhatItsDevicesGoFor() {
        Advice advice =
                searched(Shipped.catalog(), "model=deepseek-r1 jurisdiction=US privacy=on-premises max-power-kw=10");
        assertThat(advice.undecided())
                .extracting(option -> option.option().id())
                .contains("a100-pcie-x20-pair");
        assertThat(advice.knownHoles())
                .noneMatch(hole -> hole.plan().option().id().equals("a100-pcie-x20-pair"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " jurisdiction=US"})
    void withoutACountryTheHeadlineSaysThatNothingOfLawWasAssessed(String country) {
        assertThat(said("model=deepseek-r1 budget=3000000CNY" + country).stream()
                        .anyMatch(line -> line.startsWith("No country is given")))
                .isEqualTo(country.isEmpty());
    }

    private static List<String> said(String request) {
        return said(Shipped.catalog(), request);
    }

    private static List<String> said(Catalog catalog, String request) {
        return Objects.requireNonNull(
                new Answer(searched(catalog, request), Language.EN).parts().get(Part.DO));
    }
}
