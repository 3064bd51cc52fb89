package advisor.http.browser;

import org.openqa.selenium.By;

/** The editor of a file. */
final class Editor {
    static final String SAVED = "Saved. It counts from now on; what was there is kept under the earlier versions.";

    private static final By TEXT = By.id("rule-text");
    private static final By STATE = By.id("editor-state");
    /** The editor keeps itself at the element that is typed in. */
    private static final String VIEW = "const view = arguments[0].cmTile.root.view; ";

    private static final String SELECT = VIEW
            + """
            const at = view.state.sliceDoc().indexOf(arguments[1]);
            view.dispatch({ selection: { anchor: at, head: at + arguments[2] }, scrollIntoView: true });
            view.focus();
            """;

    private final Browser browser;

    Editor(Browser browser) {
        this.browser = browser;
    }

    String text() {
        return String.valueOf(browser.run(VIEW + "return view.state.sliceDoc()", browser.shown(TEXT)));
    }

    /** Selects the first occurrence of a text and types another over it. */
    void replace(String old, String with) {
        browser.run(SELECT, browser.shown(TEXT), old, old.length());
        browser.press(with);
    }

    /** Puts the caret before the first occurrence of a text. */
    void goBefore(String text) {
        browser.run(SELECT, browser.shown(TEXT), text, 0);
    }

    /** The number of the line in which the caret is. */
    long caretLine() {
        return (Long) browser.run(
                VIEW + "return view.state.doc.lineAt(view.state.selection.main.head).number", browser.shown(TEXT));
    }

    /** Sees the impact of what was typed, and saves it. */
    void saveAfterLooking(Page page) {
        untilItSays("Look at the impact before you save.");
        page.press("See the impact");
        untilItSays("Ready to save.");
        page.press("Save");
        untilItSays(SAVED);
    }

    void untilItSays(String state) {
        browser.until(
                "the editor says: " + state,
                () -> browser.shown(STATE).getText().equals(state));
    }
}
