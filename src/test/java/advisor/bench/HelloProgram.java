package advisor.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The least that a command of the JVM with Picocli and Jackson takes: parses an option and prints a line of JSON. */
@Command(name = "hello", mixinStandardHelpOptions = true)
public final class HelloProgram implements Callable<Integer> {
    @Option(names = "--name")
    private String name = "world";

    private final PrintStream out;

    private HelloProgram(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HelloProgram(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        out.println(mapper.writeValueAsString(mapper.readTree("{\"hello\": \"" + name + "\"}")));
        return 0;
    }
}
