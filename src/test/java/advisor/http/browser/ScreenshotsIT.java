package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of every view, light and dark, for somebody to look at: {@code mvn verify -Dit.test=ScreenshotsIT -Dscreenshots=DIR}. */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
@ExtendWith(BrowserTests.class)
class ScreenshotsIT {
    private static final List<Integer> WIDTHS_PIXELS = List.of(360, 1024, 1920);

    private final Browser browser;
    private final Page page;

    ScreenshotsIT(Browser browser, ServedAdvisor advisor) {
        this.browser = browser;
        this.page = new Page(browser, advisor);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void picturesOfAView(View view) throws Exception {
        Path folder = Path.of(System.getProperty("screenshots"));
        for (String language : List.of("en", "zh")) {
            view.open(page, browser, language);
            for (String theme : List.of("light", "dark")) {
                browser.dark(theme.equals("dark"));
                for (int width : WIDTHS_PIXELS) {
                    Path file = folder.resolve(
                            "%s-%s-%s-%d.png".formatted(view.name().toLowerCase(Locale.ROOT), language, theme, width));
                    browser.picture(width, file);
                    assertThat(Files.size(file)).isPositive();
                }
            }
        }
    }

    @AfterEach
    void light() {
        browser.dark(false);
    }
}
