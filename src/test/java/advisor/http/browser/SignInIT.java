package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A server that is open to those alone who know its token. */
@ExtendWith(BrowserTests.class)
class SignInIT {
    private static final String TOKEN = "0123456789abcdef0123";

    private final Browser browser;

    SignInIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void whoGivesTheTokenIsAnswered(@TempDir Path folder) throws Exception {
        try (ServedAdvisor advisor = ServedAdvisor.start(folder, false, TOKEN)) {
            browser.open(advisor.address() + "#/advice?model=llama-3.1-8b&lang=en");
            browser.shown(By.name("token")).sendKeys(TOKEN);
            browser.click(By.cssSelector("dialog button.main"));
            assertThat(browser.shown(By.cssSelector(".headline .verdict")).getText())
                    .isNotBlank();
        }
    }
}
