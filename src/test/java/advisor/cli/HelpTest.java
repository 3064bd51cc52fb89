package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The help of the commands whose options are made from the table of fields. */
class HelpTest {
    @ParameterizedTest
    @CsvSource({"advise, en", "advise, zh", "size, en", "size, zh"})
    void theHelpIsAsKept(String command, String language) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(CommandRun.of(command, "--help").out())
                    .isEqualTo(Files.readString(Path.of("src/test/resources/help", command + "." + language + ".txt")));
        } finally {
            Locale.setDefault(before);
        }
    }
}
