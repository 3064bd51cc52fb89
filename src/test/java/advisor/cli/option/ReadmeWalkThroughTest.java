package advisor.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README: its sample of an answer, and its walk-through, command by command, as they are printed there. */
class ReadmeWalkThroughTest {
    private static final String MARGIN = "    ";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
    private static final Pattern SAMPLE = Pattern.compile(
            "\\n    (?<command>\\./advisor [^\\n]*)\\n\\nanswered on (?<day>[0-9-]+)[^\\n]*\\n\\n```text\\n(?<answer>[^`]*)\\n```");

    @TempDir
    Path folder;

    @Test
    void everyCommandDoesWhatTheReadmeSays() throws Exception {
        List<String> commands = commands();
        assertThat(commands).hasSize(5);
        edit(commands.get(0));
        CommandRun check = run(commands.get(1));
        assertThat(check.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(check.out()).contains("0 errors, 0 warnings");
        CommandRun test = run(commands.get(2));
        assertThat(test.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(test.out()).contains("rtx-pro-6000-x1").containsPattern("[1-9]\\d* failed");
        CommandRun diff = run(commands.get(3));
        assertThat(diff.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(diff.out()).contains("budget/of-parts −4 → −30").contains("VERDICTS THAT FLIP");
        CommandRun before = run(commands.get(4).replace(" --rules my-rules", ""));
        CommandRun after = run(commands.get(4));
        assertThat(after.out()).isNotEqualTo(before.out());
    }

    @Test
    void theSampleIsWhatTheAdvisorAnswersOnThatDay() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher shown = SAMPLE.matcher(readme);
        assertThat(shown.find()).isTrue();
        CommandRun run = run(shown.group("command") + " --as-of " + shown.group("day"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsSubsequence(shown.group("answer")
                        .lines()
                        .filter(line -> !line.strip().equals("…"))
                        .toList());
    }

    /** The same five in either language, each with an answer. */
    @ParameterizedTest
    @CsvSource({"README.md, ## Five questions", "src/docs/README.zh.md, ## 五个问题"})
    void theFiveQuestionsAreAnswered(Path page, String heading) throws IOException {
        List<String> commands = commands(page, heading);
        assertThat(commands)
                .extracting(command -> command.split(" ", -1)[1])
                .containsExactly("advise", "explain", "compare", "size", "advise");
        for (String command : commands) {
            CommandRun run = CommandRun.of(words(command));
            assertThat(run.exitCode()).as(command + run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).as(command).isNotBlank();
        }
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .skip(1)
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toArray(String[]::new);
    }

    /** The indented block that follows the heading. */
    private static List<String> commands() throws IOException {
        return commands(Path.of("src/docs/command-line.md"), "## Changing the judgement");
    }

    /** The indented lines between a heading and the next. */
    private static List<String> commands(Path page, String heading) throws IOException {
        return Files.readString(page)
                .lines()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith(MARGIN))
                .map(String::strip)
                .toList();
    }

    private void edit(String command) throws IOException, InterruptedException {
        Process copy = shell("cp -r '%s' rules".formatted(Shipped.RULES.toAbsolutePath()));
        assertThat(copy.waitFor()).isZero();
        assertThat(shell(command).waitFor()).isZero();
    }

    private Process shell(String command) throws IOException {
        return new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private CommandRun run(String command) {
        return CommandRun.of(Stream.concat(
                        Stream.of(command.replace("./advisor ", "").split(" ")).map(this::inFolder),
                        Stream.of("--lang", "en"))
                .toArray(String[]::new));
    }

    private String inFolder(String argument) {
        return argument.equals("my-rules") ? folder.resolve(argument).toString() : argument;
    }
}
