package advisor.http.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The editor of a rule file. */
final class Editor {
    private static final By TEXT = By.id("rule-text");
    private static final By STATE = By.id("editor-state");
    private static final String SELECT =
            """
            const [area, text] = arguments;
            const at = area.value.indexOf(text);
            area.focus();
            area.setSelectionRange(at, at + text.length);
            """;

    private final Browser browser;

    Editor(Browser browser) {
        this.browser = browser;
    }

    String text() {
        return String.valueOf(browser.shown(TEXT).getDomProperty("value"));
    }

    /** Selects the first occurrence of a text and types another over it. */
    void replace(String old, String with) {
        browser.run(SELECT, browser.shown(TEXT), old);
        browser.press(with);
    }

    /** Puts the caret before the first occurrence of a text. */
    void goBefore(String text) {
        WebElement area = browser.shown(TEXT);
        browser.run(SELECT, area, text);
        browser.run("arguments[0].setSelectionRange(arguments[0].selectionStart, arguments[0].selectionStart)", area);
    }

    /** The number of the line in which the caret is. */
    long caretLine() {
        return (Long) browser.run(
                "const area = arguments[0]; return area.value.slice(0, area.selectionStart).split('\\n').length",
                browser.shown(TEXT));
    }

    void untilItSays(String state) {
        browser.until(
                "the editor says: " + state,
                () -> browser.shown(STATE).getText().equals(state));
    }
}
