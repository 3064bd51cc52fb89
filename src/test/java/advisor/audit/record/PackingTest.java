package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.audit.Small;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final byte[] PLAIN = Seal.sealed(Small.document());
    private static final byte[] PACKED = Packing.packed(PLAIN);

    @Test
    void aRecordIsAQuarterAndWhatReadsGzipReadsIt() throws IOException {
        assertThat(PACKED.length).isLessThan(PLAIN.length / 4);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(PACKED))) {
            assertThat(in.readAllBytes()).isEqualTo(PLAIN);
        }
        assertThat(StoredRecord.of("record.json.gz", PACKED).bytes()).isEqualTo(PLAIN);
    }

    /** A bit of the last byte may be one that no reader looks at. */
    @Test
    void aFlippedBitIsFoundOrSaysNothingElse() {
        Random random = new Random(20261129);
        for (int i = 0; i < 400; i++) {
            int at = i < 20 ? i : i < 40 ? PACKED.length - 40 + i : random.nextInt(PACKED.length);
            byte[] bytes = PACKED.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            StoredRecord record = StoredRecord.of("record.json.gz", bytes);
            assertThat(!record.faults().isEmpty() || Arrays.equals(record.bytes(), PLAIN))
                    .as("byte %s", at)
                    .isTrue();
        }
    }

    @Test
    void cutsAndWhatIsHiddenBehindAreFound() throws IOException {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(PACKED);
        twice.write(PACKED);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(PACKED);
        more.write(0);
        for (byte[] bytes : new byte[][] {
            twice.toByteArray(), more.toByteArray(), Arrays.copyOf(PACKED, PACKED.length / 2), Arrays.copyOf(PACKED, 30)
        }) {
            assertThat(StoredRecord.of("record.json.gz", bytes).faults()).isNotEmpty();
        }
    }

    @Test
    void whatUnpacksWithoutAnEndIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 80; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertThatThrownBy(() -> Packing.plain(bomb.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than any");
    }
}
