package advisor.cli.option;

import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogShadows;
import advisor.report.text.ShadowText;
import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Patience;
import advisor.text.Layers;
import advisor.text.Shadow;
import advisor.words.Phrases;
import advisor.workshop.SampleRequests;
import advisor.workshop.Scenario;
import advisor.workshop.ScenarioFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where rules and catalog are read from. */
public final class Locations {
    private static final Path SHIPPED = Path.of("shipped");

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of the rule files; repeated: over those before; shipped: the program's own.")
    private List<Path> rules = new ArrayList<>();

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "Folder of the catalog; repeated: over those before; shipped: the program's own.")
    private List<Path> catalog = new ArrayList<>();

    @Option(names = "--no-cache", description = "Parse and compile everything anew, and keep nothing.")
    private boolean noCache;

    @Mixin
    private final PatienceOption patience = new PatienceOption();

    private final Set<Shadow> told = new HashSet<>();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** Keeps what this process has compiled, by the hash of its text. */
    private @Nullable RuleCompiler compiler;

    private @Nullable FutureTask<LoadedRules> loading;

    public Catalog catalog() {
        return catalog(catalogFolders());
    }

    /** The catalog of folders; what lies over what is told on standard error. */
    public Catalog catalog(Layers folders) {
        Catalog read = CatalogLoader.load(folders, cache());
        tell(CatalogShadows.of(read.texts()));
        return read;
    }

    public Layers catalogFolders() {
        return layers("catalog", catalog);
    }

    /** Folders as they were given, the shipped one if none was. */
    public static Layers layers(String usual, List<Path> given) {
        return Layers.of(
                usual,
                (given.isEmpty() ? List.of(SHIPPED) : given)
                        .stream()
                                .map(folder -> folder.equals(SHIPPED) ? Home.folder(usual) : folder)
                                .toList());
    }

    /** Whether an argument of the command line may say something of rules or cache; a file of arguments may. */
    public static boolean concerns(String argument) {
        return argument.startsWith("--rules") || argument.startsWith("--no-cache") || argument.startsWith("@");
    }

    /** Begins to load the rules if that is not done yet, for {@link #rules()} to wait for, while something else is done. */
    public void beginRules() {
        if (loading != null) {
            return;
        }
        FutureTask<LoadedRules> task = new FutureTask<>(() -> load(rulesFolders()));
        loading = task;
        Thread thread = new Thread(task, "rules");
        thread.setDaemon(true);
        thread.start();
    }

    public RuleBook rules() {
        FutureTask<LoadedRules> begun = loading;
        return sound(begun == null ? load(rulesFolders()) : Waiting.result(begun));
    }

    /** The rules of folders; what lies over what is told on standard error. */
    public RuleBook rules(Layers folders) {
        return sound(load(folders));
    }

    private LoadedRules load(Layers folders) {
        return RuleLoader.tryLoad(folders, compiler());
    }

    private RuleBook sound(LoadedRules loaded) {
        RuleBook book = loaded.orThrow();
        tell(loaded.shadows());
        return book.within(patience());
    }

    public Patience patience() {
        return patience.patience();
    }

    public Layers rulesFolders() {
        return layers("rules", rules);
    }

    /** The requests of scenarios and samples, to try rules or figures by. */
    public static List<Scenario> samples(Layers rules, Layers catalog) {
        return Stream.concat(ScenarioFiles.read(rules).stream(), SampleRequests.read(catalog).stream())
                .toList();
    }

    /** Tells on standard error what lies over what; each of it once. */
    public synchronized void tell(List<Shadow> shadows) {
        if (spec != null) {
            CommandLine command = spec.commandLine();
            Phrases phrases = new Phrases(Speech.of(command));
            shadows.stream()
                    .filter(told::add)
                    .map(shadow -> ShadowText.of(shadow, phrases))
                    .forEach(command.getErr()::println);
            command.getErr().flush();
        }
    }

    public synchronized RuleCompiler compiler() {
        RuleCompiler known = compiler == null ? new RuleCompiler(cache()) : compiler;
        compiler = known;
        return known;
    }

    public Cache cache() {
        return noCache ? Cache.NONE : Cache.ofUser();
    }
}
