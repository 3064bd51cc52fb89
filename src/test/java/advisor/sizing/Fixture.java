package advisor.sizing;

import advisor.catalog.modelfile.ModelFiles;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.sizing.model.ModelSizing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The configurations under {@code src/test/resources/models}: only the fields that count. */
public final class Fixture {
    public static final Path FOLDER = Path.of("src/test/resources/models");

    private Fixture() {}

    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.endsWith("hf_quant_config.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }

    public static ModelFacts facts(String name) {
        return ModelFiles.read(file(name));
    }

    public static ModelSize size(String name) {
        return ModelSizing.of(facts(name));
    }

    /** The size that follows from a configuration given as text. */
    public static ModelSize sizeOf(Path folder, String config) {
        try {
            Path file = folder.resolve("given.json");
            Files.writeString(file, config);
            return ModelSizing.of(ModelFiles.read(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
