package advisor.http.live;

import advisor.file.LayerFiles;
import advisor.text.Layers;
import advisor.text.Layers.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is known, as it stands in its folders. */
public record Folders(Layers rules, Layers catalog) {

    List<Path> all() {
        return Stream.concat(rules.folders().stream(), catalog.folders().stream())
                .toList();
    }

    /** The files that can be read, in the order of folders and names. */
    public List<KnowledgeFile> files() {
        return KnowledgeFolder.all().stream().flatMap(this::in).toList();
    }

    private Stream<KnowledgeFile> in(KnowledgeFolder folder) {
        return of(folder).all().stream()
                .flatMap(layer -> LayerFiles.names(layer, folder.path()).stream())
                .filter(name -> folder.listed().matcher(name).matches())
                .distinct()
                .sorted()
                .map(name -> new KnowledgeFile(folder, name));
    }

    /** The text of a file; empty if it is not there, or is none. */
    public Optional<String> text(KnowledgeFile file) {
        Layer layer = holding(file);
        if (!LayerFiles.exists(layer, file.path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(LayerFiles.text(layer, file.path()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What messages call a file. */
    public String label(KnowledgeFile file) {
        return holding(file).name() + "/" + file.path();
    }

    /** Where a file lies; of several folders that hold it, in the uppermost; of none, in the uppermost of all. */
    public Path path(KnowledgeFile file) {
        return holding(file).folder().resolve(file.path());
    }

    /** The folder that a file lies in. */
    public Path folder(KnowledgeFile file) {
        return holding(file).folder().resolve(file.folder().path());
    }

    private Layer holding(KnowledgeFile file) {
        List<Layer> layers = of(file.folder()).all();
        return layers.stream()
                .filter(layer -> LayerFiles.exists(layer, file.path()))
                .reduce((lower, upper) -> upper)
                .orElse(layers.get(layers.size() - 1));
    }

    private Layers of(KnowledgeFolder folder) {
        return folder.ofRules() ? rules : catalog;
    }

    /** The same as if a file had another text. */
    public Folders with(KnowledgeFile file, String text) {
        Layers drafted = of(file.folder()).with(holding(file).folder(), file.path(), text);
        return file.folder().ofRules() ? new Folders(drafted, catalog) : new Folders(rules, drafted);
    }
}
