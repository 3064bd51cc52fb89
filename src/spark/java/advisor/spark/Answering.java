package advisor.spark;

import advisor.catalog.Catalog;
import advisor.cli.command.BatchLine;
import advisor.cli.option.InputLines;
import advisor.cli.option.Locations;
import advisor.rules.RuleBook;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What a task needs to answer lines as the driver would. Each JVM loads rules and catalog once, at its first line, and all
 * its threads share them.
 *
 * @param arguments those of the program, which tell where rules and catalog are
 * @param file what the input is called in messages
 * @param today the as-of date of requests that name none: one for all machines, whenever they come to it
 * @param knowledge the fingerprint of rules and catalog at the driver
 */
record Answering(List<String> arguments, String file, LocalDate today, String knowledge) implements Serializable {
    private static @Nullable Answering loadedFor;
    private static @Nullable BatchLine loaded;

    /** Loads rules and catalog at the driver, so that what is wrong with them is told before any task runs. */
    static Answering at(Locations locations, List<String> arguments, String file, LocalDate today) {
        return new Answering(arguments, file, today, fingerprint(locations.catalog(), locations.rules()));
    }

    String answer(long number, byte[] line) {
        return loaded(this).answer(InputLines.Line.of(number, line)).json();
    }

    private static synchronized BatchLine loaded(Answering wanted) {
        BatchLine known = loaded;
        if (known == null || !wanted.equals(loadedFor)) {
            known = wanted.load();
            loaded = known;
            loadedFor = wanted;
        }
        return known;
    }

    private BatchLine load() {
        Locations places = new Locations();
        new CommandLine(places).setUnmatchedArgumentsAllowed(true).parseArgs(arguments.toArray(String[]::new));
        Catalog catalog = places.catalog();
        RuleBook rules = places.rules();
        if (!fingerprint(catalog, rules).equals(knowledge)) {
            throw new IllegalStateException("Rules or catalog of this machine are not those of the driver: bring the same folders to every machine."
                            + " 本机的规则或目录与驱动程序的不同：请把相同的文件夹放到每台机器。");
        }
        return new BatchLine(catalog, rules, file, today, true);
    }

    private static String fingerprint(Catalog catalog, RuleBook rules) {
        return catalog.sha256() + rules.sha256();
    }
}
