package advisor.catalog.modelfile;

import advisor.facts.model.StoredTensor;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header of a GGUF file, versions 2 and 3: magic, version, counts, metadata, tensor infos, all least significant
 * byte first. The tensors themselves are not read.
 *
 * @param numbers metadata that are whole numbers, by key
 * @param lists metadata that are short lists of whole numbers or truths, by key
 */
record GgufHeader(
        Map<String, String> texts,
        Map<String, Long> numbers,
        Map<String, List<Long>> lists,
        List<StoredTensor> tensors) {

    private static final int MAGIC = 0x46554747;
    private static final int MOST_TEXT_BYTES = 64 << 20;
    private static final int MOST_DIMENSIONS = 8;
    /** No file holds more values. */
    private static final long MOST_ELEMENTS = 1L << 56;

    /** Longer lists are vocabularies. */
    private static final int MOST_LISTED = 10_000;

    /** @throws MalformedException if the bytes are no GGUF header */
    static GgufHeader read(InputStream stream) throws IOException {
        return new Reader(new DataInputStream(stream)).header();
    }

    /** The bytes are not what the format asks for. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    /** Reads in the order of the file. */
    private static final class Reader {
        private final DataInputStream in;
        private final Map<String, String> texts = new TreeMap<>();
        private final Map<String, Long> numbers = new TreeMap<>();
        private final Map<String, List<Long>> lists = new TreeMap<>();
        private final List<StoredTensor> tensors = new ArrayList<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        GgufHeader header() throws IOException {
            try {
                magic();
                long tensorCount = whole64();
                long metadataCount = whole64();
                for (long i = 0; i < metadataCount; i++) {
                    metadata(text(), whole32());
                }
                for (long i = 0; i < tensorCount; i++) {
                    tensors.add(tensor());
                }
            } catch (EOFException e) {
                throw new MalformedException("it ends within its header");
            }
            return new GgufHeader(texts, numbers, lists, tensors);
        }

        private void magic() throws IOException {
            if (whole32() != MAGIC) {
                throw new MalformedException("it does not begin with GGUF");
            }
            int version = whole32();
            if (version != 2 && version != 3) {
                throw new MalformedException("its version is %s, and 2 and 3 are understood".formatted(version));
            }
        }

        private void metadata(String key, int type) throws IOException {
            switch (type) {
                case 8 -> texts.put(key, text());
                case 9 -> list(key, whole32(), whole64());
                default -> {
                    Long number = number(type);
                    if (number != null) {
                        numbers.put(key, number);
                    }
                }
            }
        }

        private void list(String key, int type, long count) throws IOException {
            List<Long> kept = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                Long number = element(type);
                if (number != null && count <= MOST_LISTED) {
                    kept.add(number);
                }
            }
            if (!kept.isEmpty()) {
                lists.put(key, kept);
            }
        }

        private @Nullable Long element(int type) throws IOException {
            if (type == 8) {
                skip(length());
                return null;
            }
            return number(type);
        }

        /** A whole number or a truth; {@code null} for a fraction. */
        private @Nullable Long number(int type) throws IOException {
            return switch (type) {
                case 0 -> (long) in.readUnsignedByte();
                case 1 -> (long) in.readByte();
                case 2 -> (long) Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
                case 3 -> (long) Short.reverseBytes(in.readShort());
                case 4 -> Integer.toUnsignedLong(whole32());
                case 5 -> (long) whole32();
                case 7 -> (long) in.readUnsignedByte();
                case 10, 11 -> whole64();
                case 6 -> skipped(Float.BYTES);
                case 12 -> skipped(Double.BYTES);
                default -> throw new MalformedException("its metadata has a value of unknown type %s".formatted(type));
            };
        }

        private @Nullable Long skipped(int bytes) throws IOException {
            skip(bytes);
            return null;
        }

        private StoredTensor tensor() throws IOException {
            String name = text();
            long elements = elements(name);
            int number = whole32();
            GgufTypes.Type type = GgufTypes.of(number);
            if (type == null) {
                throw new MalformedException("its tensor %s has the unknown type %s".formatted(name, number));
            }
            skip(Long.BYTES);
            return new StoredTensor(name, type.name(), elements, type.bytes(elements));
        }

        private long elements(String name) throws IOException {
            int dimensions = whole32();
            if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
                throw new MalformedException("its tensor %s has %s dimensions".formatted(name, dimensions));
            }
            long elements = 1;
            for (int i = 0; i < dimensions; i++) {
                long dimension = whole64();
                if (dimension < 0 || dimension > 0 && elements > MOST_ELEMENTS / dimension) {
                    throw new MalformedException("its tensor %s has a shape that is too large".formatted(name));
                }
                elements *= dimension;
            }
            return elements;
        }

        private String text() throws IOException {
            byte[] bytes = in.readNBytes(length());
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private int length() throws IOException {
            long length = whole64();
            if (length < 0 || length > MOST_TEXT_BYTES) {
                throw new MalformedException("its header has a text of %s bytes".formatted(length));
            }
            return (int) length;
        }

        private int whole32() throws IOException {
            return Integer.reverseBytes(in.readInt());
        }

        private long whole64() throws IOException {
            return Long.reverseBytes(in.readLong());
        }

        private void skip(long bytes) throws IOException {
            in.skipNBytes(bytes);
        }
    }
}
