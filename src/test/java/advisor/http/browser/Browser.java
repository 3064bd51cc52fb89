package advisor.http.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import advisor.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.FluentWait;

/** A browser without a window, as a reader and a keyboard use it. */
final class Browser implements AutoCloseable {
    private static final int HEIGHT_PIXELS = 900;

    /** Kept, for a logger that nobody holds forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the browser of this machine with a profile that its driver makes and drops. Without one the test is skipped, and on a build server it fails. */
    static Browser start() {
        Optional<Chromium> installed = Chromium.installed();
        if (installed.isEmpty()) {
            refuse("Browser tests need chromium and chromedriver on the path"
                    + " (Debian: apt-get install chromium chromium-driver).");
        }
        return new Browser(driver(installed.orElseThrow()));
    }

    private static void refuse(String reason) {
        if (!Optional.ofNullable(System.getenv("CI")).orElse("").isEmpty()) {
            fail(reason + " The variable CI is set, so they are not skipped.");
        }
        System.out.println("[WARNING] SKIPPED: " + reason);
        assumeTrue(false, reason);
    }

    private static ChromeDriver driver(Chromium chromium) {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .withTimeout(Patience.LIMIT)
                .build();
        ChromeDriver driver = new ChromeDriver(
                service, options(chromium), ClientConfig.defaultConfig().readTimeout(Patience.LIMIT));
        driver.manage().timeouts().pageLoadTimeout(Patience.LIMIT).scriptTimeout(Patience.LIMIT);
        return driver;
    }

    private static ChromeOptions options(Chromium chromium) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en");
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
        return options;
    }

    /** Loads an address afresh, though only what follows its # differs. */
    void open(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    WebElement find(By by) {
        return driver.findElement(by);
    }

    List<WebElement> all(By by) {
        return driver.findElements(by);
    }

    /** The element, as soon as it is shown. */
    WebElement shown(By by) {
        return waiting("nothing is shown for " + by).until(found -> {
            WebElement element = driver.findElement(by);
            return element.isDisplayed() ? element : null;
        });
    }

    /** Clicks as soon as it can be clicked; a click that meets a page in change is made again. */
    void click(By by) {
        WebElement element = shown(by);
        run("arguments[0].scrollIntoView({block: 'center'})", element);
        waiting("cannot be clicked: " + by)
                .ignoring(ElementClickInterceptedException.class)
                .until(found -> {
                    driver.findElement(by).click();
                    return true;
                });
    }

    void until(String what, BooleanSupplier holds) {
        waiting(what).until(found -> holds.getAsBoolean());
    }

    private FluentWait<ChromeDriver> waiting(String what) {
        return new FluentWait<>(driver)
                .withTimeout(Patience.LIMIT)
                .pollingEvery(Duration.ofMillis(25))
                .withMessage(() -> what + "; the page says:\n" + text())
                .ignoring(NoSuchElementException.class)
                .ignoring(StaleElementReferenceException.class);
    }

    /** Everything that can be read on the page. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String title() {
        return driver.getTitle();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Presses keys one after the other, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses a key while another is held. */
    void press(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** The id of the element that has the focus. */
    String focused() {
        return Objects.requireNonNull(driver.switchTo().activeElement().getDomProperty("id"));
    }

    /** What the browser said about errors since it was last asked, violated policies among them. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** As on a line that is so slow, with nothing kept of earlier loads. */
    void slowDown(int latencyMilliseconds, int bytesPerSecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", false,
                        "latency", latencyMilliseconds,
                        "downloadThroughput", bytesPerSecond,
                        "uploadThroughput", bytesPerSecond));
    }

    /** Lets nothing come any more from addresses that look so, as if the server were gone; from none, all comes again. */
    void block(String... addresses) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Runs a script in each page before its own. */
    void runFirst(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void widen(int pixels) {
        metrics(pixels, HEIGHT_PIXELS);
    }

    void dark(boolean dark) {
        media("", dark);
    }

    void print() {
        media("print", false);
    }

    void screen() {
        media("", false);
    }

    private void media(String medium, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    private void metrics(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The whole page as a picture, at a width. */
    void picture(int width, Path file) throws IOException {
        widen(width);
        long height = (Long) run("return document.documentElement.scrollHeight");
        metrics(width, (int) Math.min(height, 8000));
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        widen(width);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
