package advisor.workshop;

import advisor.file.LayerFiles;
import advisor.request.RequestFile;
import advisor.text.Layers;
import advisor.text.Layers.Layer;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The requests that stand beside a catalog: {@code catalog/requests/*.yaml}, each named by its path. */
public final class SampleRequests {
    private static final String FOLDER = "requests";

    private SampleRequests() {}

    /**
     * As scenarios that expect nothing, the lowest folder's first.
     *
     * @throws advisor.text.LoadException if a file is no mapping of names to plain values
     */
    public static List<Scenario> read(Layers catalog) {
        return catalog.all().stream().flatMap(SampleRequests::ofOne).toList();
    }

    private static Stream<Scenario> ofOne(Layer layer) {
        return LayerFiles.names(layer, FOLDER).stream()
                .filter(name -> name.endsWith(".yaml"))
                .map(name -> sample(layer, FOLDER + "/" + name));
    }

    private static Scenario sample(Layer layer, String path) {
        String name = layer.name() + "/" + path;
        try {
            String text = LayerFiles.text(layer, path);
            return Scenario.of(name, new TreeMap<>(RequestFile.parse(name, text)));
        } catch (IOException e) {
            throw new LoadException(List.of(Problem.inFile(
                    name,
                    new Text("The file cannot be read as UTF-8 text: %s", "文件无法按 UTF-8 文本读取：%s")
                            .with(String.valueOf(e.getMessage())))));
        }
    }
}
