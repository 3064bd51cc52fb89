package advisor.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folders of one kind, each over those before it. */
public record Layers(List<Layer> all) {
    /**
     * One of them.
     *
     * @param name what messages call it
     * @param drafts texts that files would have, or files that would be there, by their path in the folder
     */
    public record Layer(Path folder, String name, SortedMap<String, String> drafts) {
        public Layer {
            drafts = Collections.unmodifiableSortedMap(new TreeMap<>(drafts));
        }

        public Layer(Path folder, String name) {
            this(folder, name, Collections.emptySortedMap());
        }

        /** The same as if a file had this text. */
        Layer with(String path, String text) {
            SortedMap<String, String> more = new TreeMap<>(drafts);
            more.put(path, text);
            return new Layer(folder, name, more);
        }
    }

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

    /** The same as if a file of one of the folders had this text, or were there at all. */
    public Layers with(Path folder, String path, String text) {
        return new Layers(all.stream()
                .map(layer -> layer.folder().equals(folder) ? layer.with(path, text) : layer)
                .toList());
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
