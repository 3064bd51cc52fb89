package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.file.RegularFile;
import advisor.text.Fingerprint;
import advisor.text.Problem;
import advisor.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a catalog as text: all that it takes to read it again.
 *
 * @param files texts by their path in the catalog's folder, as {@code models/deepseek-r1.yaml}
 */
public record CatalogTexts(SortedMap<String, String> files) {
    static final String SOURCES = "sources.yaml";
    static final String SUFFIX = ".yaml";

    /** The folder that a catalog may do without. */
    static final String OFFERS = "offers";

    private static final String LABEL = "catalog/";

    /** What is cited before what cites it. */
    private static final List<String> FOLDERS =
            List.of("accelerators", "models", "engines", "options", OFFERS, "export", "countries", "parameters");

    public CatalogTexts {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Reads a folder; what cannot be read is left out and named among the problems. */
    static CatalogTexts read(Path folder, Problems problems) {
        SortedMap<String, String> files = new TreeMap<>();
        read(folder, SOURCES, files, problems);
        for (String subfolder : FOLDERS) {
            for (String name : names(folder.resolve(subfolder), subfolder, problems)) {
                read(folder, subfolder + "/" + name, files, problems);
            }
        }
        return new CatalogTexts(files);
    }

    private static void read(Path folder, String name, SortedMap<String, String> files, Problems problems) {
        try {
            files.put(name, RegularFile.text(folder.resolve(name)));
        } catch (CharacterCodingException e) {
            problems.add(Problem.inFile(label(name), new Text("The file is not UTF-8 text.", "文件不是 UTF-8 文本。")));
        } catch (IOException e) {
            problems.add(Problem.inFile(
                    label(name), new Text("The file cannot be read: %s", "文件无法读取：%s").with(e.getMessage())));
        }
    }

    private static List<String> names(Path path, String subfolder, Problems problems) {
        if (!Files.isDirectory(path)) {
            if (!subfolder.equals(OFFERS)) {
                problems.add(Problem.inFile(
                        label(subfolder), new Text("The folder is missing from the catalog.", "目录缺少该文件夹。")));
            }
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder (%s) cannot be listed.".formatted(path), e);
        }
    }

    /** SHA-256 over the names and texts of all files: that of the catalog made of them. */
    public String sha256() {
        Fingerprint fingerprint = new Fingerprint();
        Stream.concat(Stream.of(SOURCES), FOLDERS.stream().flatMap(folder -> in(folder).stream()))
                .filter(files::containsKey)
                .forEach(name -> fingerprint.add(label(name)).add(files.getOrDefault(name, "")));
        return fingerprint.hex();
    }

    /** The names of the files in a subfolder. */
    List<String> in(String subfolder) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(subfolder + "/"))
                .toList();
    }

    /** What messages call a file. */
    static String label(String name) {
        return LABEL + name;
    }
}
