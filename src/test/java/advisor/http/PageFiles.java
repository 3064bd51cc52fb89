package advisor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that the page is made of. */
final class PageFiles {
    private static final Path FOLDER = Path.of("src/main/resources/web");

    private PageFiles() {}

    /** Texts by path below the page's folder, of those whose name ends so. */
    static Map<String, String> endingWith(String ending) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Map<String, String> texts = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> texts.put(FOLDER.relativize(file).toString(), read(file)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
