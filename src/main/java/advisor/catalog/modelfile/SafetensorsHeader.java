package advisor.catalog.modelfile;

import advisor.catalog.yaml.Problems;
import advisor.facts.model.StoredTensor;
import advisor.file.RegularFile;
import advisor.text.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a safetensors file: its length as 8 bytes, least significant first, then a JSON object with type,
 * shape and place of each tensor. The tensors themselves are not read.
 */
final class SafetensorsHeader {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String METADATA = "__metadata__";

    /** The format's own limit. */
    private static final long MOST_HEADER_BYTES = 100_000_000;

    /** No file holds more values. */
    private static final long MOST_ELEMENTS = 1L << 56;

    /** Bits of a value of each type whose size is fixed. */
    private static final Map<String, Integer> BITS = Map.ofEntries(
            Map.entry("BOOL", 8),
            Map.entry("U8", 8),
            Map.entry("I8", 8),
            Map.entry("F8_E4M3", 8),
            Map.entry("F8_E5M2", 8),
            Map.entry("F8_E8M0", 8),
            Map.entry("I16", 16),
            Map.entry("U16", 16),
            Map.entry("F16", 16),
            Map.entry("BF16", 16),
            Map.entry("I32", 32),
            Map.entry("U32", 32),
            Map.entry("F32", 32),
            Map.entry("I64", 64),
            Map.entry("U64", 64),
            Map.entry("F64", 64));

    private final Path file;
    private final Problems problems;

    private SafetensorsHeader(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tensors of a file; none if its header cannot be read: the reason is then among the problems. */
    static List<StoredTensor> read(Path file, Problems problems) {
        return new SafetensorsHeader(file, problems).tensors();
    }

    private List<StoredTensor> tensors() {
        try (DataInputStream in = new DataInputStream(RegularFile.open(file))) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 2 || length > Math.min(MOST_HEADER_BYTES, Files.size(file) - Long.BYTES)) {
                return refuse("its header cannot be %s bytes long".formatted(length));
            }
            return tensors(MAPPER.readTree(in.readNBytes((int) length)));
        } catch (JsonProcessingException e) {
            return refuse("its header is not valid JSON");
        } catch (IOException e) {
            return refuse("it cannot be read");
        }
    }

    private List<StoredTensor> tensors(JsonNode header) {
        List<Placed> placed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals(METADATA)) {
                Placed tensor = tensor(entry.getKey(), entry.getValue());
                if (tensor == null) {
                    return List.of();
                }
                placed.add(tensor);
            }
        }
        placed.sort(Comparator.comparingLong(Placed::from).thenComparingLong(Placed::to));
        for (int i = 1; i < placed.size(); i++) {
            if (placed.get(i).from() < placed.get(i - 1).to()) {
                return refuse("data_offsets of %s overlap those of %s"
                        .formatted(
                                placed.get(i).tensor().name(),
                                placed.get(i - 1).tensor().name()));
            }
        }
        return placed.stream().map(Placed::tensor).toList();
    }

    private record Placed(StoredTensor tensor, long from, long to) {}

    /** {@code null} if a field cannot be true: the reason is then among the problems. */
    private @Nullable Placed tensor(String name, JsonNode node) {
        JsonNode offsets = node.path("data_offsets");
        JsonNode from = offsets.path(0);
        JsonNode to = offsets.path(1);
        if (!offsets.isArray() || !isCount(from) || !isCount(to) || to.asLong() < from.asLong()) {
            return refuse(name, "data_offsets", offsets);
        }
        String type = node.path("dtype").asText();
        Long elements = elements(node.path("shape"));
        if (elements == null) {
            return refuse(name, "shape", node.path("shape"));
        }
        long bytes = to.asLong() - from.asLong();
        Integer bits = BITS.get(type);
        if (bits == null && !type.matches("[A-Z][A-Z0-9_]{1,15}")) {
            return refuse(name, "dtype", node.path("dtype"));
        }
        if (bits != null
                && !BigInteger.valueOf(elements)
                        .multiply(BigInteger.valueOf(bits))
                        .equals(BigInteger.valueOf(bytes).multiply(BigInteger.valueOf(Byte.SIZE)))) {
            return refuse(name, "data_offsets", offsets);
        }
        return new Placed(new StoredTensor(name, type, elements, bytes), from.asLong(), to.asLong());
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0;
    }

    /** The product of a shape; {@code null} if it is none. */
    private static @Nullable Long elements(JsonNode shape) {
        long elements = 1;
        if (!shape.isArray()) {
            return null;
        }
        for (JsonNode dimension : shape) {
            if (!isCount(dimension) || dimension.asLong() > 0 && elements > MOST_ELEMENTS / dimension.asLong()) {
                return null;
            }
            elements *= dimension.asLong();
        }
        return elements;
    }

    private @Nullable Placed refuse(String name, String field, JsonNode value) {
        String shown = value.isMissingNode() ? "no" : value.toString();
        refuse("tensor %s cannot have %s %s".formatted(name, shown.substring(0, Math.min(shown.length(), 60)), field));
        return null;
    }

    private List<StoredTensor> refuse(String why) {
        problems.add(Problem.inFile(file.toString(), "The file is no safetensors file: " + why + "."));
        return List.of();
    }
}
