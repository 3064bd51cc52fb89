package advisor.sizing.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A table of measured runs: remarks, a line of names, then a run a line. */
final class MeasuredFile {
    private MeasuredFile() {}

    /** The cells of each run. */
    static Stream<String[]> rows(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/measured", name)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
