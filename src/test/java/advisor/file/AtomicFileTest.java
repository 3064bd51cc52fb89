package advisor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void old() throws IOException {
        file = Files.writeString(folder.resolve("file"), "old");
    }

    @Test
    void aReplacedFileIsTheNewOneAndAlone() throws IOException {
        AtomicFile.replace(file, NEW);
        assertThat(file).hasContent("new");
        assertAlone();
    }

    @Test
    void aNewFileIsNeverWrittenOverAnother() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(file, NEW)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("old");
        assertAlone();
    }

    private void assertAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
