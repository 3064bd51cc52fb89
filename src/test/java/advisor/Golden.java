package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/** Kept outputs in {@code src/test/golden}; {@code -Dgolden.update=true} writes them anew, but on no build server. */
public final class Golden {
    static final Path FOLDER = Path.of("src/test/golden");
    static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    public static void compare(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (UPDATE) {
            refuseOnBuildServer();
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertThat(file).as("golden file; -Dgolden.update=true writes it").exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    private static void refuseOnBuildServer() {
        if (System.getenv("CI") != null) {
            Assertions.fail("golden.update is refused where CI is set.");
        }
    }
}
