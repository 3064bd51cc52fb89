package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.route.EarlierTexts.Earlier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierTextsTest {
    private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private EarlierTexts earlier;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("power.drl"), "now");
        Files.setLastModifiedTime(folder.resolve("power.drl"), FileTime.from(WRITTEN));
        earlier = new EarlierTexts(folder.resolve("power.drl"));
    }

    @Test
    void theNewestComeFirstAndTheOldestGo() throws Exception {
        assertThat(earlier.all()).isEmpty();
        for (int i = 1; i <= EarlierTexts.MOST + 3; i++) {
            earlier.keep("text " + i);
        }
        assertThat(earlier.all()).hasSize(EarlierTexts.MOST + 3);
        earlier.dropOldest();
        assertThat(earlier.all())
                .extracting(Earlier::text)
                .containsExactlyElementsOf(IntStream.range(0, EarlierTexts.MOST)
                        .mapToObj(i -> "text " + (EarlierTexts.MOST + 3 - i))
                        .toList());
        earlier.keep("text after that");
        assertThat(earlier.all().get(0).number()).isEqualTo(EarlierTexts.MOST + 4);
    }

    @Test
    void theTimeIsThatAtWhichTheFileWasGivenTheText() throws Exception {
        earlier.keep("before");
        assertThat(earlier.all()).extracting(Earlier::savedAt).containsExactly(WRITTEN);
    }

    /** It was kept without a number, and without others beside it. */
    @Test
    void whatAnOlderProgramKeptIsTheOldest() throws Exception {
        Files.createDirectory(folder.resolve(".previous"));
        Files.writeString(folder.resolve(".previous/power.drl"), "long ago");
        earlier.keep("before");
        assertThat(earlier.all()).extracting(Earlier::text).containsExactly("before", "long ago");
    }

    @Test
    void whatIsKeptOfAnotherFileIsNotOfThisOne() throws Exception {
        earlier.keep("before");
        Files.writeString(folder.resolve("my_power.drl"), "mine");
        Files.writeString(folder.resolve(".previous/power.drl.tmp"), "nothing");
        new EarlierTexts(folder.resolve("my_power.drl")).keep("mine");
        assertThat(earlier.all()).extracting(Earlier::text).containsExactly("before");
    }
}
