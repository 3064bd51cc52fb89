package advisor.catalog;

import advisor.catalog.YamlNode.Mapping;
import advisor.catalog.YamlNode.Place;
import advisor.catalog.YamlNode.Scalar;
import advisor.catalog.YamlNode.Sequence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parsed files as bytes, by their names. */
final class DocumentCodec {
    private static final int MAPPING = 1;
    private static final int SEQUENCE = 2;
    private static final int SCALAR = 3;

    private DocumentCodec() {}

    static byte[] encode(Map<String, YamlNode> documents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Writer writer = new Writer(out, new HashMap<>());
            out.writeInt(documents.size());
            for (Map.Entry<String, YamlNode> document : documents.entrySet()) {
                writer.text(document.getKey());
                writer.node(document.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be written.", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException if the bytes end too early
     * @throws RuntimeException if they are none of {@link #encode}
     */
    static Map<String, YamlNode> decode(byte[] bytes) throws IOException {
        Map<String, YamlNode> documents = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<String> texts = new ArrayList<>();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                String name = new Reader(in, texts, "").text();
                documents.put(name, new Reader(in, texts, name).node());
            }
        }
        return documents;
    }

    /** Writes each text once; afterwards its number. */
    private record Writer(DataOutputStream out, Map<String, Integer> numbers) {
        void text(String text) throws IOException {
            Integer known = numbers.putIfAbsent(text, numbers.size());
            if (known != null) {
                out.writeInt(known);
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(numbers.size() - 1);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }

        void place(Place place) throws IOException {
            out.writeInt(place.line());
            out.writeInt(place.column());
        }

        void node(YamlNode node) throws IOException {
            if (node instanceof Mapping mapping) {
                mapping(mapping);
            } else if (node instanceof Sequence sequence) {
                out.writeByte(SEQUENCE);
                place(sequence.at());
                out.writeInt(sequence.items().size());
                for (YamlNode item : sequence.items()) {
                    node(item);
                }
            } else {
                out.writeByte(SCALAR);
                place(node.at());
                text(((Scalar) node).text());
            }
        }

        private void mapping(Mapping mapping) throws IOException {
            out.writeByte(MAPPING);
            place(mapping.at());
            out.writeInt(mapping.values().size());
            for (Map.Entry<String, YamlNode> value : mapping.values().entrySet()) {
                text(value.getKey());
                place(mapping.keys().getOrDefault(value.getKey(), mapping.at()));
                node(value.getValue());
            }
        }
    }

    private record Reader(DataInputStream in, List<String> texts, String file) {
        String text() throws IOException {
            int number = in.readInt();
            if (number == texts.size()) {
                int length = in.readInt();
                texts.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
            return texts.get(number);
        }

        Place place() throws IOException {
            return new Place(file, in.readInt(), in.readInt());
        }

        YamlNode node() throws IOException {
            int type = in.readByte();
            Place at = place();
            return switch (type) {
                case MAPPING -> mapping(at);
                case SEQUENCE -> sequence(at);
                case SCALAR -> new Scalar(text(), at);
                default -> throw new IOException("The bytes hold no node.");
            };
        }

        private Mapping mapping(Place at) throws IOException {
            int size = in.readInt();
            Map<String, YamlNode> values = new LinkedHashMap<>();
            Map<String, Place> keys = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                String key = text();
                keys.put(key, place());
                values.put(key, node());
            }
            return new Mapping(values, keys, at);
        }

        private Sequence sequence(Place at) throws IOException {
            int size = in.readInt();
            List<YamlNode> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                items.add(node());
            }
            return new Sequence(items, at);
        }
    }
}
