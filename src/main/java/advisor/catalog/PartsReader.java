package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.FormFactor;
import advisor.facts.machine.Hardware;
import advisor.facts.machine.Network;
import advisor.facts.offer.Build;
import advisor.facts.offer.Channel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Prices;
import advisor.facts.offer.Quote;
import advisor.facts.offer.Terms;
import advisor.facts.offer.Warranty;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the files of {@code parts/}: which devices a node takes, how many, and what a device costs. Each device becomes
 * one option that is had in several sizes, and so stands in one file: in that which names it, else in that of its form.
 */
final class PartsReader {
    private static final String ID = "compose-";

    private final Map<String, Accelerator> accelerators;
    private final Collection<DeploymentOption> options;
    private final PriceReader prices;
    private final Set<String> named = new HashSet<>();
    private final Set<String> ofForm = new HashSet<>();

    /** @param options what is offered as such needs no composing */
    PartsReader(Map<String, Accelerator> accelerators, Collection<DeploymentOption> options, PriceReader prices) {
        this.accelerators = accelerators;
        this.options = options;
        this.prices = prices;
    }

    /** How devices of a kind are put together. */
    private record Assembly(Text title, OptionKind kind, Build build, Network network, Had usual) {}

    /** How one device is had. */
    private record Had(Channel channel, Warranty warranty, List<Quote> quotes) {}

    /** So many devices in so many nodes. */
    private record Size(int devices, int nodes) {}

    /** The options of one file. */
    List<DeploymentOption> read(Section section) {
        section.text("id");
        Assembly assembly = new Assembly(
                section.localised("title"),
                section.choice("kind", OptionKind.class),
                section.choice("build", Build.class),
                section.choice("network", Network.class, Network.NONE),
                new Had(
                        section.choice("channel", Channel.class),
                        section.choice("warranty", Warranty.class, Warranty.NONE),
                        List.of()));
        List<Size> sizes = sizes(section);
        Set<String> devices = ofForm(section);
        refuseKnown(section, devices, ofForm);
        Set<String> byName = named(section, "accelerators");
        refuseKnown(section, byName, named);
        devices.addAll(byName);
        Map<String, Had> terms = terms(section, assembly.usual());
        section.localisedTexts("notes");
        section.done();
        return devices.stream()
                .flatMap(id -> Stream.ofNullable(accelerators.get(id)))
                .flatMap(device -> composed(device, assembly, terms.getOrDefault(device.id(), assembly.usual()), sizes))
                .toList();
    }

    private static void refuseKnown(Section section, Set<String> devices, Set<String> known) {
        List<String> again = devices.stream().filter(known::contains).toList();
        known.addAll(devices);
        if (!again.isEmpty()) {
            section.problem(
                    "id",
                    new Text("The accelerators (%s) are put together by another file too.", "另一文件也由加速卡（%s）组装。")
                            .with(String.join(", ", again)),
                    new Text("Maybe name them under \"except\"?", "可在 except 中列出。"));
        }
    }

    /** In one node each of the counts, in several as many as a node holds at most. */
    private static List<Size> sizes(Section section) {
        List<Integer> counts = section.integers("devices");
        Integer nodes = section.optionalInteger("nodes");
        boolean ascending = counts.equals(counts.stream().sorted().distinct().toList());
        if (counts.isEmpty() || !ascending || counts.get(0) < 1 || nodes != null && nodes < 1) {
            section.problem(
                    "devices",
                    new Text("The devices of a node (%s) must be above 0 and ascending.", "单节点卡数（%s）须大于 0 且由小到大。")
                            .with(counts),
                    new Text("Maybe devices: [1, 2, 4, 8]?", "例如 devices: [1, 2, 4, 8]。"));
            return List.of();
        }
        int most = counts.get(counts.size() - 1);
        return Stream.concat(
                        counts.stream().map(count -> new Size(count, 1)),
                        IntStream.rangeClosed(2, nodes == null ? 1 : nodes)
                                .mapToObj(count -> new Size(most * count, count)))
                .toList();
    }

    /** Those of some form, without those that are had otherwise, and those that a file names. */
    private Set<String> ofForm(Section section) {
        Set<FormFactor> forms = section.choices("form_factors", FormFactor.class);
        Set<String> devices = new LinkedHashSet<>();
        accelerators.values().stream()
                .filter(device -> forms.contains(device.formFactor()))
                .forEach(device -> devices.add(device.id()));
        devices.removeAll(named(section, "except"));
        devices.removeAll(named);
        return devices;
    }

    private Set<String> named(Section section, String key) {
        Set<String> devices = new LinkedHashSet<>();
        section.texts(key).forEach(id -> devices.add(known(section, key, id)));
        return devices;
    }

    private Map<String, Had> terms(Section section, Had usual) {
        Map<String, Had> terms = new LinkedHashMap<>();
        for (Section device : section.sections("terms")) {
            terms.put(
                    known(device, "accelerator", device.text("accelerator")),
                    new Had(
                            device.choice("channel", Channel.class, usual.channel()),
                            device.choice("warranty", Warranty.class, usual.warranty()),
                            device.sections("quotes").stream()
                                    .map(quote -> prices.quote(quote).ofCards())
                                    .toList()));
            device.done();
        }
        return terms;
    }

    private String known(Section section, String key, String id) {
        if (!accelerators.containsKey(id) && !id.isEmpty()) {
            section.problem(
                    key,
                    new Text("The accelerator (%s) is not in the catalog.", "目录中没有加速卡（%s）。").with(id),
                    NearestName.hintText(id, accelerators.keySet()));
        }
        return id;
    }

    private Stream<DeploymentOption> composed(Accelerator device, Assembly assembly, Had had, List<Size> sizes) {
        List<DeploymentOption> composed = sizes.stream()
                .filter(size -> !isOffered(device, assembly, size))
                .map(size -> option(device, assembly, had, size))
                .sorted(Comparator.comparing(DeploymentOption::devices))
                .toList();
        return composed.isEmpty() ? Stream.empty() : Stream.of(DeploymentOption.ofSizes(composed));
    }

    /** What a document or a seller offers as such; what keeps weights in its host's memory is another thing. */
    private boolean isOffered(Accelerator device, Assembly assembly, Size size) {
        return options.stream()
                .filter(option -> option.kind() == assembly.kind() && !option.offloadsToHost())
                .filter(option -> option.accelerator().equals(device))
                .flatMap(option -> option.sizes().stream())
                .anyMatch(option -> option.devices() == size.devices() && option.nodes() == size.nodes());
    }

    private static DeploymentOption option(Accelerator device, Assembly assembly, Had had, Size size) {
        Network network = size.nodes() == 1 ? Network.NONE : assembly.network();
        return new DeploymentOption(
                ID + device.id(),
                title(device, assembly.title(), had.channel(), size),
                assembly.kind(),
                Hardware.of(device, size.devices(), size.nodes(), network, null),
                Terms.of(assembly.build(), had.channel(), had.warranty()),
                Prices.of(had.quotes().stream()
                        .map(quote -> quote.times(size.devices()))
                        .toList()));
    }

    private static Text title(Accelerator device, Text title, Channel channel, Size size) {
        Text inOne = new Text(
                        title.en()
                                .replace(
                                        "{device}",
                                        named(device.title(), channel).en()),
                        named(title, channel)
                                .zh()
                                .replace("{device}", device.title().zh()))
                .replaced("{count}", String.valueOf(size.devices()));
        return size.nodes() == 1
                ? inOne
                : new Text(
                        "%s in %s nodes".formatted(inOne.en(), size.nodes()),
                        "%s（%s 个节点）".formatted(inOne.zh(), size.nodes()));
    }

    /** A name with the channel in it, where a buyer wants to know it before anything else. */
    private static Text named(Text name, Channel channel) {
        return switch (channel) {
            case USED -> new Text(name.en() + ", used", "二手 " + name.zh());
            case GREY -> new Text(name.en() + ", grey market", "非授权渠道 " + name.zh());
            default -> name;
        };
    }
}
