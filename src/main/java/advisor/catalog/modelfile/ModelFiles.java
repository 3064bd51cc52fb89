package advisor.catalog.modelfile;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.StoredTensor;
import advisor.facts.unit.Bytes;
import advisor.file.RegularFile;
import advisor.text.Fingerprint;
import advisor.text.Problem;
import advisor.text.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model's files say of it: a {@code config.json} and what lies beside it ({@code hf_quant_config.json}, the
 * checkpoint's index, headers of safetensors files), or GGUF files.
 */
public final class ModelFiles {
    /** What can be read, as a sentence for users. */
    public static final Text ACCEPTED = new Text(
            "Accepted: an id of \"advisor models\", a config.json, a folder that holds one, or a .gguf file or folder.",
            "可接受：advisor models 中的 id、config.json、含有它的文件夹，或 .gguf 文件或文件夹。");

    private static final String CONFIG = "config.json";
    private static final String QUANTISATION = "hf_quant_config.json";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String JSON = ".json";
    private static final String SAFETENSORS = ".safetensors";
    private static final String GGUF = ".gguf";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path path;
    private final Problems problems = new Problems();
    private final Fingerprint fingerprint = new Fingerprint();

    private ModelFiles(Path path) {
        this.path = path;
    }

    /**
     * The facts in a file or folder.
     *
     * @throws advisor.text.LoadException with every problem, if it is no model that can be read
     */
    public static ModelFacts read(Path path) {
        return new ModelFiles(path).read();
    }

    private ModelFacts read() {
        ModelFacts facts = Files.isDirectory(path) ? folder() : file();
        problems.throwIfAny();
        if (facts == null) {
            throw new IllegalStateException("A model without facts must have a problem: " + path);
        }
        return facts;
    }

    private @Nullable ModelFacts folder() {
        if (Files.isRegularFile(path.resolve(CONFIG))) {
            return config(path.resolve(CONFIG), path.resolve(QUANTISATION), path);
        }
        List<Path> parts = files(path, GGUF);
        return parts.isEmpty() ? refuse("The folder holds neither a config.json nor a .gguf file.") : gguf(parts);
    }

    private @Nullable ModelFacts file() {
        String name = name(path);
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.exists(path)) {
            return refuse("The file does not exist.");
        }
        if (name.endsWith(GGUF)) {
            return gguf(List.of(path));
        }
        if (name.equals(CONFIG) && folder != null) {
            return config(path, folder.resolve(QUANTISATION), folder);
        }
        return name.endsWith(JSON)
                ? config(path, path.resolveSibling(withoutEnding(name) + "." + QUANTISATION), null)
                : refuse("The file is neither a configuration (.json) nor a GGUF file (.gguf).");
    }

    /** @param folder where the checkpoint's files are; {@code null} for a configuration that stands alone */
    private @Nullable ModelFacts config(Path config, Path quantisation, @Nullable Path folder) {
        YamlNode root = document(config);
        YamlNode beside = Files.isRegularFile(quantisation) ? document(quantisation) : null;
        if (root == null) {
            return null;
        }
        if (!(root instanceof Mapping mapping) || !ConfigReader.isConfig(root)) {
            return refuse(ConfigReader.NO_CONFIG);
        }
        Mapping scales = beside instanceof Mapping found ? found : null;
        JsonNode index = folder == null ? MAPPER.createObjectNode() : index(folder.resolve(INDEX));
        return new ModelFacts(
                id(),
                ConfigReader.read(mapping, scales, problems),
                folder == null ? List.of() : tensors(folder, index),
                indexedBytes(index),
                indexed(index, "total_parameters"),
                fingerprint.hex());
    }

    private @Nullable ModelFacts gguf(List<Path> parts) {
        GgufReader.Read read = GgufReader.read(parts, problems);
        if (read == null) {
            return null;
        }
        fingerprint.add(read.toString());
        return new ModelFacts(id(), read.config(), read.tensors(), null, null, fingerprint.hex());
    }

    /** Tensors of all checkpoint files; none unless every file is there that the index names. */
    private List<StoredTensor> tensors(Path folder, JsonNode index) {
        List<StoredTensor> tensors = new ArrayList<>();
        List<Path> files = checkpointFiles(folder, index);
        if (files.stream().allMatch(Files::isRegularFile)) {
            files.forEach(file -> tensors.addAll(SafetensorsHeader.read(file, problems)));
        }
        tensors.forEach(tensor -> fingerprint.add(tensor.toString()));
        return tensors;
    }

    private List<Path> checkpointFiles(Path folder, JsonNode index) {
        TreeSet<String> named = new TreeSet<>();
        index.path("weight_map").forEach(file -> named.add(file.asText()));
        return named.isEmpty()
                ? files(folder, SAFETENSORS)
                : named.stream().map(folder::resolve).toList();
    }

    private static @Nullable Bytes indexedBytes(JsonNode index) {
        Long total = indexed(index, "total_size");
        return total == null ? null : new Bytes(total);
    }

    private static @Nullable Long indexed(JsonNode index, String key) {
        JsonNode total = index.path("metadata").path(key);
        return total.canConvertToLong() && total.asLong() > 0 ? Long.valueOf(total.asLong()) : null;
    }

    private JsonNode index(Path file) {
        if (Files.isRegularFile(file)) {
            try {
                String text = RegularFile.text(file);
                fingerprint.add(text);
                return MAPPER.readTree(text);
            } catch (JsonProcessingException e) {
                problems.add(Problem.inFile(file.toString(), "The file is not valid JSON."));
            } catch (IOException e) {
                problems.add(Problem.inFile(file.toString(), "The file cannot be read: " + e.getMessage() + "."));
            }
        }
        return MAPPER.missingNode();
    }

    private @Nullable YamlNode document(Path file) {
        try {
            String text = RegularFile.text(file);
            fingerprint.add(text);
            return YamlFile.readJson(file.toString(), text, problems);
        } catch (CharacterCodingException e) {
            problems.add(Problem.inFile(file.toString(), "The file is not UTF-8 text."));
        } catch (IOException e) {
            problems.add(Problem.inFile(file.toString(), "The file cannot be read: " + e.getMessage() + "."));
        }
        return null;
    }

    private List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            problems.add(Problem.inFile(folder.toString(), "The folder cannot be read."));
            return List.of();
        }
    }

    private <T> @Nullable T refuse(String why) {
        problems.add(new Problem(path.toString(), 0, 0, why, ACCEPTED.en()));
        return null;
    }

    /** The file's name without its ending, or the folder's; of a {@code config.json} its folder's. */
    private String id() {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(path)) {
            return name(path.toAbsolutePath().normalize());
        }
        return name(path).equals(CONFIG) && folder != null && folder.getFileName() != null
                ? name(folder)
                : withoutEnding(path.getFileName().toString());
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "model" : name.toString();
    }
}
