package advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.catalog.ExportLaw;
import advisor.facts.Request;
import advisor.facts.law.ExportStatus;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Money;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.request.RequestForm;
import advisor.text.Language;
import advisor.text.LoadException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the law forbids is never advised: over every option of the shipped catalog, for models and budgets of all sizes. */
class LawTest {
    private static final List<String> MODELS =
            List.of("deepseek-r1", "deepseek-v4-flash", "llama-3.1-8b", "qwen3-32b", "glm-5-fp8");

    private static final List<Map<String, String>> MEANS = List.of(
            Map.of(),
            Map.of("budget", "50000000CNY", "streams", "64"),
            Map.of("budget", "100000CNY", "streams", "1", "privacy", "any", "sanctions", "report"));

    private static final String LATEST = "2026-11-28";

    /** Those of which the regulation lets nothing through, and Syria. */
    @ParameterizedTest
    @ValueSource(strings = {"RU", "IR", "KP", "BY", "CU", "SY"})
    void noPurchaseIsBetterThanUndecidedWhereExportIsClosed(String country) {
        assertThat(advices(Map.of("jurisdiction", country))).allSatisfy(advice -> {
            assertThat(advice.verdicts())
                    .filteredOn(verdict -> verdict.option().kind() != OptionKind.API)
                    .isNotEmpty()
                    .allMatch(verdict -> !verdict.stance().viable(), "not viable");
            assertThat(advice.verdicts()).noneMatch(verdict -> verdict.stance() == Stance.STRONGLY_RECOMMENDED);
        });
    }

    /** Outside the groups that need a licence a country holds nothing back, and where none is known a dealer is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"BR", "MX", "ZA", "PS"})
    void aPurchaseIsAdvisedWhereExportIsNotClosed(String country) {
        Advice advice = Shipped.advise(
                "model", "qwen3-32b", "jurisdiction", country, "privacy", "on-premises", "as-of", LATEST);
        assertThat(advice.viable()).isNotEmpty();
    }

    @Test
    void noServiceAbroadIsViableForAStateFundedBuyerInChina() {
        assertThat(advices(Map.of("jurisdiction", "CN", "buyer", "state-funded")))
                .allSatisfy(advice -> assertThat(advice.viable())
                        .noneMatch(verdict -> verdict.option().crossesBorderFrom("CN")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN", "DE", "IT", "JP"})
    void withoutAWordNoPromptCrossesABorder(String country) {
        for (String model : MODELS) {
            Advice advice = Shipped.advise("model", model, "jurisdiction", country, "as-of", LATEST);
            assertThat(advice.viable()).noneMatch(verdict -> verdict.option().crossesBorderFrom(country));
        }
    }

    @ParameterizedTest
    @CsvSource({"CN,", "DE,CN", "CN,US"})
    void whatIsBarredAndReportedIsAtMostDiscouraged(String country, String parent) {
        Map<String, String> buyer = buyer(country, parent);
        for (String model : MODELS) {
            Advice complies = advise(model, buyer, Map.of("sanctions", "comply"));
            Advice reports = advise(model, buyer, Map.of("sanctions", "report"));
            assertThat(reports.viable())
                    .filteredOn(verdict ->
                            !complies.verdict(verdict.option().id()).stance().viable())
                    .allMatch(verdict -> verdict.stance().compareTo(Stance.DISCOURAGED) >= 0, "at most discouraged")
                    .allMatch(verdict -> verdict.reportedBar().isPresent(), "marked");
        }
    }

    @Test
    void whatIsBarredAndReportedComesAfterAllThatMayBeHad() {
        Advice advice = Shipped.advise(
                "model", "deepseek-r1", "jurisdiction", "CN", "sanctions", "report", "streams", "64", "as-of", LATEST);
        assertThat(advice.viable().stream()
                        .map(option -> option.reportedBar().isPresent())
                        .toList())
                .contains(true, false)
                .isSorted();
    }

    @Test
    void whatTheLawClosesIsNotTheNearestWhereAnythingElseIs() {
        Advice advice = Shipped.advise(
                "model", "deepseek-r1", "jurisdiction", "CN", "buyer", "state-funded", "budget", "20000CNY");
        assertThat(advice.rejected())
                .filteredOn(option -> option.option().crossesBorderFrom("CN"))
                .isNotEmpty()
                .allMatch(option -> option.best().isBarred());
        assertThat(advised(advice, Language.EN))
                .contains("the nearest of those of which all is known is")
                .doesNotContain("abroad");
    }

    @Test
    void aReportLeadsWithWhatIsBarredAndNamesTheBestThatIsLawful() {
        Advice advice = Shipped.advise(
                "model", "deepseek-r1", "jurisdiction", "CN", "sanctions", "report", "streams", "64", "as-of", LATEST);
        assertThat(advised(advice, Language.EN))
                .startsWith("For information only, barred for you since 2023-11-17: Server with 8 × B200 and ")
                .contains("What is lawful: Do not buy: call D.Run API (DaoCloud)");
        assertThat(advised(advice, Language.ZH)).startsWith("仅供参考，自 2023-11-17 起对您禁售：单机 8 卡 B200");
    }

    @ParameterizedTest
    @CsvSource({
        "RU, No advanced chip may go to Russia",
        "PS, is not assessed, which is no clearance",
        "VN, Advanced chips go to Vietnam only with an export licence",
        "UA, The country group of Ukraine is not verified"
    })
    void theHeadlineNamesTheLawOfTheCountry(String country, String words) {
        Advice advice = Shipped.advise("model", "deepseek-r1", "jurisdiction", country, "as-of", LATEST);
        assertThat(advised(advice, Language.EN)).contains(words);
    }

    private static String advised(Advice advice, Language language) {
        return String.join(" ", new Answer(advice, language).parts().get(Part.DO));
    }

    @Test
    void theProviderThatRemainsIsPricedAndNotTheCheapestOfAll() {
        assertThat(hosted("any", "nebius").option().countries()).containsExactly("FI", "FR", "US");
        OptionVerdict inEea = hosted("eea", "nebius");
        assertThat(inEea.option().countries()).containsExactly("FI", "FR");
        assertThat(inEea.stance().viable()).isTrue();
        OptionVerdict cheapest = hosted("eea", "crusoe");
        assertThat(cheapest.stance()).isEqualTo(Stance.REJECTED);
        assertThat(total(inEea)).isGreaterThan(total(cheapest));
    }

    private static OptionVerdict hosted(String privacy, String provider) {
        return Shipped.advise("model", "deepseek-r1", "jurisdiction", "NL", "privacy", privacy, "as-of", "2026-07-01")
                .verdict(provider);
    }

    private static Money total(OptionVerdict verdict) {
        return verdict.best().candidate().cost().likelyTotal();
    }

    /** A part that no list names is judged by its class, so a statement that is missing permits nothing. */
    @ParameterizedTest
    @CsvSource({"CN,,private", "CN,,state-funded", "CN,,multinational", "HK,,private", "RU,,private", "US,,private"})
    void noStatementThatIsMissingMakesAPurchaseLawful(String country, String parent, String buyer) {
        Map<String, String> fields = new TreeMap<>(buyer(country, parent));
        fields.putAll(Map.of("buyer", buyer, "model", "llama-3.1-8b", "as-of", LATEST));
        Request request = new RequestForm(fields).request(Shipped.TODAY);
        Map<String, Boolean> before = lawful(Shipped.catalog(), request);
        for (ExportStatus status : Shipped.catalog().exportLaw().parts()) {
            if (status.level() == null
                    && before.keySet().stream().anyMatch(option -> isOf(option, status))
                    && status.period().contains(LocalDate.parse(LATEST))
                    && status.concerns(country, request.buyer())) {
                assertThat(lawful(without(status), request))
                        .as(status.toString())
                        .allSatisfy((option, now) -> assertThat(!now || before.get(option))
                                .as(option)
                                .isTrue());
            }
        }
    }

    /** Whether nothing bars a purchase or leaves it open. */
    private static Map<String, Boolean> lawful(Catalog catalog, Request request) {
        return new Advisor(catalog, Shipped.rules())
                .advise(request).verdicts().stream()
                        .filter(verdict -> verdict.option().purchased())
                        .collect(Collectors.toMap(verdict -> verdict.option().id(), verdict -> verdict.stance()
                                .viable()));
    }

    private static boolean isOf(String option, ExportStatus status) {
        return Shipped.catalog().option(option).accelerator().id().equals(status.accelerator());
    }

    /** The shipped catalog with the options of that part alone, of which a statement is missing. */
    private static Catalog without(ExportStatus missing) {
        Catalog shipped = Shipped.catalog();
        SortedMap<String, DeploymentOption> concerned = new TreeMap<>(shipped.options());
        concerned.keySet().removeIf(option -> !isOf(option, missing));
        List<ExportStatus> others = new ArrayList<>(shipped.exportLaw().parts());
        others.remove(missing);
        return new Catalog(
                shipped.sources(),
                shipped.accelerators(),
                shipped.models(),
                shipped.substitutes(),
                shipped.engines(),
                concerned,
                shipped.composable(),
                shipped.parts(),
                new ExportLaw(others, shipped.exportLaw().countries()),
                shipped.datedParameters(),
                shipped.sha256(),
                shipped.texts());
    }

    @Test
    void anOfficialChannelIsNotPricedByAGreySource() {
        String file = "options/b200-x8.yaml";
        String text = Shipped.catalog()
                .texts()
                .files()
                .get(file)
                .replace("source: configiq-2026", "source: ft-2025-grey-market");
        assertThatThrownBy(() -> CatalogLoader.load(new CatalogTexts(edited(file, text))))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("catalog/options/b200-x8.yaml:")
                .hasMessageContaining("The source (ft-2025-grey-market) of a price of option (b200-x8)")
                .satisfies(refused -> assertThat(
                                ((LoadException) refused).problems().stream().map(problem -> problem.in(Language.ZH)))
                        .anyMatch(problem -> problem.contains("非授权渠道的要价")));
    }

    @Test
    void aGreyChannelMayBePricedByAGreySource() {
        String file = "options/b200-x8.yaml";
        String text = Shipped.catalog()
                .texts()
                .files()
                .get(file)
                .replace("source: configiq-2026", "source: ft-2025-grey-market")
                .replace("channel: official", "channel: grey");
        assertThat(CatalogLoader.load(new CatalogTexts(edited(file, text))).options())
                .containsKey("b200-x8");
    }

    @ParameterizedTest
    @CsvSource({
        "export/us-licence.yaml, 'jurisdictions: [CN, HK, MO]', 'jurisdictions: [China]'",
        "countries/us-advanced-chips.yaml, 'countries: [RU, BY]', 'countries: [Russia]'"
    })
    void aCountryThatIsNoCodeLiftsNoBar(String file, String code, String name) {
        String text = Shipped.catalog().texts().files().get(file).replace(code, name);
        assertThatThrownBy(() -> CatalogLoader.load(new CatalogTexts(edited(file, text))))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("is not a code of ISO 3166");
    }

    private static SortedMap<String, String> edited(String file, String text) {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.put(file, text);
        return files;
    }

    private static Stream<Advice> advices(Map<String, String> buyer) {
        return MODELS.stream().flatMap(model -> MEANS.stream().map(means -> advise(model, buyer, means)));
    }

    private static Advice advise(String model, Map<String, String> buyer, Map<String, String> means) {
        Map<String, String> fields = new TreeMap<>(buyer);
        fields.putAll(means);
        fields.put("model", model);
        fields.putIfAbsent("as-of", LATEST);
        return Shipped.advise(fields);
    }

    private static Map<String, String> buyer(String country, String parent) {
        return parent == null ? Map.of("jurisdiction", country) : Map.of("jurisdiction", country, "parent", parent);
    }
}
