package advisor.workshop;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.file.LayerFiles;
import advisor.text.Layers;
import advisor.text.Layers.Layer;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.text.Shadow;
import advisor.workshop.Scenario.Expectation;
import advisor.workshop.Scenario.Score;
import advisor.workshop.Scenario.Silence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the scenarios that stand beside rules: {@code rules/scenarios/*.yaml}. */
public final class ScenarioFiles {
    private static final String FOLDER = "scenarios";
    private static final String SUFFIX = ".yaml";

    private final Problems problems = new Problems();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private ScenarioFiles() {}

    /**
     * The scenarios of a rules folder, in the order of files and lines; none if it has no such folder.
     *
     * @throws LoadException with every problem of every file
     */
    public static List<Scenario> read(Path rules) {
        return read(Layers.ofRules(rules));
    }

    /**
     * As {@link #read(Path)}; a scenario takes the place of one of its name in a folder below.
     *
     * @throws LoadException with every problem of every file
     */
    public static List<Scenario> read(Layers layers) {
        return read(layers, shadow -> {});
    }

    /**
     * As {@link #read(Layers)}.
     *
     * @param shadows is told of each scenario that another of its name takes the place of
     */
    public static List<Scenario> read(Layers layers, Consumer<Shadow> shadows) {
        Map<String, Scenario> byName = new LinkedHashMap<>();
        for (Layer layer : layers.all()) {
            for (Scenario scenario : ofOne(layer)) {
                Scenario below = byName.put(scenario.name(), scenario);
                if (below != null) {
                    shadows.accept(new Shadow(scenario.name(), scenario.place(), below.place(), List.of()));
                }
            }
        }
        return List.copyOf(byName.values());
    }

    private static List<Scenario> ofOne(Layer layer) {
        ScenarioFiles files = new ScenarioFiles();
        LayerFiles.names(layer, FOLDER).stream()
                .filter(name -> name.endsWith(SUFFIX))
                .forEach(name -> files.readFile(layer, FOLDER + "/" + name));
        files.problems.throwIfAny();
        return files.scenarios;
    }

    private void readFile(Layer layer, String path) {
        String name = layer.name() + "/" + path;
        try {
            YamlNode root = YamlFile.read(name, LayerFiles.text(layer, path), problems);
            if (root instanceof Sequence list) {
                list.items().forEach(item -> scenarios.add(scenario(new Section(item, "a scenario", problems))));
            } else if (root != null) {
                problems.add(root.at(), "A scenario file must be a list.", "Maybe - is missing before name?");
            }
        } catch (IOException e) {
            problems.add(Problem.inFile(name, "The file cannot be read as UTF-8 text: " + e.getMessage() + "."));
        }
    }

    private Scenario scenario(Section section) {
        String name = section.text("name");
        Scenario scenario = new Scenario(
                name,
                place(section.at()),
                fields(section.optionalSection("request")),
                expectations(section.optionalSection("expect")),
                section.texts("notes"),
                silences(section, "not_notes"));
        section.done();
        checkName(section, name);
        return scenario;
    }

    private static String place(Place at) {
        return at.file() + ":" + at.line();
    }

    private void checkName(Section section, String name) {
        String other = places.putIfAbsent(name, place(section.at()));
        if (other != null) {
            section.problem("name", "The scenario (%s) already stands at %s.".formatted(name, other), "");
        }
    }

    private static SortedMap<String, String> fields(@Nullable Section section) {
        SortedMap<String, String> fields = new TreeMap<>();
        if (section != null) {
            section.keys().forEach(key -> fields.put(key.replace('_', '-'), section.text(key)));
        }
        return fields;
    }

    private SortedMap<String, Expectation> expectations(@Nullable Section section) {
        SortedMap<String, Expectation> expectations = new TreeMap<>();
        if (section != null) {
            for (String option : section.keys()) {
                Section expected = section.optionalSection(option);
                if (expected != null) {
                    expectations.put(option, expectation(expected));
                }
            }
        }
        return expectations;
    }

    private static Expectation expectation(Section section) {
        Expectation expectation = new Expectation(
                section.optionalText("precision"),
                section.optionalText("stance"),
                score(section),
                section.texts("fired"),
                silences(section, "not_fired"));
        section.done();
        return expectation;
    }

    private static @Nullable Score score(Section section) {
        if (!section.has("score")) {
            return null;
        }
        List<String> ends = section.texts("score");
        try {
            return new Score(Integer.parseInt(ends.get(0)), Integer.parseInt(ends.get(1)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            section.problem("score", "The score must be two whole numbers.", "Maybe [60, 75]?");
            return null;
        }
    }

    private static List<Silence> silences(Section section, String key) {
        return section.sectionsOrTexts(key, "rule").stream()
                .map(item -> {
                    Silence silence = new Silence(item.text("rule"), item.optionalText("because"));
                    item.done();
                    return silence;
                })
                .toList();
    }
}
