package advisor.catalog.yaml;

import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parsed files as bytes, by their names. */
public final class DocumentCodec {
    private static final int MAPPING = 1;
    private static final int SEQUENCE = 2;
    private static final int SCALAR = 3;

    private DocumentCodec() {}

    public static byte[] encode(Map<String, YamlNode> documents) {
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

    /** @throws RuntimeException if the bytes are none of {@link #encode}, or end too early */
    public static Map<String, YamlNode> decode(byte[] bytes) {
        Map<String, YamlNode> documents = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<String> texts = new ArrayList<>();
        int size = in.getInt();
        for (int i = 0; i < size; i++) {
            String name = new Reader(in, texts, "").text();
            documents.put(name, new Reader(in, texts, name).node());
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

    private record Reader(ByteBuffer in, List<String> texts, String file) {
        String text() {
            int number = in.getInt();
            if (number == texts.size()) {
                int length = in.getInt();
                texts.add(new String(in.array(), in.position(), length, StandardCharsets.UTF_8));
                in.position(in.position() + length);
            }
            return texts.get(number);
        }

        Place place() {
            return new Place(file, in.getInt(), in.getInt());
        }

        YamlNode node() {
            int type = in.get();
            Place at = place();
            return switch (type) {
                case MAPPING -> mapping(at);
                case SEQUENCE -> sequence(at);
                case SCALAR -> new Scalar(text(), at);
                default -> throw new IllegalArgumentException("The bytes hold no node.");
            };
        }

        private Mapping mapping(Place at) {
            int size = in.getInt();
            Map<String, YamlNode> values = new LinkedHashMap<>();
            Map<String, Place> keys = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                String key = text();
                keys.put(key, place());
                values.put(key, node());
            }
            return new Mapping(values, keys, at);
        }

        private Sequence sequence(Place at) {
            int size = in.getInt();
            List<YamlNode> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                items.add(node());
            }
            return new Sequence(items, at);
        }
    }
}
