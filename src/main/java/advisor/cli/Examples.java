package advisor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What may be typed, at the end of each command's help: from {@code examples.properties}, by the command's name. */
final class Examples {
    private static final String FILE = "examples.properties";

    private Examples() {}

    static void addTo(CommandLine commandLine) {
        addTo(commandLine, read());
    }

    private static void addTo(CommandLine commandLine, Properties examples) {
        CommandSpec command = commandLine.getCommandSpec();
        String typed = examples.getProperty(command.qualifiedName("."));
        if (typed != null) {
            command.usageMessage()
                    .footerHeading(System.lineSeparator())
                    .footer(Arrays.stream(typed.split("\n", -1))
                            .map(line -> "  " + line.replace("%", "%%").replace("@", "@@"))
                            .toArray(String[]::new));
        }
        commandLine.getSubcommands().values().stream().distinct().forEach(inner -> addTo(inner, examples));
    }

    private static Properties read() {
        try (InputStream stream = Objects.requireNonNull(Examples.class.getResourceAsStream(FILE))) {
            Properties examples = new Properties();
            examples.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
