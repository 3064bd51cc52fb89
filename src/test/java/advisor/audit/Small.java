package advisor.audit;

import advisor.Shipped;
import advisor.audit.record.Decision;
import advisor.audit.record.Openings;
import advisor.audit.record.Recording;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.text.RuleTexts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A few rules and options of the shipped ones, and a record of what they say: small, and quickly made. */
public final class Small {
    private static final Set<String> OPTIONS =
            Set.of("options/a100-x8-awq.yaml", "options/h20-x8.yaml", "options/cpu-epyc-dual.yaml");
    private static final Set<String> RULE_FILES = Set.of("budget.drl", "power.drl", "interconnect.drl");

    public static final Catalog CATALOG = catalog();
    public static final RuleBook RULES = RuleLoader.of(rules(), new RuleCompiler());

    /** No price and no other figure of the catalog looks like it. */
    public static final String BUDGET = "1284577CNY";

    private static final ObjectNode DOCUMENT = Recording.document(decision(), Openings.none());

    private Small() {}

    /** A record that nobody else has. */
    public static ObjectNode document() {
        return DOCUMENT.deepCopy();
    }

    public static Decision decision() {
        return decision(Map.of());
    }

    /** With fields beside, or in the place of, the usual ones. */
    public static Decision decision(Map<String, String> fields) {
        return Decision.of(question(fields), CATALOG, RULES);
    }

    public static Question question(Map<String, String> fields) {
        SortedMap<String, String> all =
                new TreeMap<>(Map.of("model", "llama-3.1-70b", "budget", BUDGET, "max-power-kw", "5"));
        all.putAll(fields);
        return Question.of(all, Shipped.TODAY);
    }

    private static Catalog catalog() {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.keySet()
                .removeIf(name -> name.startsWith("offers/") || name.startsWith("options/") && !OPTIONS.contains(name));
        return CatalogLoader.load(new CatalogTexts(files));
    }

    private static RuleTexts rules() {
        SortedMap<String, String> files = new TreeMap<>(Shipped.rules().texts().files());
        files.keySet().retainAll(RULE_FILES);
        return new RuleTexts("rules", files);
    }
}
