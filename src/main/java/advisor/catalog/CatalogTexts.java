package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.file.LayerFiles;
import advisor.text.Fingerprint;
import advisor.text.Layers;
import advisor.text.Layers.Layer;
import advisor.text.NearestName;
import advisor.text.Problem;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of a catalog as text: all that it takes to read it again. A catalog may be several folders, each over those
 * before it: a file takes the place of the one at its path, but sources are added one by one.
 *
 * @param files texts by their path in the catalog's folder, as {@code models/deepseek-r1.yaml}; in the second folder by
 *     {@code 2/models/deepseek-r1.yaml}, and so on
 * @param layers what messages call the folders, the lowest first
 */
public record CatalogTexts(SortedMap<String, String> files, List<String> layers) {
    public static final String SOURCES = "sources.yaml";
    public static final String SUFFIX = ".yaml";

    /** A folder that a catalog may do without. */
    static final String OFFERS = "offers";

    /** Another: of what parts a plan can be composed. */
    static final String PARTS = "parts";

    private static final String OPTIONS = "options";
    private static final String LABEL = "catalog";

    /** What is cited before what cites it. */
    public static final List<String> FOLDERS =
            List.of("accelerators", "models", "engines", OPTIONS, OFFERS, PARTS, "export", "countries", "parameters");

    private static final Set<String> DISPENSABLE = Set.of(OFFERS, PARTS);

    /** What lies beside them: the sources, examples of what may be asked, and what price lists call things. */
    private static final Set<String> BESIDE = Set.of(SOURCES, "requests", "names.yaml");

    private static final Pattern LEFT_BY_EDITORS =
            Pattern.compile("\\..*|#.*|.*~|\\d+|.*\\.(bak|orig|rej|swp|tmp)", Pattern.CASE_INSENSITIVE);

    public CatalogTexts {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        layers = List.copyOf(layers);
    }

    /** The files of one folder. */
    public CatalogTexts(SortedMap<String, String> files) {
        this(files, List.of(LABEL));
    }

    /** Reads folders; what cannot be read is left out and named among the problems. */
    static CatalogTexts read(Layers folders, Problems problems) {
        List<String> names = folders.all().stream().map(Layer::name).toList();
        SortedMap<String, String> files = new TreeMap<>();
        for (int number = 1; number <= names.size(); number++) {
            Layer layer = folders.all().get(number - 1);
            String prefix = number == 1 ? "" : number + "/";
            for (String path : paths(layer, number == 1, problems)) {
                read(layer, path, prefix, files, problems);
            }
        }
        return new CatalogTexts(files, names);
    }

    private static void read(
            Layer layer, String path, String prefix, SortedMap<String, String> files, Problems problems) {
        String label = layer.name() + "/" + path;
        try {
            files.put(prefix + path, LayerFiles.text(layer, path));
        } catch (CharacterCodingException e) {
            problems.add(Problem.inFile(label, new Text("The file is not UTF-8 text.", "文件不是 UTF-8 文本。")));
        } catch (IOException e) {
            problems.add(Problem.inFile(
                    label, new Text("The file cannot be read: %s", "文件无法读取：%s").with(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * The paths of what is to be read; a file or folder that nobody reads would be a slip of the pen.
     *
     * @param whole whether nothing lies under it that could hold what is missing
     */
    private static List<String> paths(Layer layer, boolean whole, Problems problems) {
        Path folder = layer.folder();
        String label = layer.name() + "/";
        if (!Files.isDirectory(folder)) {
            problems.add(Problem.inFile(label, new Text("There is no such folder.", "没有这个文件夹。")));
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        if (whole || LayerFiles.exists(layer, SOURCES)) {
            paths.add(SOURCES);
        }
        for (String name : names(layer, "")) {
            if (FOLDERS.contains(name)) {
                paths.addAll(paths(layer, name, problems));
            } else if (!BESIDE.contains(name)) {
                problems.add(stray(label + name, NearestName.hintText(name, FOLDERS)));
            }
        }
        if (whole) {
            missing(folder, label, problems);
        } else if (paths.isEmpty()) {
            problems.add(Problem.inFile(label, new Text("The folder holds no file of a catalog.", "文件夹中没有目录文件。")));
        }
        return paths;
    }

    private static void missing(Path folder, String label, Problems problems) {
        FOLDERS.stream()
                .filter(name -> !DISPENSABLE.contains(name) && !Files.isDirectory(folder.resolve(name)))
                .forEach(name -> problems.add(Problem.inFile(
                        label + name, new Text("The folder is missing from the catalog.", "目录缺少该文件夹。"))));
    }

    private static List<String> paths(Layer layer, String subfolder, Problems problems) {
        List<String> names = names(layer, subfolder);
        names.stream()
                .filter(name -> !name.endsWith(SUFFIX))
                .forEach(name -> problems.add(stray(
                        layer.name() + "/" + subfolder + "/" + name, new Text("Maybe .yaml?", "可能应为 .yaml 文件？"))));
        return names.stream()
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> subfolder + "/" + name)
                .toList();
    }

    private static Problem stray(String place, Text hint) {
        return new Problem(place, 0, 0, new Text("A catalog has no such file or folder.", "目录没有这样的文件或文件夹。"), hint);
    }

    private static List<String> names(Layer layer, String subfolder) {
        return LayerFiles.names(layer, subfolder).stream()
                .filter(name -> !LEFT_BY_EDITORS.matcher(name).matches())
                .toList();
    }

    /** SHA-256 over the names and texts of all files: that of the catalog made of them. */
    public String sha256() {
        Fingerprint fingerprint = new Fingerprint();
        Stream.concat(Stream.of(SOURCES), FOLDERS.stream().flatMap(folder -> under(folder + "/")))
                .filter(files::containsKey)
                .forEach(name -> fingerprint.add(LABEL + "/" + name).add(files.getOrDefault(name, "")));
        IntStream.rangeClosed(2, layers.size())
                .boxed()
                .flatMap(layer -> under(layer + "/"))
                .forEach(name -> fingerprint.add(name).add(files.getOrDefault(name, "")));
        return fingerprint.hex();
    }

    private Stream<String> under(String prefix) {
        return files.keySet().stream().filter(name -> name.startsWith(prefix));
    }

    /** The files that only one of the two has, or that they have otherwise. */
    Stream<String> differing(CatalogTexts other) {
        return layers.equals(other.layers)
                ? Stream.concat(files.keySet().stream(), other.files.keySet().stream())
                        .distinct()
                        .filter(name -> !Objects.equals(files.get(name), other.files.get(name)))
                : Stream.concat(files.keySet().stream(), other.files.keySet().stream());
    }

    static boolean isOf(String name, String subfolder) {
        return path(name).startsWith(subfolder + "/");
    }

    /** The names of the files in a subfolder that count. */
    List<String> in(String subfolder) {
        return counting().values().stream()
                .filter(name -> isOf(name, subfolder))
                .toList();
    }

    /** Every list of sources, the lowest first. */
    List<String> sources() {
        return byLayer().filter(name -> path(name).equals(SOURCES)).toList();
    }

    /** The files that do not count, by those in their place. */
    SortedMap<String, String> hidden() {
        SortedMap<String, String> counting = counting();
        SortedMap<String, String> hidden = new TreeMap<>();
        files.keySet().stream()
                .filter(name -> !path(name).equals(SOURCES))
                .filter(name -> !name.equals(counting.get(place(name))))
                .forEach(name -> hidden.put(name, counting.getOrDefault(place(name), "")));
        return hidden;
    }

    /** The offers that are named like an option of their own folder: one of the two would count for nothing. */
    Stream<String> clashing() {
        return files.keySet().stream()
                .filter(name -> !option(name).equals(name))
                .filter(name -> files.containsKey(option(name)));
    }

    /** The names of the files that count, by the place that they take. */
    private SortedMap<String, String> counting() {
        SortedMap<String, String> counting = new TreeMap<>();
        byLayer().filter(name -> !path(name).equals(SOURCES)).forEach(name -> counting.put(place(name), name));
        return counting;
    }

    private Stream<String> byLayer() {
        return files.keySet().stream().sorted(Comparator.comparingInt(CatalogTexts::layer));
    }

    /** Options and offers share their ids. */
    private static String place(String name) {
        return path(option(name));
    }

    /** What an offer would be called as an option; any other file is called what it is. */
    static String option(String name) {
        return path(name).startsWith(OFFERS + "/") ? name.replaceFirst(OFFERS, OPTIONS) : name;
    }

    /** Which folder a file lies in; the lowest is 1. */
    static int layer(String name) {
        return Character.isDigit(name.charAt(0)) ? Integer.parseInt(name.substring(0, name.indexOf('/'))) : 1;
    }

    private static String path(String name) {
        return layer(name) == 1 ? name : name.substring(name.indexOf('/') + 1);
    }

    /** What messages call a file. */
    String label(String name) {
        return layers.get(layer(name) - 1) + "/" + path(name);
    }
}
