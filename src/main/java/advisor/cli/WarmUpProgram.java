package advisor.cli;

import advisor.cache.Cache;
import advisor.cli.option.Home;
import advisor.rules.RuleBook;
import advisor.rules.compile.RuleCompiler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Does once what commands do, so that the JVM can keep the classes that they use: the launcher runs it when it makes
 * the archive of classes. Prints nothing.
 */
public final class WarmUpProgram {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("advise", "--model", "deepseek-r1", "--budget", "3000000CNY", "--lang", "en"),
            List.of("advise", "--model", "llama-3.1-8b", "--lens", "founding", "--output", "json"),
            List.of("size", "deepseek-r1", "--lang", "en"),
            List.of("options", "--lang", "zh"),
            List.of("advise", "--help"),
            List.of("advise", "--model", "no-such-model"));

    /** Classes of rules are kept only as long as something holds their loader. */
    private static final List<RuleBook> HELD = new ArrayList<>();

    private WarmUpProgram() {}

    /** @param arguments a file of class names to load beside, if there is one: those that compile rules */
    public static void main(String[] arguments) throws IOException {
        HELD.add(RuleBook.load(Home.folder("rules"), new RuleCompiler(Cache.ofUser())));
        for (List<String> command : COMMANDS) {
            try (PrintStream nowhere =
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
                CommandLineProgram.run(command.toArray(String[]::new), nowhere, nowhere);
            }
        }
        if (arguments.length > 0 && Files.exists(Path.of(arguments[0]))) {
            Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8).forEach(WarmUpProgram::load);
        }
    }

    /** Names stand with slashes; a line about something else than a class begins with another sign. */
    private static void load(String line) {
        String name = line.split(" ", 2)[0].replace('/', '.');
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) || name.contains("$$")) {
            return;
        }
        try {
            Class.forName(name, false, WarmUpProgram.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Not of this class path: it is loaded when it is wanted, as without an archive.
        }
    }
}
