package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/** Whoever the reader is: in English and light, in Chinese and dark, on any screen, with a reader of screens. */
@ExtendWith(BrowserTests.class)
class EveryViewIT {
    private static final List<Integer> WIDTHS_PIXELS = List.of(360, 768, 1280, 1440, 1920);

    private final Browser browser;
    private final Page page;

    EveryViewIT(Browser browser, ServedAdvisor advisor) {
        this.browser = browser;
        this.page = new Page(browser, advisor);
    }

    static Stream<Arguments> viewsAndLanguages() {
        return Arrays.stream(View.values())
                .flatMap(view -> Stream.of("en", "zh").map(lang -> Arguments.of(view, lang)));
    }

    @AfterEach
    void light() {
        browser.dark(false);
    }

    @ParameterizedTest
    @MethodSource("viewsAndLanguages")
    void axeFindsNothingNoWidthScrollsSidewaysAndNothingIsComplainedOf(View view, String language) {
        browser.complaints();
        browser.widen(1440);
        browser.dark(language.equals("zh"));
        view.open(page, browser, language);
        assertThat(Axe.violations(browser)).isEmpty();
        for (int width : WIDTHS_PIXELS) {
            browser.widen(width);
            assertThat(browser.run("return document.documentElement.scrollWidth"))
                    .as("%s pixels", width)
                    .isEqualTo((long) width);
        }
        if (view != View.FAULTY) {
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aRuleShowsItsScenariosAndWhatEachConditionWasSeenToBe() {
        View.RULE.open(page, browser, "en");
        assertThat(browser.shown(By.cssSelector(".rule-scenarios")).getText()).contains("rules/scenarios/");
        assertThat(browser.shown(By.cssSelector("#rule-coverage ~ .scroll")).getText())
                .contains("memory.shortfall != null");
        assertThat(Axe.violations(browser)).isEmpty();
    }

    @Test
    void aServerWithoutEditingShowsItsRulesAndSaysHowToSwitchItOn() {
        View.FILE.open(page, browser, "en");
        assertThat(browser.find(By.id("rule-text")).getDomAttribute("aria-readonly"))
                .isEqualTo("true");
        assertThat(browser.text()).contains("advisor serve --edit").doesNotContain("Save");
    }
}
