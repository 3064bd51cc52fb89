package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Somebody who answers for figures: changes a threshold and a price, sees what that does, saves, and goes back. */
@ExtendWith(BrowserTests.class)
class FigureEditingIT {
    private static final String OPTION = "deepinfra";
    private static final By IMPACT = By.cssSelector(".impact");

    private final Browser browser;

    FigureEditingIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void anEditedThresholdAndAnEditedPriceMoveTheAdviceAndGoBack(@TempDir Path folder) throws Exception {
        try (ServedAdvisor advisor = ServedAdvisor.start(folder, true)) {
            browser.widen(1440);
            browser.complaints();
            Page page = new Page(browser, advisor);
            Editor editor = new Editor(browser);
            page.at("#/advice?model=deepseek-r1&budget=3000000CNY&lang=en");
            String before = page.stands(OPTION);
            page.follow("Rules");
            page.follow("Thresholds");
            page.type("Search by name or file", "score before");
            page.follow("Score before any finding");
            page.type("Value from 2025-01-01, in points", "48");
            browser.press(Keys.TAB);
            assertThat(browser.shown(By.cssSelector(".changed .in")).getText()).contains("value: 48");
            editor.saveAfterLooking(page);
            Path thresholds = advisor.catalog().resolve("parameters/score.yaml");
            assertThat(Files.readString(thresholds)).contains("value: 48");
            page.follow("Advice");
            browser.until("the threshold moves the verdict", () -> !page.stands(OPTION)
                    .equals(before));
            String lower = page.stands(OPTION);

            page.at("#/rules/catalog?model=deepseek-r1&budget=3000000CNY&lang=en");
            page.type("Search by name or file", "deepinfra");
            page.follow("deepinfra.yaml");
            editor.replace("input: 0.5,", "input: 500,");
            editor.untilItSays("Look at the impact before you save.");
            page.press("See the impact");
            editor.untilItSays("Ready to save.");
            assertThat(browser.shown(IMPACT).getText())
                    .contains("For your request", "Another option comes first: 1", "Over all samples and scenarios");
            assertThat(Axe.violations(browser)).isEmpty();
            page.press("Save");
            editor.untilItSays(Editor.SAVED);
            page.follow("Advice");
            browser.until(
                    "the price moves the verdict", () -> !page.stands(OPTION).equals(lower));

            page.at("#/rules/parameters/score.yaml/1?model=deepseek-r1&budget=3000000CNY&lang=en");
            browser.click(By.cssSelector(".versions summary"));
            browser.click(By.cssSelector(".versions button"));
            page.press("Take this text into the editor");
            assertThat(Axe.violations(browser)).isEmpty();
            editor.saveAfterLooking(page);
            assertThat(Files.readString(thresholds)).contains("value: 58").doesNotContain("value: 48");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
