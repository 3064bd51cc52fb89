package advisor.bench;

import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.facts.offer.DeploymentOption;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shipped catalog and rules, cut to a size or grown to it by copies under other names. */
final class Grown {
    /** Files of 80 rules together. */
    private static final List<String> EIGHTY =
            List.of("budget", "cpu", "feasibility", "generation", "memory", "power", "precision");

    private static final int RULES_OF_A_COPY = 80;

    private Grown() {}

    /** So many options, in the order of their ids, copied in turn. */
    static Catalog catalog(int options) {
        Catalog shipped = CatalogLoader.load(Path.of("catalog"));
        List<DeploymentOption> all = new ArrayList<>(shipped.options().values());
        SortedMap<String, DeploymentOption> grown = new TreeMap<>();
        for (int i = 0; i < options; i++) {
            DeploymentOption option = copy(all.get(i % all.size()), i / all.size());
            grown.put(option.id(), option);
        }
        return new Catalog(
                shipped.sources(),
                shipped.accelerators(),
                shipped.models(),
                shipped.substitutes(),
                shipped.engines(),
                grown,
                shipped.composable(),
                shipped.parts(),
                shipped.exportLaw(),
                shipped.datedParameters(),
                shipped.sha256(),
                shipped.texts());
    }

    private static DeploymentOption copy(DeploymentOption option, int copy) {
        return copy == 0
                ? option
                : new DeploymentOption(
                        option.id() + "-" + copy,
                        option.title(),
                        option.kind(),
                        option.hardware(),
                        option.terms(),
                        option.prices(),
                        option.papers(),
                        option.otherSizes());
    }

    /** So many rules, a multiple of 80. */
    static RuleBook rules(int rules) {
        try {
            Path folder = Files.createTempDirectory("grown-rules");
            for (int copy = 0; copy < rules / RULES_OF_A_COPY; copy++) {
                for (String topic : EIGHTY) {
                    String text = Files.readString(Path.of("rules", topic + ".drl"));
                    Files.writeString(folder.resolve(topic + copy + ".drl"), renamed(text, topic, topic + copy));
                }
            }
            return RuleLoader.load(folder, new RuleCompiler());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String renamed(String text, String topic, String name) {
        return text.replace("\"" + topic + "/", "\"" + name + "/");
    }
}
