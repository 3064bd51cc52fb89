package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Engine.Refusal;
import advisor.facts.machine.Engine.Scope;
import advisor.facts.machine.Engine.Support;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.ExchangeTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Catalogs that lack one fact each that the readers can do without: whatever file leaves it out is read all the same. */
public final class Blanks {
    /** What is said of a fact, and no fact. */
    private static final Set<String> WORDS = Set.of(
            "id", "title", "note", "notes", "as_printed", "documents", "source", "date", "confidence", "developer");

    /** What an option is, not what is known of it; and what says something by its absence: no end is none. */
    private static final Set<String> STATED = Set.of(
            "to", "currency", "sold", "precisions", "engines", "memory_pool", "bill_of_materials", "printed_total");

    /** Of a price that several sources state, each alone is no fact. */
    private static final Set<String> WHOLE = Set.of("quotes", "rates");

    private final Catalog catalog;
    private final Citations citations;
    private final List<Blank> found = new ArrayList<>();

    private Blanks(Catalog catalog) {
        this.catalog = catalog;
        this.citations = new Citations(catalog.sources());
    }

    /** Whose fact is taken out. */
    public enum Kind {
        ACCELERATOR,
        PRICE,
        OFFER,
        OPTION,
        ENGINE,
        EXPORT,
        COUNTRY,
        MODEL
    }

    /**
     * A fact that is taken out.
     *
     * @param about the options that it is a fact about
     * @param resized whether they have to be laid out again
     * @param without the catalog that lacks it
     */
    public record Blank(
            Kind kind,
            String fact,
            @Nullable String model,
            Predicate<DeploymentOption> about,
            boolean resized,
            Catalog without) {
        @Override
        public String toString() {
            return fact;
        }
    }

    /** All facts of a catalog, in the order of its files. */
    public static List<Blank> of(Catalog catalog) {
        Blanks blanks = new Blanks(catalog);
        blanks.walk("accelerators", section -> AcceleratorReader.read(section, blanks.citations), blanks::accelerator);
        blanks.walk("models", blanks.models()::read, blanks::model);
        blanks.walk("engines", new EngineReader(blanks.citations, catalog.accelerators())::read, blanks::engine);
        blanks.walk("options", blanks.options()::read, blanks::option);
        blanks.walk("offers", blanks.providers()::read, blanks::option);
        blanks.walk("export", blanks::exportAlone, blanks::statuses);
        blanks.walk("countries", section -> new CountryReader(blanks.citations).read(section), blanks::countries);
        return blanks.found;
    }

    /** Each time by another reader, because one tells what files of a catalog say twice. */
    private List<ExportStatus> exportAlone(Section section) {
        return new ExportReader(catalog.accelerators().keySet(), citations).read(section);
    }

    private ModelReader models() {
        return new ModelReader(
                citations, new SubstituteReader(citations, catalog.models().keySet()), twins());
    }

    private OptionReader options() {
        return new OptionReader("", catalog.accelerators(), catalog.engines().keySet(), citations, prices());
    }

    private ProviderReader providers() {
        return new ProviderReader(catalog.models().keySet(), twins(), citations, prices());
    }

    private Twins twins() {
        return new Twins(catalog.models().keySet());
    }

    private PriceReader prices() {
        Set<String> currencies = ExchangeTable.of(catalog.datedParameters().stream()
                        .map(DatedParameter::parameter)
                        .toList())
                .currencies();
        return new PriceReader(citations, currencies);
    }

    /** A thing as it is, and as it is without a fact. */
    private record Change<T>(String file, String path, T before, T after) {
        String fact() {
            return file + path;
        }
    }

    private <T> void walk(String folder, Function<Section, T> read, Consumer<Change<T>> keep) {
        for (String file : catalog.texts().in(folder)) {
            String text = Objects.requireNonNull(catalog.texts().files().get(file));
            YamlNode root = Objects.requireNonNull(YamlFile.read(file, text, new Problems()));
            String id = CatalogFiles.idOf(file);
            T before = Objects.requireNonNull(read(root, id, read));
            Map<String, YamlNode> trees = new LinkedHashMap<>();
            without(root, "", tree -> tree, trees);
            trees.forEach((path, tree) -> {
                T after = read(tree, id, read);
                if (after != null && !after.toString().equals(before.toString())) {
                    keep.accept(new Change<>(file, path, before, after));
                }
            });
        }
    }

    /** {@code null} if the readers cannot do without what is missing. */
    private static <T> @Nullable T read(YamlNode tree, String id, Function<Section, T> read) {
        Problems problems = new Problems();
        try {
            T thing = read.apply(new Section(tree, id, problems));
            return problems.isEmpty() ? thing : null;
        } catch (RuntimeException e) {
            // What is required and missing stops a reader in many ways.
            return null;
        }
    }

    /** All trees that lack one part of a node, each put where the node stands. */
    private static void without(
            YamlNode node, String path, Function<YamlNode, YamlNode> root, Map<String, YamlNode> trees) {
        if (node instanceof Mapping mapping) {
            mapping.values().forEach((key, value) -> {
                if (!WORDS.contains(key) && !STATED.contains(key)) {
                    String place = path + "/" + key;
                    if (!isList(value) || WHOLE.contains(key)) {
                        trees.put(place, root.apply(with(mapping, key, null)));
                    }
                    if (!WHOLE.contains(key) && !isFigure(value)) {
                        without(value, place, part -> root.apply(with(mapping, key, part)), trees);
                    }
                }
            });
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                int at = i;
                String place = path + "/" + i;
                trees.put(place, root.apply(with(sequence, at, null)));
                without(sequence.items().get(i), place, part -> root.apply(with(sequence, at, part)), trees);
            }
        }
    }

    /** Several facts, each taken out by itself. */
    private static boolean isList(YamlNode node) {
        return node instanceof Sequence sequence
                && sequence.items().stream().anyMatch(Mapping.class::isInstance)
                && !isFigure(node);
    }

    /** A figure of one source, or of several. */
    private static boolean isFigure(YamlNode node) {
        return node instanceof Mapping mapping && mapping.values().containsKey("value")
                || node instanceof Sequence sequence
                        && sequence.items().stream().anyMatch(Blanks::isFigure);
    }

    private static Mapping with(Mapping mapping, String key, @Nullable YamlNode part) {
        Map<String, YamlNode> values = new LinkedHashMap<>(mapping.values());
        if (part == null) {
            values.remove(key);
        } else {
            values.put(key, part);
        }
        return new Mapping(values, mapping.keys(), mapping.at());
    }

    private static Sequence with(Sequence sequence, int at, @Nullable YamlNode part) {
        List<YamlNode> items = new ArrayList<>(sequence.items());
        items.remove(at);
        if (part != null) {
            items.add(at, part);
        }
        return new Sequence(items, sequence.at());
    }

    private void accelerator(Change<Accelerator> change) {
        String id = change.after().id();
        add(Kind.ACCELERATOR, change, option -> option.accelerator().id().equals(id), catalog.with(change.after()));
    }

    private void model(Change<LanguageModel> change) {
        found.add(new Blank(
                Kind.MODEL,
                change.fact(),
                change.after().id(),
                option -> option.devices() > 0,
                true,
                catalog.with(change.after())));
    }

    /** A row of a table that is not there is another table, and nothing that is not known. */
    private void engine(Change<Engine> change) {
        if (change.path().startsWith("/memory/workspace/batches")) {
            return;
        }
        Set<String> touched = new TreeSet<>(architectures(change.before()));
        touched.removeAll(architectures(change.after()));
        Stream.concat(
                        rows(change.before()).filter(row -> rows(change.after()).noneMatch(row::equals)),
                        rows(change.after()).filter(row -> rows(change.before()).noneMatch(row::equals)))
                .forEach(row -> touched.addAll(row.architectures()));
        TreeMap<String, Engine> engines = new TreeMap<>(catalog.engines());
        engines.put(change.after().id(), change.after());
        add(
                Kind.ENGINE,
                change,
                option -> touched.isEmpty()
                        ? option.devices() > 0
                        : touched.contains(option.accelerator().architecture()),
                with(engines, catalog.exportLaw()));
    }

    private static Set<String> architectures(Engine engine) {
        return engine.hardware().architectures();
    }

    private static Stream<Scope> rows(Engine engine) {
        return Stream.concat(
                engine.supports().stream().map(Support::scope),
                engine.refusals().stream().map(Refusal::scope));
    }

    /** A size that an option is not had in is nothing that is not known of it. */
    private void option(Change<DeploymentOption> change) {
        if (change.path().startsWith("/sizes")) {
            return;
        }
        String id = change.after().id();
        Kind kind = change.path().startsWith("/offers")
                ? Kind.OFFER
                : change.path().startsWith("/quotes") || change.path().startsWith("/rates") ? Kind.PRICE : Kind.OPTION;
        add(kind, change, option -> option.id().equals(id), catalog.with(change.after()));
    }

    private void statuses(Change<List<ExportStatus>> change) {
        List<ExportStatus> others = new ArrayList<>(catalog.exportLaw().parts());
        others.removeAll(change.before());
        others.addAll(change.after());
        Set<String> parts = change.before().stream()
                .filter(status -> !change.after().contains(status))
                .map(ExportStatus::accelerator)
                .collect(Collectors.toSet());
        found.add(new Blank(
                Kind.EXPORT,
                change.fact(),
                null,
                option -> parts.contains(option.accelerator().id()),
                false,
                with(
                        new TreeMap<>(catalog.engines()),
                        new ExportLaw(others, catalog.exportLaw().countries()))));
    }

    private void countries(Change<List<CountryStatus>> change) {
        List<CountryStatus> others = new ArrayList<>(catalog.exportLaw().countries());
        others.removeAll(change.before());
        others.addAll(change.after());
        Catalog without = with(
                new TreeMap<>(catalog.engines()),
                new ExportLaw(catalog.exportLaw().parts(), others));
        found.add(new Blank(Kind.COUNTRY, change.fact(), null, option -> true, false, without));
    }

    private void add(Kind kind, Change<?> change, Predicate<DeploymentOption> about, Catalog without) {
        found.add(new Blank(kind, change.fact(), null, about, true, without));
    }

    private Catalog with(TreeMap<String, Engine> engines, ExportLaw law) {
        return new Catalog(
                catalog.sources(),
                catalog.accelerators(),
                catalog.models(),
                catalog.substitutes(),
                engines,
                catalog.options(),
                catalog.composable(),
                catalog.parts(),
                law,
                catalog.datedParameters(),
                catalog.sha256(),
                catalog.texts());
    }
}
