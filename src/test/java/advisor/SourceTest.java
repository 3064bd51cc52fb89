package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What neither the compiler nor another test sees. */
class SourceTest {
    private static final Pattern NUMBER_FORMAT = Pattern.compile("%[0-9,.+-]*[dfeg]");
    private static final Path BROKEN_ON_PURPOSE = Path.of("src/test/resources/rules/broken");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7})( |$)");

    @Test
    void noNumberIsWrittenByTheMachinesLocale() throws IOException {
        for (Path file : files("src/main/java")) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String nearby = String.join(" ", lines.subList(Math.max(0, i - 2), i + 1));
                if (NUMBER_FORMAT.matcher(lines.get(i)).find()) {
                    assertThat(nearby).as("%s:%s", file, i + 1).contains("Locale.ROOT");
                }
            }
        }
    }

    @Test
    void noMergeWasLeftHalfDone() throws IOException {
        for (String folder : List.of("src", "rules", "catalog")) {
            for (Path file : files(folder)) {
                assertThat(CONFLICT.matcher(text(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".png"))
                    .filter(file -> !file.startsWith(BROKEN_ON_PURPOSE))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
