package advisor.audit.record;

import advisor.file.RegularFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * How a record lies in a file: as gzip, which {@code zcat} reads, or plain. The seal is taken over what is packed, so
 * that it holds whoever packs; the packing itself is read strictly, so that nothing can be hidden around a record.
 */
final class Packing {
    static final String SUFFIX = ".gz";

    /** Deflate, no name, no time of day, and no system: the same bytes everywhere. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private static final int TAIL_BYTES = 8;
    private static final int STEP_BYTES = 1 << 16;

    private Packing() {}

    static byte[] packed(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            packed.writeBytes(HEAD);
            byte[] step = new byte[STEP_BYTES];
            while (!deflater.finished()) {
                packed.write(step, 0, deflater.deflate(step));
            }
            packed.writeBytes(tail(plain));
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * What a file holds: its bytes themselves if they are not packed.
     *
     * @throws IOException if they are packed otherwise than {@link #packed} does, or damaged
     */
    static byte[] plain(byte[] file) throws IOException {
        boolean packed = file.length > HEAD.length + TAIL_BYTES && file[0] == HEAD[0] && file[1] == HEAD[1];
        return packed ? unpacked(file) : file;
    }

    private static byte[] unpacked(byte[] file) throws IOException {
        int end = file.length - TAIL_BYTES;
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, HEAD.length, end - HEAD.length);
            byte[] plain = inflated(inflater);
            boolean whole = Arrays.equals(file, 0, HEAD.length, HEAD, 0, HEAD.length)
                    && inflater.finished()
                    && inflater.getRemaining() == 0
                    && Arrays.equals(file, end, file.length, tail(plain), 0, TAIL_BYTES);
            if (!whole) {
                throw new IOException("The packing is damaged.");
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(Inflater inflater) throws IOException, DataFormatException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] step = new byte[STEP_BYTES];
        int read = inflater.inflate(step);
        while (read > 0) {
            plain.write(step, 0, read);
            if (plain.size() > RegularFile.MOST_BYTES) {
                throw new IOException("The record is larger than any.");
            }
            read = inflater.inflate(step);
        }
        return plain.toByteArray();
    }

    private static byte[] tail(byte[] plain) {
        CRC32 sum = new CRC32();
        sum.update(plain);
        return ByteBuffer.allocate(TAIL_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(plain.length)
                .array();
    }
}
