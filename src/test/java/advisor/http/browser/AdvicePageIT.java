package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.QuoteFiles;
import advisor.Shipped;
import advisor.cli.CommandRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Somebody decides: asks, changes the question, opens an option, follows a source, keeps the answer. */
@ExtendWith(BrowserTests.class)
class AdvicePageIT {
    private static final String R1 = "#/advice?model=deepseek-r1&budget=3000000CNY&lang=en";
    private static final By CHANGE = By.xpath("//section[contains(@class, 'rejected')]//button[contains(., 'budget')]");

    private static final String ONE_MORE_CURRENCY = "const [done] = arguments; import('/state.js').then((page) => {"
            + " page.update({ currencies: [...page.state.currencies, 'VND'] }); setTimeout(done); });";

    private static final String VERDICT = "const [id, done] = arguments; import('/state.js').then((page) =>"
            + " done(JSON.stringify(page.state.answer.verdicts.find((verdict) => verdict.option === id))));";

    private static final Path CONFIG =
            Path.of("src/test/resources/models/qwen3-32b.json").toAbsolutePath();

    private final Browser browser;
    private final Page page;

    AdvicePageIT(Browser browser, ServedAdvisor advisor) {
        this.browser = browser;
        this.page = new Page(browser, advisor);
    }

    private List<String> budgetUnits() {
        return browser.all(By.cssSelector("#field-budget + select option")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @BeforeEach
    void wide() {
        browser.widen(1440);
        browser.complaints();
    }

    @AfterEach
    void nothingIsComplainedOf() {
        browser.screen();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theAdviceFollowsTheFormAndTheAddressHoldsIt() {
        page.at("#/advice?lang=en");
        page.type("Model of the catalog", "r1");
        browser.press(Keys.ENTER);
        String unlimited = page.verdict();
        page.type("Budget", "100000");
        browser.until("the advice follows", () -> !page.verdict().equals(unlimited));
        assertThat(browser.address()).contains("model=deepseek-r1", "budget=100000CNY");
    }

    @Test
    void aLinkReproducesTheRequest() {
        page.at(R1 + "&streams=8&lens=founding");
        String verdict = page.verdict();
        String address = browser.address();
        browser.open(address);
        assertThat(page.verdict()).isEqualTo(verdict);
        assertThat(page.field("Budget").getDomProperty("value")).isEqualTo("3000000");
        assertThat(page.field("Streams").getDomProperty("value")).isEqualTo("8");
        assertThat(page.field("Lens").getDomProperty("value")).isEqualTo("founding");
    }

    /** Whatever somebody uses is the same after the next answer. */
    @Test
    void aSliderStaysWhileTheAnswersChange() {
        page.at(R1);
        browser.click(By.id("slide-streams"));
        browser.run("document.getElementById('slide-streams').isTheSame = true");
        for (int press = 0; press < 2; press++) {
            String before = browser.address();
            browser.press(Keys.ARROW_RIGHT);
            browser.until("it is asked anew", () -> !browser.address().equals(before));
            browser.until(
                    "and answered",
                    () -> browser.all(By.cssSelector(".answer[aria-busy=false]"))
                                    .size()
                            == 1);
        }
        assertThat(browser.focused()).isEqualTo("slide-streams");
        assertThat(browser.run("return document.getElementById('slide-streams').isTheSame"))
                .isEqualTo(true);
    }

    @Test
    void theSuggestedBudgetAdmitsARejectedOption() {
        page.at("#/advice?model=deepseek-r1&budget=500000CNY&lang=en");
        WebElement change = browser.shown(CHANGE);
        String option = change.findElement(By.xpath("./ancestor::li//h4/a")).getDomAttribute("title");
        assertThat(page.options("rejected")).contains(option);
        browser.click(CHANGE);
        browser.until("it is no longer rejected", () -> page.options("viable").contains(option));
        assertThat(browser.address()).doesNotContain("budget=500000CNY");
        assertThat(browser.focused()).isEqualTo("verdict");
        page.press("Undo");
        browser.until("it is rejected again", () -> page.options("rejected").contains(option));
        assertThat(browser.address()).contains("budget=500000CNY");
    }

    @Test
    void aRejectedOptionOpensBesideTheListAndItsSourcesShowTheQuotedLine() {
        page.at(R1);
        browser.click(By.cssSelector("section.rejected h4 a"));
        browser.shown(By.id("option-title"));
        browser.until("focus is on its title", () -> "option-title".equals(browser.focused()));
        assertThat(page.options("viable")).isNotEmpty();
        page.press("Why no other verdict");
        assertThat(browser.shown(By.cssSelector(".conditions .fails")).getText())
                .isNotEmpty();
        browser.click(By.cssSelector("button.cite"));
        WebElement source = browser.shown(By.cssSelector("dialog.source"));
        assertThat(source.getText()).contains("Cited as");
        assertThat(source.findElements(By.cssSelector("dd"))).isNotEmpty();
        browser.press(Keys.ESCAPE);
        browser.until("the source is closed", () -> browser.all(By.cssSelector("dialog[open].source"))
                .isEmpty());
    }

    @Test
    void whatIsClaimedBeforeTheRunsOverWhatIsUncertainIsTakenBackByThem() {
        page.at("#/advice?model=qwen3-30b-a3b&privacy=on-premises&as-of=2026-11-22&lang=en");
        browser.until("the runs have come", () -> page.verdict().contains("a close call"));
        assertThat(page.verdict()).doesNotContain("recommended");
        assertThat(browser.shown(By.cssSelector(".figure.what .chip")).getText())
                .isEqualTo("a close call");
        assertThat(browser.title()).contains("a close call");
        browser.print();
        assertThat(browser.text()).contains(page.verdict());
    }

    @Test
    void theLanguageIsSwitchedInThePageAndTheRequestStays() {
        page.at(R1);
        String english = page.verdict();
        page.switchLanguage();
        browser.until("it speaks Chinese", () -> !page.verdict().equals(english));
        assertThat(page.verdict()).containsPattern("\\p{IsHan}");
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo("zh-Hans");
        assertThat(browser.address()).contains("model=deepseek-r1", "lang=zh");
    }

    @Test
    void theBudgetIsAskedInTheCurrenciesOfTheCatalog() {
        page.at("index.html#/advice?lang=en");
        browser.shown(By.id("field-budget"));
        assertThat(budgetUnits()).hasSize(35).contains("万元 (10,000 CNY)", "CNY ¥", "USD $", "EUR €", "GBP £");
        browser.runAsync(ONE_MORE_CURRENCY);
        assertThat(budgetUnits()).hasSize(36).contains("VND ₫");
        page.switchLanguage();
        browser.until("it speaks Chinese", () -> budgetUnits().contains("USD 美元"));
        assertThat(budgetUnits()).contains("万元", "CNY 人民币", "USD 美元", "EUR 欧元", "VND 越南盾");
    }

    @Test
    void aFewKeysLeadToTheFirstOption() {
        page.at(R1);
        page.verdict();
        browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
        browser.until("the options have the focus", () -> "options".equals(browser.focused()));
    }

    @Test
    void aQuoteIsAskedForFieldByFieldAndJudged() {
        page.at(R1);
        page.verdict();
        page.press("Add a quote");
        browser.shown(By.name("accelerator")).sendKeys("nvidia-h20-96gb");
        browser.shown(By.name("amount")).sendKeys("1100000");
        browser.click(By.cssSelector("dialog.offer button.main"));
        browser.until("the quote is an option", () -> Stream.of("viable", "undecided", "rejected")
                .flatMap(group -> page.options(group).stream())
                .anyMatch(title -> title.contains("Quoted")));
        assertThat(browser.address()).contains("quote=8+x+nvidia-h20-96gb%2C+1100000CNY");
        assertThat(browser.shown(By.cssSelector(".asked")).getText()).contains("CNY 1.1 M");
    }

    /** The same stance, score and total, whichever way it came. */
    @Test
    void aQuoteIsJudgedInThePageAsTypedAndFromFiles(@TempDir Path folder) throws IOException {
        page.at("index.html#/advice?model=llama-3.1-70b&jurisdiction=US&lang=en&quote="
                + URLEncoder.encode(QuoteFiles.TYPED, StandardCharsets.UTF_8));
        page.verdict();
        JsonNode shown = new JsonMapper().readTree((String) browser.runAsync(VERDICT, QuoteFiles.ID));
        assertThat(shown.path("cost").path("total").path("likely").asLong()).isPositive();
        List<List<String>> ways = List.of(
                List.of("--quote", QuoteFiles.TYPED),
                List.of("--file", QuoteFiles.request(folder).toString()),
                List.of("--offers", QuoteFiles.csv(folder).toString()),
                List.of("--offers", QuoteFiles.xlsx(folder).toString()));
        for (List<String> way : ways) {
            JsonNode judged = judged(way);
            assertThat(judged.path("stance")).isEqualTo(shown.path("stance"));
            assertThat(judged.path("score")).isEqualTo(shown.path("score"));
            assertThat(judged.path("cost").path("total"))
                    .isEqualTo(shown.path("cost").path("total"));
        }
    }

    private static JsonNode judged(List<String> way) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "advise", "--model", "llama-3.1-70b", "--jurisdiction", "US", "--as-of", Shipped.TODAY.toString()));
        arguments.addAll(way);
        return CommandRun.json(arguments.toArray(String[]::new))
                .path("verdicts")
                .valueStream()
                .filter(verdict -> verdict.path("option").asText().equals(QuoteFiles.ID))
                .findFirst()
                .orElseThrow();
    }

    /** Asked for without a budget, and by the page too. */
    @Test
    void theAnswerSpeaksTheCurrencyThatIsChosen() {
        page.at("#/advice?model=deepseek-r1&lang=en");
        page.verdict();
        browser.click(By.cssSelector("#field-currency option[value=EUR]"));
        browser.until(
                "it is told in euros",
                () -> browser.shown(By.cssSelector(".asked")).getText().contains("answer in EUR"));
        assertThat(browser.address()).contains("currency=EUR");
    }

    @Test
    void optionsThatAreTickedStandSideBySide() {
        page.at(R1);
        page.verdict();
        browser.click(By.cssSelector(".viable li:nth-child(1) .compare-box input"));
        browser.click(By.cssSelector(".viable li:nth-child(7) .compare-box input"));
        page.follow("Compare these 2");
        browser.shown(By.id("compare-flips"));
        assertThat(browser.all(By.cssSelector("#compare-figures + .scroll th[scope=col]")))
                .hasSize(2);
        assertThat(browser.address()).contains("#/compare", "compare=");
    }

    @Test
    void whatTheAddressAsksForAndThereIsNotIsTold() {
        page.at(R1.replace("lang=en", "lang=fr") + "&option=h201");
        browser.until(
                "both are told",
                () -> browser.text().contains("does not speak")
                        && browser.text().contains("no option h201"));
    }

    @Test
    void theVerdictStandsThoughTheRestHasNotComeAndThatIsTold() {
        browser.block("*bundle-*.js*");
        page.at(R1);
        browser.until(
                "it is told",
                () -> browser.text().contains("has not come yet")
                        && browser.text().contains("The form is on its way"));
        assertThat(browser.shown(By.cssSelector(".headline .verdict")).getText())
                .isNotEmpty();
        assertThat(page.options("viable")).isNotEmpty();
        browser.block();
        assertThat(page.verdict()).isNotEmpty();
        assertThat(page.field("Budget").getDomProperty("value")).isEqualTo("3000000");
        assertThat(browser.text()).doesNotContain("has not come yet");
        browser.complaints();
    }

    @Test
    void onPaperStandsTheAnswerWithoutTheForm() {
        page.at(R1);
        String verdict = page.verdict();
        browser.print();
        assertThat(browser.text())
                .contains(verdict, "Decision d-", "budget CNY 3 M")
                .doesNotContain("Model of the catalog");
    }

    @Test
    void aConfigOfOnesOwnIsJudgedAndStandsInTheAddress() {
        page.at("#/advice?lang=en");
        browser.find(By.id("field-config")).sendKeys(CONFIG.toString());
        String verdict = page.verdict();
        browser.open(browser.address());
        assertThat(page.verdict()).isEqualTo(verdict);
        assertThat(browser.text()).contains(CONFIG.getFileName().toString());
    }
}
