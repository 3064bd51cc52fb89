package advisor.catalog;

import advisor.cache.Cache;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlNode;
import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.ExchangeTable;
import advisor.facts.unit.Source;
import advisor.text.Layers;
import advisor.text.Problem;
import advisor.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a whole catalog folder, what is cited before what cites it. */
public final class CatalogLoader {
    private final Problems problems;
    private final CatalogTexts texts;
    private final String sha256;
    private final CatalogFiles files;

    /** @param problems what could not be read */
    private CatalogLoader(CatalogTexts texts, Problems problems, Cache cache) {
        this.problems = problems;
        this.texts = texts;
        this.sha256 = texts.sha256();
        this.files = new CatalogFiles(texts, sha256, problems, cache);
    }

    /**
     * Reads a catalog folder.
     *
     * @throws advisor.text.LoadException with every problem of every file
     */
    public static Catalog load(Path folder) {
        return load(folder, Cache.NONE);
    }

    /**
     * As {@link #load(Path)}.
     *
     * @param cache may hold the parsed files
     */
    public static Catalog load(Path folder, Cache cache) {
        return load(Layers.ofCatalog(folder), cache);
    }

    /**
     * As {@link #load(Path)}, of folders one over the other.
     *
     * @param cache may hold the parsed files
     * @throws advisor.text.LoadException with every problem of every file
     */
    public static Catalog load(Layers folders, Cache cache) {
        Problems problems = new Problems();
        return new CatalogLoader(CatalogTexts.read(folders, problems), problems, cache).load();
    }

    /**
     * What folders hold now: the known catalog itself, if it was read from them and no file has changed.
     *
     * @throws advisor.text.LoadException with every problem of every file
     */
    public static Catalog loadAgain(Catalog known, Layers folders, Cache cache) {
        Problems problems = new Problems();
        CatalogTexts texts = CatalogTexts.read(folders, problems);
        return problems.isEmpty() && texts.equals(known.texts())
                ? known
                : new CatalogLoader(texts, problems, cache).load();
    }

    /**
     * Reads catalog files whose texts are at hand.
     *
     * @throws advisor.text.LoadException with every problem of every file
     */
    public static Catalog load(CatalogTexts texts) {
        return new CatalogLoader(texts, new Problems(), Cache.NONE).load();
    }

    private Catalog load() {
        texts.clashing().forEach(this::clash);
        Map<String, Source> sources = sources();
        Citations citations = new Citations(sources);
        SortedMap<String, Accelerator> accelerators =
                byId("accelerators", section -> AcceleratorReader.read(section, citations));
        SubstituteReader substitutes = new SubstituteReader(citations, ids("models"));
        Twins twins = new Twins(ids("models"));
        ModelReader modelReader = new ModelReader(citations, substitutes, twins);
        SortedMap<String, LanguageModel> models = byId("models", modelReader::read);
        SortedMap<String, Engine> engines = new UnclaimedHardware(accelerators.values())
                .openedIn(byId("engines", new EngineReader(citations, accelerators)::read));
        List<DatedParameter> parameters = all("parameters", new ParameterReader(citations)::read);
        PriceReader prices = new PriceReader(citations, currencies(parameters));
        SortedMap<String, DeploymentOption> options =
                byId("options", new OptionReader("", accelerators, engines.keySet(), citations, prices)::read);
        options.putAll(byId(CatalogTexts.OFFERS, new ProviderReader(models.keySet(), twins, citations, prices)::read));
        SortedMap<String, DeploymentOption> composable =
                composable(new PartsReader(accelerators, options.values(), prices));
        List<ExportStatus> statuses = all("export", new ExportReader(accelerators.keySet(), citations)::read);
        List<CountryStatus> countries = all("countries", new CountryReader(citations)::read);
        problems.throwIfAny();
        return new Catalog(
                new TreeMap<>(sources),
                accelerators,
                models,
                substitutes.byModel(),
                engines,
                options,
                composable,
                composable,
                new ExportLaw(statuses, countries),
                parameters,
                sha256,
                texts);
    }

    private void clash(String offer) {
        String option = texts.label(CatalogTexts.option(offer));
        problems.add(Problem.inFile(
                texts.label(offer),
                new Text("The offer has the id of an option (%s).", "报价与方案（%s）的 id 相同。").with(option)));
    }

    private SortedMap<String, DeploymentOption> composable(PartsReader parts) {
        SortedMap<String, DeploymentOption> composable = new TreeMap<>();
        all(CatalogTexts.PARTS, parts::read).forEach(option -> composable.put(option.id(), option));
        return composable;
    }

    private static Set<String> currencies(List<DatedParameter> parameters) {
        return ExchangeTable.of(
                        parameters.stream().map(DatedParameter::parameter).toList())
                .currencies();
    }

    private Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String file : files.sources()) {
            YamlNode root = files.read(file);
            if (root != null) {
                sources.putAll(new SourceReader(problems).read(root));
            }
        }
        return sources;
    }

    private Set<String> ids(String folder) {
        return files.in(folder).stream().map(CatalogFiles::idOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One thing a file, each under the id that its file is named after. */
    private <T> SortedMap<String, T> byId(String folder, Function<Section, T> read) {
        SortedMap<String, T> things = new TreeMap<>();
        for (String file : files.in(folder)) {
            String id = CatalogFiles.idOf(file);
            YamlNode root = files.read(file);
            if (root != null) {
                Section section = new Section(root, id, problems);
                things.put(id, read.apply(section));
                checkId(section, id);
            }
        }
        return things;
    }

    private <T> List<T> all(String folder, Function<Section, List<T>> read) {
        List<T> things = new ArrayList<>();
        for (String file : files.in(folder)) {
            YamlNode root = files.read(file);
            if (root != null) {
                Section section = new Section(root, CatalogFiles.idOf(file), problems);
                things.addAll(read.apply(section));
                checkId(section, CatalogFiles.idOf(file));
            }
        }
        return things;
    }

    private static void checkId(Section section, String fileName) {
        String id = section.text("id");
        if (!id.equals(fileName)) {
            section.problem(
                    "id",
                    new Text("The id (%s) must be the file's name (%s).", "id（%s）须与文件名（%s）一致。").with(id, fileName),
                    Text.NONE);
        }
    }
}
