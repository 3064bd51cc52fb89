package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The manual pages as they are written, before the profile {@code dist} sets them. */
class ManPagesTest {
    private static final Pattern SAID = Pattern.compile("::\\n  (\\S.*)");
    private static final Pattern PURPOSE = Pattern.compile("== Name\\n\\n\\S+ - (.*)");

    @TempDir
    private Path folder;

    @Test
    void everyCommandHasItsPage() throws IOException {
        write(Locale.ENGLISH);
        List<String> pages = commands(CommandLineProgram.whole())
                .map(command -> command.getCommandSpec().qualifiedName("-") + ".adoc")
                .toList();
        assertThat(pages).contains("advisor.adoc", "advisor-help.adoc", "advisor-rules-test.adoc");
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(pages);
        assertThat(Files.readString(folder.resolve("advisor-batch.adoc")))
                .contains("*--jobs*=_N_::", "advisor batch --file requests.jsonl --brief");
    }

    @Test
    void theChinesePagesSayEverythingInChinese() throws IOException {
        write(Locale.SIMPLIFIED_CHINESE);
        for (Path file : files()) {
            String page = Files.readString(file);
            assertThat(Stream.of(SAID, PURPOSE)
                            .flatMap(pattern -> pattern.matcher(page).results())
                            .map(MatchResult::group))
                    .as("%s", file.getFileName())
                    .isNotEmpty()
                    .allSatisfy(said -> assertThat(said).containsPattern("\\p{IsHan}"));
        }
    }

    private void write(Locale locale) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(locale);
            ManPageGenerator.main(new String[] {"--outdir", folder.toString(), WholeProgram.class.getName()});
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(ManPagesTest::commands));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
