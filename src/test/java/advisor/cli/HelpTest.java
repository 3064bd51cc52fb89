package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

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

    /** What is typed remains as it is; all that explains it is Chinese, the headings too. */
    @Test
    void whoReadsChineseIsToldAllInChinese() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            each(CommandLineProgram.whole()).forEach(command -> {
                String name = command.getCommandSpec().qualifiedName();
                assertThat(command.getUsageMessage()).as(name).contains("用法：").doesNotContain("Usage", "Commands:");
                assertThat(command.getCommandSpec().usageMessage().description())
                        .as(name)
                        .allMatch(HelpTest::isChinese);
                command.getCommandSpec().args().stream()
                        .filter(argument -> !argument.hidden())
                        .forEach(argument -> assertThat(argument.description())
                                .as(name + " " + argument)
                                .isNotEmpty()
                                .allMatch(HelpTest::isChinese));
            });
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Stream<CommandLine> each(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::each));
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
