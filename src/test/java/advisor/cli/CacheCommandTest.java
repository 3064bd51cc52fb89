package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advisor cache}, and what a command does with and without it. */
class CacheCommandTest {
    private static final String[] ADVISE = {
        "advise", "--model", "deepseek-r1", "--budget", "3000000CNY", "--as-of", "2026-11-22", "--lang", "en"
    };
    private static final String PROPERTY = "advisor.cache";

    @TempDir
    Path temporary;

    private final String usual = System.getProperty(PROPERTY, "");
    private Path folder;

    @BeforeEach
    void ownFolder() {
        folder = temporary.resolve("cache");
        System.setProperty(PROPERTY, folder.toString());
    }

    @AfterEach
    void usualFolder() {
        System.setProperty(PROPERTY, usual);
    }

    @Test
    void adviceIsTheSameWithACacheAndWithout() {
        CommandRun without = CommandRun.of("advise", tail("--no-cache"));
        assertThat(folder).doesNotExist();
        CommandRun filling = CommandRun.of(ADVISE);
        assertThat(folder).isDirectoryContaining("glob:**.rules").isDirectoryContaining("glob:**.catalog");
        CommandRun from = CommandRun.of(ADVISE);
        assertThat(filling).isEqualTo(without);
        assertThat(from).isEqualTo(without);
        assertThat(without.exitCode()).isZero();
    }

    @Test
    void showsWhereItIsAndWhatItHolds() throws IOException {
        assertThat(CommandRun.of("cache", "show", "--lang", "en").out())
                .contains("folder                " + folder)
                .contains("nothing kept yet");
        assertThat(CommandRun.of("sources", "--lang", "en").exitCode()).isZero();
        assertThat(CommandRun.of("cache", "show", "--lang", "en").out())
                .contains("in use")
                .containsPattern("parsed catalogs +1 entries, \\d{2,} KB")
                .containsPattern("compiled rules +0 entries, 0 KB")
                .containsPattern("at most +512 entries, 67109 KB");
        assertThat(CommandRun.of("cache", "show", "--lang", "zh").out()).contains("使用中", "已解析的目录");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(CommandRun.of("cache", "show", "--lang", "en").out()).contains("not used: others may write to it");
    }

    @Test
    void clearsIt() {
        CommandRun.of("sources", "--lang", "en");
        CommandRun cleared = CommandRun.of("cache", "clear", "--output", "json");
        assertThat(cleared.exitCode()).isZero();
        assertThat(cleared.out()).contains("\"schema\" : \"cache/1\"", "\"deleted\" : 1", "\"left\" : 0");
        assertThat(folder).isEmptyDirectory();
        assertThat(CommandRun.of("cache", "show", "--output", "json").out())
                .contains("\"trust\" : \"trusted\"", "\"entries\" : 0");
    }

    private static java.util.List<String> tail(String more) {
        java.util.List<String> arguments =
                new java.util.ArrayList<>(java.util.List.of(ADVISE).subList(1, ADVISE.length));
        arguments.add(more);
        return arguments;
    }
}
