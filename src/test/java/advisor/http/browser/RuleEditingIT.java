package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Somebody who answers for the judgement: reads a rule, changes it, sees what that does, and saves it. */
@ExtendWith(BrowserTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleEditingIT {
    private static final String API = "#/rules/api.drl?lang=en";
    private static final String NAME = "api.drl";
    private static final String OPTION = "deepinfra";
    private static final By NOTICE = By.cssSelector(".notice.error button");

    private final Browser browser;
    private ServedAdvisor advisor;
    private Page page;
    private Editor editor;

    RuleEditingIT(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        advisor = ServedAdvisor.start(folder, true);
        page = new Page(browser, advisor);
        editor = new Editor(browser);
    }

    @AfterAll
    void stop() {
        if (advisor != null) {
            advisor.close();
        }
    }

    @BeforeEach
    void wide() {
        browser.widen(1440);
        browser.complaints();
    }

    @Test
    void anEditedRuleMovesTheVerdict() throws Exception {
        page.at("#/advice?model=deepseek-r1&budget=3000000CNY&lang=en");
        String before = page.stands(OPTION);
        page.follow("Rules");
        page.type("Search by name, sentence, kind, lens or source", "may be withdrawn");
        page.follow("may-be-withdrawn");
        page.follow("Edit api.drl");
        editor.replace("@points(-2)", "@points(-20)");
        editor.untilItSays("Look at the impact before you save.");
        assertThat(page.mayPress("Save")).isFalse();
        page.press("See the impact");
        editor.untilItSays("Ready to save.");
        assertThat(browser.shown(By.cssSelector(".impact")).getText())
                .contains("For your request", "Over all samples and scenarios", "api/may-be-withdrawn −2 → −20");
        assertThat(Axe.violations(browser)).isEmpty();
        page.press("Save");
        editor.untilItSays(Editor.SAVED);
        assertThat(Files.readString(advisor.rules().resolve(NAME))).contains("@points(-20)");
        page.follow("Advice");
        browser.until("the verdict moves", () -> !page.stands(OPTION).equals(before));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRuleIsBegunInTheFileOfANewTopicAndSaved() throws Exception {
        page.at("#/rules?lang=en");
        page.type("New rule", "cooling/too-hot");
        page.press("Begin");
        browser.until("its file is open", () -> browser.address().contains("#/rules/cooling.drl/"));
        page.type("New rule", "cooling/too-warm");
        page.press("Begin");
        browser.until("its file is open", () -> browser.address().contains("#/rules/cooling.drl/"));
        browser.until("both are in it", () -> editor.text().contains("cooling/too-warm"));
        editor.replace("cooling/too-warm", "cooling/far-too-hot");
        assertThat(editor.text()).contains("cooling/too-hot", "cooling/far-too-hot");
        saveAfterLooking();
        browser.until("it stands in the list", () -> browser.text().contains("too-hot"));
    }

    @Test
    void aFaultStandsAtItsLineAndKeepsFromSaving() {
        page.at(API);
        String sound = editor.text();
        editor.replace("Candidate(", "Candidat(");
        editor.untilItSays("Mend the errors first.");
        assertThat(page.mayPress("Save")).isFalse();
        assertThat(page.mayPress("See the impact")).isFalse();
        assertThat(browser.shown(By.cssSelector(".cm-lint-marker-error")).isDisplayed())
                .isTrue();
        assertThat(Axe.violations(browser)).isEmpty();
        editor.goBefore("rule \"api/not-offered\"");
        browser.press(Keys.F8);
        assertThat(browser.shown(By.cssSelector(".cm-tooltip .cm-diagnostic-error"))
                        .getText())
                .contains("Candidat");
        String place = browser.shown(NOTICE).getText();
        browser.click(NOTICE);
        assertThat(place).startsWith("line " + editor.caretLine() + ", ");
        page.press("Discard changes");
        editor.untilItSays("Nothing is changed.");
        assertThat(editor.text()).isEqualTo(sound);
    }

    @Test
    void tabIndentsCanBeUndoneAndAfterEscapeLeaves() {
        page.at(API);
        String sound = editor.text();
        editor.goBefore("rule \"api/not-offered\"");
        browser.press(Keys.TAB);
        assertThat(editor.text()).contains("    rule \"api/not-offered\"");
        browser.press(Keys.CONTROL, "z");
        assertThat(editor.text()).isEqualTo(sound);
        browser.press(Keys.ESCAPE, Keys.TAB);
        assertThat(browser.focused()).isNotEqualTo("rule-text");
    }

    @Test
    void namesAreOfferedAsTheyAreTyped() {
        page.at(API);
        String sound = editor.text();
        editor.replace("Candidate(", "Candidate( maxPow");
        By offered = By.cssSelector(".cm-tooltip-autocomplete [aria-selected]");
        assertThat(browser.shown(offered).getText()).startsWith("maxPowerKilowatts");
        assertThat(Axe.violations(browser)).isEmpty();
        browser.press(Keys.ENTER);
        browser.until("it is taken", () -> editor.text().contains("Candidate( maxPowerKilowatts"));
        page.press("Discard changes");
        assertThat(editor.text()).isEqualTo(sound);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void pointsAndSentencesAreFieldsAndAnEarlierVersionIsTakenBack() throws Exception {
        Path file = advisor.rules().resolve("warranty.drl");
        String before = Files.readString(file);
        page.at("#/rules/warranty.drl/1?lang=en");
        page.type("Sentence in English", "said anew");
        page.type("Sentence in Chinese", "另一种说法");
        assertThat(editor.text()).contains("@en(\"said anew\")").contains("@zh(\"另一种说法\")");
        assertThat(browser.shown(By.cssSelector(".changed .in")).getText()).contains("said anew");
        saveAfterLooking();
        browser.click(By.cssSelector(".versions summary"));
        browser.click(By.cssSelector(".versions button"));
        assertThat(browser.shown(By.cssSelector(".versions .out")).getText()).contains("said anew");
        assertThat(Axe.violations(browser)).isEmpty();
        page.press("Take this text into the editor");
        saveAfterLooking();
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    private void saveAfterLooking() {
        editor.saveAfterLooking(page);
    }

    @Test
    void whoeverSavesSecondIsToldAndMayGoOn() throws Exception {
        Path file = advisor.rules().resolve("power.drl");
        page.at("#/rules/power.drl?lang=en");
        editor.replace("// Power", "// Electric power");
        editor.untilItSays("Look at the impact before you save.");
        page.press("See the impact");
        editor.untilItSays("Ready to save.");
        Files.writeString(file, Files.readString(Shipped.RULES.resolve("power.drl")) + "// By another hand.\n");
        page.press("Save");
        assertThat(browser.shown(By.cssSelector(".problem .in")).getText()).contains("By another hand");
        page.press("Keep my text; it will replace the other");
        saveAfterLooking();
        assertThat(Files.readString(file)).contains("// Electric power").doesNotContain("By another hand");
    }
}
