package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Several requests side by side: those that somebody has named, and those of a file. */
@ExtendWith(BrowserTests.class)
class RequestsIT {
    private static final By ROWS = By.cssSelector(".answers tbody tr");

    private final Browser browser;
    private final Page page;

    RequestsIT(Browser browser, ServedAdvisor advisor) {
        this.browser = browser;
        this.page = new Page(browser, advisor);
    }

    @BeforeEach
    void wide() {
        browser.widen(1440);
        browser.complaints();
    }

    @AfterEach
    void nothingIsComplainedOf() {
        assertThat(Axe.violations(browser)).isEmpty();
    }

    @Test
    void savedScenariosStandSideBySideUntilTheyAreDeleted() {
        save("#/advice?model=deepseek-r1&budget=3000000CNY&lang=en", "Hosted");
        save("#/advice?model=deepseek-r1&privacy=on-premises&lang=en", "Our own");
        page.follow("Requests");
        browser.until("both are answered", () -> rows().stream().allMatch(row -> row.matches("(?s).*\\d.*CNY.*")));
        assertThat(rows()).hasSize(2);
        assertThat(rows().get(0)).startsWith("Hosted").contains("budget 3000000CNY");
        assertThat(rows().get(1)).startsWith("Our own").contains("privacy on-premises", "H20");
        browser.click(By.cssSelector("button[aria-label='Delete Hosted']"));
        browser.until("one is left", () -> rows().size() == 1);
        browser.open(browser.address());
        browser.until("it was kept", () -> rows().size() == 1);
        page.follow("Our own");
        assertThat(page.field("Where data may go").getDomProperty("value")).isEqualTo("on-premises");
        page.follow("Requests");
        browser.click(By.cssSelector("button[aria-label='Delete Our own']"));
        browser.until("none is left", () -> rows().isEmpty());
    }

    @Test
    void aFileIsAnsweredLineByLineAndAFaultKeepsNoOtherFromItsAnswer(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("asked.csv"),
                "\uFEFFmodel,budget,streams\r\ndeepseek-r1,\"3,000,000CNY\",8\r\n\r\nqwen3-32b,lots,\r\nqwen3-32b,,4\r\n");
        page.at("#/requests?lang=en");
        browser.find(By.id("requests-file")).sendKeys(file.toString());
        browser.until("all are answered", () -> browser.text().contains("3 of 3 answered."));
        assertThat(rows()).hasSize(3);
        assertThat(rows().get(0)).startsWith("1").contains("3,000,000CNY", "streams 8", "CNY");
        assertThat(rows().get(1))
                .contains("The budget (lots) is not an amount of money.")
                .doesNotContain("Line ");
        assertThat(rows().get(2)).contains("streams 4").containsPattern("recommended|acceptable");
    }

    /** As a mouse does: over the zone, which shows that it would be taken, and let go. */
    @Test
    void aDroppedFileIsTakenAsAChosenOneIs() {
        page.at("#/requests?lang=en");
        browser.find(By.id("requests-file"));
        browser.run("window.drag = (kind) => {"
                + "const dataTransfer = new DataTransfer();"
                + "dataTransfer.items.add(new File(['{\"model\": \"qwen3-8b\", \"streams\": 4}'], 'dropped.jsonl'));"
                + "document.querySelector('.drop').dispatchEvent("
                + "new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })); }");
        browser.run("drag('dragover')");
        browser.until("the zone shows it", () -> !browser.all(By.cssSelector(".drop.over"))
                .isEmpty());
        browser.run("drag('drop')");
        browser.until("it is answered", () -> browser.text().contains("1 of 1 answered."));
        assertThat(browser.all(By.cssSelector(".drop.over"))).isEmpty();
        assertThat(browser.find(By.cssSelector(".drop strong")).getText()).isEqualTo("dropped.jsonl");
        assertThat(rows().get(0)).contains("streams 4");
    }

    private void save(String request, String name) {
        page.at(request);
        page.verdict();
        WebElement field = browser.shown(By.cssSelector(".scenario input"));
        field.sendKeys(name);
        page.press("Save scenario");
    }

    private List<String> rows() {
        return browser.all(ROWS).stream().map(WebElement::getText).toList();
    }
}
