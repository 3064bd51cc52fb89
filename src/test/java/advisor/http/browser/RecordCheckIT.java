package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Somebody brings a record that was kept: it is examined, run again, and asked of today. */
@ExtendWith(BrowserTests.class)
class RecordCheckIT {
    private static final String DROPPED =
            "const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0)); const data = new DataTransfer();"
                    + " data.items.add(new File([bytes], arguments[1]));"
                    + " document.querySelector('.audit .drop').dispatchEvent("
                    + "new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));";

    @TempDir
    private static Path folder;

    private final Browser browser;
    private final Page page;

    RecordCheckIT(Browser browser, ServedAdvisor advisor) {
        this.browser = browser;
        this.page = new Page(browser, advisor);
    }

    /** Of one machine that somebody owns: all that it takes to be run again, and quickly. */
    @BeforeAll
    static void aDecisionIsKept() {
        for (String name : new String[] {"kept.json", "packed.json.gz"}) {
            CommandRun run = CommandRun.of(
                    "advise",
                    "--model=qwen3-8b",
                    "--own=2 x nvidia-rtx-4090, worth 2万",
                    "--only-offers=yes",
                    "--as-of=2026-11-22",
                    "--record=" + folder.resolve(name));
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }

    @BeforeEach
    void open() {
        browser.widen(1440);
        page.at("#/audit?lang=en");
        browser.shown(By.cssSelector(".audit .drop"));
    }

    private void drop(byte[] record, String name) {
        browser.run(DROPPED, Base64.getEncoder().encodeToString(record), name);
    }

    private String found(String check) {
        By said = By.cssSelector("section[aria-labelledby=audit-%s] > p:not(.quiet)".formatted(check));
        return browser.shown(said).getText();
    }

    @Test
    void aRecordIsVerifiedReplayedAndComparedWithToday() throws IOException {
        drop(Files.readAllBytes(folder.resolve("kept.json")), "kept.json");
        assertThat(found("verify")).contains("✓", "Whole");
        assertThat(found("replay")).contains("✓", "The same bytes.");
        assertThat(found("diff")).contains("each option is judged as it was");
        assertThat(browser.shown(By.cssSelector(".audit .stamps")).getText())
                .containsPattern("d-[0-9a-f]{16}")
                .contains("SHA-256 of the rules");
        assertThat(Axe.violations(browser)).isEmpty();
    }

    @Test
    void aPackedRecordIsTheSame() throws IOException {
        drop(Files.readAllBytes(folder.resolve("packed.json.gz")), "packed.json.gz");
        assertThat(found("replay")).contains("The same bytes.");
    }

    @Test
    void ofOneThatWasAlteredNothingElseIsAsked() throws IOException {
        String altered = Files.readString(folder.resolve("kept.json")).replaceFirst("2026-11-22", "2026-11-21");
        drop(altered.getBytes(StandardCharsets.UTF_8), "kept.json");
        assertThat(found("verify")).contains("✗", "altered");
        assertThat(browser.all(By.id("audit-replay"))).isEmpty();
    }
}
