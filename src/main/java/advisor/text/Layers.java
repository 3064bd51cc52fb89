package advisor.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders of one kind, each over those before it. */
public record Layers(List<Layer> all) {
    /**
     * One of them.
     *
     * @param name what messages call it
     */
    public record Layer(Path folder, String name) {}

    public Layers {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There must be a folder.");
        }
        all = List.copyOf(all);
    }

    /**
     * Folders, the lowest first.
     *
     * @param usual how the lowest is usually called
     */
    public static Layers of(String usual, List<Path> folders) {
        List<Layer> layers = new ArrayList<>();
        for (Path folder : folders) {
            String name = layers.isEmpty() ? FolderName.of(folder, usual) : folder.toString();
            boolean taken = !layers.isEmpty()
                    && (name.equals(usual)
                            || layers.stream().anyMatch(layer -> layer.name().equals(name)));
            layers.add(new Layer(folder, taken ? folder.toAbsolutePath().toString() : name));
        }
        return new Layers(layers);
    }

    /** The one folder of rules. */
    public static Layers ofRules(Path folder) {
        return of("rules", List.of(folder));
    }

    /** The one folder of a catalog. */
    public static Layers ofCatalog(Path folder) {
        return of("catalog", List.of(folder));
    }

    public boolean several() {
        return all.size() > 1;
    }

    /** The lowest alone. */
    public Layers lowest() {
        return new Layers(all.subList(0, 1));
    }

    /** Where own files go. */
    public Path top() {
        return all.get(all.size() - 1).folder();
    }

    /** The lowest first. */
    public List<Path> folders() {
        return all.stream().map(Layer::folder).toList();
    }
}
