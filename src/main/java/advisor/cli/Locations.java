package advisor.cli;

import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.engine.RuleBook;
import advisor.engine.RuleCompiler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where rules and catalog are read from. */
final class Locations {
    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files.")
    private @Nullable Path rules;

    @Option(names = "--catalog", paramLabel = "DIR", description = "Folder of the catalog.")
    private @Nullable Path catalog;

    @Option(names = "--no-cache", description = "Parse and compile everything anew, and keep nothing.")
    private boolean noCache;

    /** Keeps what this process has compiled, by the hash of its text. */
    private @Nullable RuleCompiler compiler;

    Catalog catalog() {
        return Catalog.load(catalog == null ? Home.folder("catalog") : catalog, cache());
    }

    RuleBook rules() {
        return RuleBook.load(rulesFolder(), compiler());
    }

    Path rulesFolder() {
        return rules == null ? Home.folder("rules") : rules;
    }

    RuleCompiler compiler() {
        RuleCompiler known = compiler == null ? new RuleCompiler(cache()) : compiler;
        compiler = known;
        return known;
    }

    private Cache cache() {
        return noCache ? Cache.NONE : Cache.ofUser();
    }
}
