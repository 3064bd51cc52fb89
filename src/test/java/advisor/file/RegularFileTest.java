package advisor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.audit.record.StoredRecord;
import advisor.request.BadRequestException;
import advisor.rules.text.RuleFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no file, or more than memory should hold, is refused and not waited for. */
class RegularFileTest {
    private static final String NO_FILE = "it is a folder, a pipe or a device, not a file";

    @TempDir
    Path folder;

    @Test
    void aTextIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("some.yaml"), "名: 值\n");
        assertThat(RegularFile.text(file)).isEqualTo("名: 值\n");
        assertThatThrownBy(() -> RegularFile.text(Files.write(file, new byte[] {(byte) 0xC3})))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void aPipeAndADeviceAreRefused() throws Exception {
        Path device = Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
        for (Path file : new Path[] {pipe("pipe"), device, folder}) {
            assertThatThrownBy(() -> RegularFile.bytes(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(NO_FILE);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithItsSize() throws IOException {
        Path file = folder.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThatThrownBy(() -> RegularFile.bytes(file))
                .isInstanceOf(IOException.class)
                .hasMessage("it has 3221225472 bytes, and the most is 67108864");
    }

    @Test
    void noRuleNorRecordWaitsForAPipe() throws Exception {
        assertThat(RuleFolder.read(pipe("endless.drl").getParent()).faults())
                .singleElement()
                .asString()
                .contains(NO_FILE);
        assertThatThrownBy(() -> StoredRecord.read(pipe("record.json")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(NO_FILE);
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }
}
