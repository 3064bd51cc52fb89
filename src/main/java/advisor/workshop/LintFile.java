package advisor.workshop;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.file.LayerFiles;
import advisor.text.Layers.Layer;
import advisor.text.LoadException;
import advisor.text.Problem;
import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules/lint.yaml}: which checks are errors, which warnings, and which are off. */
public final class LintFile {
    private static final String NAME = "lint.yaml";

    private LintFile() {}

    /** How serious a check is taken. */
    public enum Level {
        ERROR,
        WARNING,
        OFF
    }

    /**
     * Levels by check; empty if the folder has no such file.
     *
     * @param checks ids that may be named
     * @throws LoadException with every problem of the file
     */
    public static SortedMap<String, Level> read(Layer rules, Collection<String> checks) {
        SortedMap<String, Level> levels = new TreeMap<>();
        if (!LayerFiles.exists(rules, NAME)) {
            return levels;
        }
        Problems problems = new Problems();
        YamlNode root = root(rules, problems);
        if (root != null) {
            Section section = new Section(root, "the lint levels", problems);
            checks.stream()
                    .filter(section::has)
                    .forEach(check -> levels.put(check, section.choice(check, Level.class)));
            checks.forEach(section::optionalText);
            section.done();
        }
        problems.throwIfAny();
        return levels;
    }

    private static @Nullable YamlNode root(Layer rules, Problems problems) {
        String label = rules.name() + "/" + NAME;
        try {
            return YamlFile.read(label, LayerFiles.text(rules, NAME), problems);
        } catch (IOException e) {
            problems.add(Problem.inFile(label, "The file cannot be read as UTF-8 text."));
            return null;
        }
    }
}
