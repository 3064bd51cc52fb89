package advisor.http.live;

import advisor.catalog.CatalogTexts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of files that people may read and write.
 *
 * @param id what it is called
 * @param ofRules whether it lies in the folder of rules; else in that of the catalog
 * @param path where it lies there; empty for that folder itself
 * @param listed names of files that are read
 * @param begun names that a new file may have
 */
public record KnowledgeFolder(String id, boolean ofRules, String path, Pattern listed, Pattern begun) {
    /** The files of rules. */
    public static final String RULES = "rules";

    /** What rules are tried by. */
    public static final String SCENARIOS = "scenarios";

    /** Thresholds, rates and assumptions. */
    public static final String PARAMETERS = "parameters";

    private static final Pattern DRL = Pattern.compile("[^./\\\\][^/\\\\]*\\.drl");
    private static final Pattern YAML = Pattern.compile("[^./\\\\][^/\\\\]*\\.yaml");
    private static final Pattern SOURCES = Pattern.compile(Pattern.quote(CatalogTexts.SOURCES));

    /** A topic is a word of Java, since a package is named after it. */
    private static final Pattern NEW_DRL = Pattern.compile("[a-z][a-z0-9_]*\\.drl");

    private static final Pattern NEW_YAML = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*\\.yaml");
    private static final Pattern NONE = Pattern.compile("(?!)");

    private static final List<KnowledgeFolder> ALL = Stream.of(
                    Stream.of(
                            new KnowledgeFolder(RULES, true, "", DRL, NEW_DRL),
                            new KnowledgeFolder(SCENARIOS, true, SCENARIOS, YAML, NEW_YAML),
                            new KnowledgeFolder("sources", false, "", SOURCES, NONE),
                            ofCatalog("requests")),
                    CatalogTexts.FOLDERS.stream().map(KnowledgeFolder::ofCatalog))
            .flatMap(folders -> folders)
            .toList();

    private static KnowledgeFolder ofCatalog(String id) {
        return new KnowledgeFolder(id, false, id, YAML, NEW_YAML);
    }

    public static List<KnowledgeFolder> all() {
        return ALL;
    }

    static Optional<KnowledgeFolder> named(String id) {
        return ALL.stream().filter(folder -> folder.id().equals(id)).findFirst();
    }

    /** Where a file lies in the folder of rules or of the catalog. */
    String path(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
