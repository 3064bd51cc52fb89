package advisor.cli.option;

import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where rules and catalog are read from. */
public final class Locations {
    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files.")
    private @Nullable Path rules;

    @Option(names = "--catalog", paramLabel = "DIR", description = "Folder of the catalog.")
    private @Nullable Path catalog;

    @Option(names = "--no-cache", description = "Parse and compile everything anew, and keep nothing.")
    private boolean noCache;

    /** Keeps what this process has compiled, by the hash of its text. */
    private @Nullable RuleCompiler compiler;

    private @Nullable FutureTask<RuleBook> loading;

    public Catalog catalog() {
        return CatalogLoader.load(catalogFolder(), cache());
    }

    public Path catalogFolder() {
        return catalog == null ? Home.folder("catalog") : catalog;
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
        FutureTask<RuleBook> task = new FutureTask<>(this::loadRules);
        loading = task;
        Thread thread = new Thread(task, "rules");
        thread.setDaemon(true);
        thread.start();
    }

    public RuleBook rules() {
        FutureTask<RuleBook> begun = loading;
        return begun == null ? loadRules() : Waiting.result(begun);
    }

    private RuleBook loadRules() {
        return RuleLoader.load(rulesFolder(), compiler());
    }

    public Path rulesFolder() {
        return rules == null ? Home.folder("rules") : rules;
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
