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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the header of a safetensors file: its length as 8 bytes, least significant first, then a JSON object with type,
 * shape and place of each tensor. The tensors themselves are not read.
 */
final class SafetensorsHeader {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String METADATA = "__metadata__";

    /** The format's own limit. */
    private static final long MOST_HEADER_BYTES = 100_000_000;

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
        List<StoredTensor> tensors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals(METADATA)) {
                tensors.add(tensor(entry.getKey(), entry.getValue()));
            }
        }
        return tensors;
    }

    private static StoredTensor tensor(String name, JsonNode node) {
        JsonNode offsets = node.path("data_offsets");
        long elements = 1;
        for (JsonNode dimension : node.path("shape")) {
            elements *= dimension.asLong();
        }
        long bytes = offsets.path(1).asLong() - offsets.path(0).asLong();
        return new StoredTensor(name, node.path("dtype").asText(), elements, bytes);
    }

    private List<StoredTensor> refuse(String why) {
        problems.add(Problem.inFile(file.toString(), "The file is no safetensors file: " + why + "."));
        return List.of();
    }
}
