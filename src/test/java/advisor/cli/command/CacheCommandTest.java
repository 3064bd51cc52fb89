package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advisor cache}, and what a command does with and without it. */
class CacheCommandTest {
    private static final List<String> REQUEST =
            List.of("--model", "deepseek-r1", "--budget", "3000000CNY", "--as-of", "2026-11-22", "--lang", "en");
    private static final String PROPERTY = "advisor.cache";

    @TempDir
    Path temporary;

    private final String usual = System.getProperty(PROPERTY, "");
    private Path folder;
    private Path rules;
    private Path catalog;

    /** Texts of their own, which no build has packed. */
    @BeforeEach
    void ownFiles() throws IOException {
        rules = Files.createDirectory(temporary.resolve("rules"));
        for (String name : List.of("power.drl", "privacy.drl")) {
            Files.writeString(rules.resolve(name), Files.readString(Shipped.RULES.resolve(name)) + "// own\n");
        }
        catalog = temporary.resolve("catalog");
        try (Stream<Path> files = Files.walk(Shipped.CATALOG)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, catalog.resolve(Shipped.CATALOG.relativize(file).toString()));
            }
        }
        Files.writeString(catalog.resolve("sources.yaml"), "# own\n", StandardOpenOption.APPEND);
    }

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
        CommandRun without = advise("--no-cache");
        assertThat(folder).doesNotExist();
        CommandRun filling = advise();
        assertThat(folder).isDirectoryContaining("glob:**.rules").isDirectoryContaining("glob:**.catalog");
        CommandRun from = advise();
        assertThat(filling).isEqualTo(without);
        assertThat(from).isEqualTo(without);
        assertThat(without.out()).startsWith("DeepSeek-R1 671B");
    }

    @Test
    void showsWhereItIsAndWhatItHolds() throws IOException {
        assertThat(CommandRun.of("cache", "show", "--lang", "en").out())
                .contains("folder                " + folder)
                .contains("nothing kept yet");
        assertThat(CommandRun.of("sources", "--lang", "en", "--catalog", catalog.toString())
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("cache", "show", "--lang", "en").out())
                .contains("in use")
                .containsPattern("parsed catalogs +1 entries, \\d{2,} KB")
                .containsPattern("compiled rules +0 entries, 0 KB")
                .containsPattern("at most +512 entries, 67109 KB");
        assertThat(CommandRun.of("cache", "show", "--lang", "zh").out()).contains("使用中", "已解析的目录");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(CommandRun.of("cache", "show", "--lang", "en").out()).contains("not used: others may write to it");
    }

    @Test
    void clearsIt() {
        CommandRun.of("sources", "--lang", "en", "--catalog", catalog.toString());
        CommandRun cleared = CommandRun.of("cache", "clear", "--output", "json");
        assertThat(cleared.exitCode()).isZero();
        assertThat(cleared.out()).contains("\"schema\" : \"cache/1\"", "\"deleted\" : 1", "\"left\" : 0");
        assertThat(folder).isEmptyDirectory();
        assertThat(CommandRun.of("cache", "show", "--output", "json").out())
                .contains("\"trust\" : \"trusted\"", "\"entries\" : 0");
    }

    private CommandRun advise(String... more) {
        List<String> arguments = new ArrayList<>(REQUEST);
        arguments.addAll(List.of("--rules", rules.toString(), "--catalog", catalog.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of("advise", arguments);
    }
}
