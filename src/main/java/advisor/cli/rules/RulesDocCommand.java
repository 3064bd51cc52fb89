package advisor.cli.rules;

import advisor.cli.option.ExitCode;
import advisor.workshop.FactIndex;
import advisor.workshop.RuleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code advisor rules doc}. */
@Command(
        name = "doc",
        description = "Write the index of the rules, README.md, and the reference of the facts, FACTS.md.",
        mixinStandardHelpOptions = true)
final class RulesDocCommand implements Callable<Integer> {
    @Option(names = "--verify", description = "Write nothing; fail if one of them is stale.")
    private boolean verify;

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public Integer call() {
        Path folder = verify ? options.folders().top() : options.folder();
        Map<Path, String> pages = Map.of(
                folder.resolve("README.md"),
                RuleIndex.of(options.load().orThrow()),
                folder.resolve("FACTS.md"),
                FactIndex.text());
        if (verify) {
            boolean fresh =
                    pages.entrySet().stream().allMatch(page -> page.getValue().equals(present(page.getKey())));
            return fresh ? ExitCode.OK : ExitCode.FAILED;
        }
        pages.forEach(RulesDocCommand::write);
        return ExitCode.OK;
    }

    private static String present(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read.".formatted(file), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw RuleOptions.unwritable(file);
        }
    }
}
