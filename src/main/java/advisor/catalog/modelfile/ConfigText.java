package advisor.catalog.modelfile;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.ModelFacts;
import advisor.text.Fingerprint;
import advisor.text.Problem;
import java.util.List;

/** Reads a model's {@code config.json} whose text is at hand. Touches no file. */
public final class ConfigText {
    private ConfigText() {}

    /**
     * What a configuration says of its model.
     *
     * @param id what the model is to be called
     * @param file what the text is called in messages
     * @throws advisor.text.LoadException with every problem, if it is no configuration that can be read
     */
    public static ModelFacts read(String id, String file, String text) {
        Problems problems = new Problems();
        Mapping root = mapping(file, text, problems);
        ModelConfig config = ConfigReader.read(root, null, problems);
        problems.throwIfAny();
        return new ModelFacts(
                id, config, List.of(), null, null, new Fingerprint().add(text).hex());
    }

    private static Mapping mapping(String file, String text, Problems problems) {
        YamlNode root = YamlFile.readJson(file, text, problems);
        if (root instanceof Mapping mapping && ConfigReader.isConfig(root)) {
            return mapping;
        }
        if (problems.isEmpty()) {
            problems.add(Problem.inFile(file, ConfigReader.NO_CONFIG));
        }
        problems.throwIfAny();
        throw new IllegalStateException("A text without a mapping must have a problem.");
    }
}
