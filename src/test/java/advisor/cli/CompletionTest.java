package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CompletionTest {
    private static String completion(String... shell) {
        CommandRun run = CommandRun.of("completion", shell.length == 0 ? List.of() : List.of(shell));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void fishIsToldEveryCommandAndEveryOptionOfEach() {
        String fish = completion("fish");
        commands("", CommandLineProgram.whole()).forEach((path, command) -> {
            String at = "complete -c advisor -n '__advisor_at \"%s\"' ".formatted(path);
            command.getSubcommands().keySet().forEach(name -> assertThat(fish).contains(at + "-f -a " + name + " "));
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(fish.lines().filter(line -> line.startsWith(at)))
                        .as("%s %s", path, option.longestName())
                        .filteredOn(line ->
                                line.contains("-l " + option.longestName().substring(2) + " "))
                        .hasSize(1);
            }
        });
        assertThat(fish).contains("-l lang -x -a 'en zh'", "-l rules -r -F", "-s f -l file -r -F");
    }

    /** A quote within a quote would end the line of everything behind it. */
    @Test
    void whatIsSaidIsQuoted() {
        assertThat(completion("fish").lines().filter(line -> line.startsWith("complete")))
                .allSatisfy(line -> assertThat(line.replace("\\'", "")
                                        .chars()
                                        .filter(c -> c == '\'')
                                        .count()
                                % 2)
                        .as(line)
                        .isZero());
    }

    @Test
    void bashAndZshShareTheirs() {
        assertThat(completion()).isEqualTo(completion("zsh")).contains("_complete_advisor", "explain");
        assertThat(CommandRun.of("completion", "tcsh", "--lang", "en").exitCode())
                .isEqualTo(2);
    }

    private static Map<String, CommandLine> commands(String path, CommandLine command) {
        Map<String, CommandLine> commands = new TreeMap<>(Map.of(path, command));
        command.getSubcommands()
                .forEach((name, inner) -> commands.putAll(commands((path + " " + name).strip(), inner)));
        return commands;
    }
}
