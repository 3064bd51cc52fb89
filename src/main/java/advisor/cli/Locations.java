package advisor.cli;

import advisor.catalog.Catalog;
import advisor.engine.RuleBook;
import advisor.engine.RuleCompiler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where rules and catalog are read from. */
final class Locations {
    /** Keeps what this process has compiled, by the hash of its text. */
    private static final RuleCompiler COMPILER = new RuleCompiler();

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files.")
    private @Nullable Path rules;

    @Option(names = "--catalog", paramLabel = "DIR", description = "Folder of the catalog.")
    private @Nullable Path catalog;

    Catalog catalog() {
        return Catalog.load(catalog == null ? Home.folder("catalog") : catalog);
    }

    RuleBook rules() {
        return RuleBook.load(rulesFolder(), COMPILER);
    }

    Path rulesFolder() {
        return rules == null ? Home.folder("rules") : rules;
    }

    RuleCompiler compiler() {
        return COMPILER;
    }
}
