package advisor.pack;

import advisor.cache.Cache;
import advisor.cache.ProgramHash;
import advisor.catalog.CatalogLoader;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.text.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compiles the shipped rules and parses the shipped catalog beside the program's classes, before these are packed. What
 * is there already and up to date is left as it is.
 */
public final class PackProgram {
    private static final String EXAMPLE = "budget.drl";

    private PackProgram() {}

    /**
     * @param arguments the folder of the program's classes
     * @throws LoadException if rules or catalog are faulty
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Cache packed = Cache.in(classes.resolve(Cache.PACKED));
        if (ProgramHash.write(classes)) {
            packed.clear();
        }
        CatalogLoader.load(classes.resolve("home/catalog"), packed);
        RuleLoader.load(classes.resolve("home/rules"), new RuleCompiler(packed));
        compileOne(classes.resolve("home/rules"));
    }

    /** Compiles a file whatever is there, so that the JVM can list the classes which that takes. */
    private static void compileOne(Path rules) throws IOException {
        Path alone = Files.createTempDirectory("advisor-pack");
        Path copy = alone.resolve(EXAMPLE);
        try {
            Files.copy(rules.resolve(EXAMPLE), copy);
            RuleLoader.load(alone, new RuleCompiler());
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(alone);
        }
    }
}
