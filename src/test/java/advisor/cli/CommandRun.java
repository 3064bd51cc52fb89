package advisor.cli;

import advisor.AdviceJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What one run of the program printed and returned. */
public record CommandRun(int exitCode, String out, String err) {
    public static CommandRun of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CommandLineProgram.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandRun(
                exitCode,
                AdviceJson.checked(out.toString(StandardCharsets.UTF_8)),
                err.toString(StandardCharsets.UTF_8));
    }

    /** A command with its arguments. */
    public static CommandRun of(String command, List<String> arguments) {
        return of(Stream.concat(Stream.of(command), arguments.stream()).toArray(String[]::new));
    }

    /** What a command answers with {@code --output json}. */
    public static JsonNode json(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--output", "json"))
                .toArray(String[]::new);
        return new JsonMapper().readTree(of(all).out());
    }
}
