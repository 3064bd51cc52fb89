package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.StatedOffer.InFull;
import advisor.facts.unit.ExchangeTable;
import advisor.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Machines that a request tells of in the shape of the catalog's own files: one, or a list of them. */
public final class OfferedOptions {
    private static final Text OWNER = new Text("the option", "方案");

    private OfferedOptions() {}

    /**
     * Names them among options; whether they are sound is not asked.
     *
     * @param file what the text is called in messages
     * @throws advisor.text.LoadException if the text is no mapping with an id, or a list of those
     */
    public static InFull named(String file, String text) {
        Problems problems = new Problems();
        Set<String> ids = new HashSet<>();
        List<String> named = each(file, text, problems).stream()
                .map(option -> new Section(option, OWNER, problems))
                .map(option -> once(option, ids))
                .toList();
        problems.throwIfAny();
        return new InFull(text, named);
    }

    private static String once(Section option, Set<String> ids) {
        String id = option.text("id");
        if (!ids.add(id)) {
            option.problem("id", new Text("The id (%s) stands twice.", "id（%s）重复。").with(id), Text.NONE);
        }
        return InFull.PREFIX + id;
    }

    /**
     * The machines, by the devices, engines, sources and currencies of a catalog.
     *
     * @throws advisor.text.LoadException with all that is wrong
     */
    public static List<DeploymentOption> read(Catalog catalog, String file, String text) {
        Problems problems = new Problems();
        Citations citations = new Citations(catalog.sources());
        Set<String> currencies = ExchangeTable.of(catalog.datedParameters().stream()
                        .map(DatedParameter::parameter)
                        .toList())
                .currencies();
        OptionReader reader = new OptionReader(
                InFull.PREFIX,
                catalog.accelerators(),
                catalog.engines().keySet(),
                citations,
                new PriceReader(citations, currencies));
        List<DeploymentOption> options = each(file, text, problems).stream()
                .map(option -> reader.read(new Section(option, OWNER, problems)))
                .toList();
        problems.throwIfAny();
        return options;
    }

    private static List<YamlNode> each(String file, String text, Problems problems) {
        YamlNode root = YamlFile.read(file, text, problems);
        if (root instanceof Sequence list) {
            return list.items();
        }
        return root == null ? List.of() : List.of(root);
    }
}
