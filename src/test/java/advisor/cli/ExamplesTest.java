package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every help ends with what may be typed, and all of it can be. */
class ExamplesTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    static List<CommandLine> commands() {
        List<CommandLine> commands = new ArrayList<>();
        collect(CommandLineProgram.whole(), commands);
        assertThat(commands).hasSizeGreaterThan(30);
        return commands;
    }

    private static void collect(CommandLine command, List<CommandLine> commands) {
        if (!command.getCommandName().equals("help")) {
            commands.add(command);
        }
        command.getSubcommands().values().stream().distinct().forEach(inner -> collect(inner, commands));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasExamplesThatCanBeTyped(CommandLine command) {
        String[] footer = command.getCommandSpec().usageMessage().footer();
        assertThat(footer).as(command.getCommandSpec().qualifiedName()).isNotEmpty();
        for (String example : footer) {
            List<String> words = words(example);
            assertThat(String.join(" ", words))
                    .startsWith(command.getCommandSpec().qualifiedName());
            assertThatCode(() -> CommandLineProgram.whole()
                            .parseArgs(words.subList(1, words.size()).toArray(String[]::new)))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    /** Without what a shell would take for itself. */
    private static List<String> words(String example) {
        Stream<MatchResult> words =
                WORD.matcher(example.strip().replaceFirst(" > .*", "")).results();
        return words.map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toList();
    }
}
