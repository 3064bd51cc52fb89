package advisor.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that holds a table and what was generated from it. */
record Generated(Path folder) {
    /** The contenders in Java, in the order in which they run. */
    static final List<String> NAMES = List.of("advisor", "drools", "java");

    static Generated write(Table table, Path folder) {
        Generated generated = new Generated(folder);
        table.write(generated.table());
        DrlText.files(table).forEach((name, text) -> write(generated.rules().resolve(name), text));
        HandWritten.compile(table, generated.classes());
        return generated;
    }

    List<Facts.Scenario> scenarios() {
        return Facts.scenarios(Table.read(table()));
    }

    Contender contender(String name) {
        return switch (name) {
            case "advisor" -> OwnEngine.load(rules());
            case "drools" -> StockDrools.load(rules());
            case "java" -> HandWritten.load(classes());
            default ->
                throw new IllegalArgumentException("The contender (%s) must be one of %s.".formatted(name, NAMES));
        };
    }

    Path table() {
        return folder.resolve("table.json");
    }

    private Path rules() {
        return folder.resolve("rules");
    }

    private Path classes() {
        return folder.resolve("java");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
