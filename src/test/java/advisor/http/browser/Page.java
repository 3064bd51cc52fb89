package advisor.http.browser;

import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as its reader sees it: fields by their labels, actions by their words. */
final class Page {
    private final Browser browser;
    private final ServedAdvisor advisor;

    Page(Browser browser, ServedAdvisor advisor) {
        this.browser = browser;
        this.advisor = advisor;
    }

    /** Loads the page at a place, such as {@code #/advice?lang=en}. */
    Page at(String place) {
        browser.open(advisor.address() + place);
        browser.shown(By.tagName("main"));
        return this;
    }

    /** What may be typed in or chosen under a label. */
    WebElement field(String label) {
        String id = Objects.requireNonNull(browser.shown(By.xpath("//label[normalize-space()='%s']".formatted(label)))
                .getDomAttribute("for"));
        return browser.shown(By.id(id));
    }

    void type(String label, String text) {
        field(label).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void press(String button) {
        browser.click(button(button));
    }

    boolean mayPress(String button) {
        return browser.shown(button(button)).isEnabled();
    }

    void follow(String link) {
        browser.click(By.xpath("//a[contains(normalize-space(), '%s')]".formatted(link)));
    }

    void switchLanguage() {
        browser.click(By.id("language"));
    }

    /** The sentence that says what to do, when all that it rests on has come. */
    String verdict() {
        browser.shown(By.cssSelector(".answer[aria-busy=false] .headline"));
        return browser.shown(By.cssSelector(".headline .verdict")).getText();
    }

    /** The titles below one of the headings of the advice. */
    List<String> options(String group) {
        return browser.all(By.cssSelector("section." + group + " .option h4 a")).stream()
                .map(link -> Objects.requireNonNull(link.getDomAttribute("title")))
                .toList();
    }

    /** Stance and score of an option, as they stand in its row. */
    String stands(String option) {
        return browser.shown(
                        By.xpath("//li[contains(@class, 'option')][.//a[@id='open-%s']]//*[contains(@class, 'chip')]"
                                .formatted(option)))
                .getText();
    }

    private static By button(String words) {
        return By.xpath("//button[normalize-space()='%s']".formatted(words));
    }
}
