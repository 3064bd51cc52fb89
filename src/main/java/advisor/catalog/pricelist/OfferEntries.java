package advisor.catalog.pricelist;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Appends entries to the list of offers in the text of a provider's file, of which everything else stays as it is. */
final class OfferEntries {
    private static final Pattern ITEM = Pattern.compile("( *)- .*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    private final String file;
    private final String text;
    private final Problems problems;

    OfferEntries(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The text with more offers at the end of their list; the text itself if its list is written otherwise. */
    String with(List<PriceChange> changes, String source) {
        YamlNode root = YamlFile.read(file, text, problems);
        if (!(root instanceof Mapping mapping)) {
            return text;
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        String indent = indent(mapping, lines);
        if (indent == null) {
            problems.add(
                    new Section(root, file, problems).at("offers"),
                    new Text(
                            "The offers must stand one an item behind a hyphen, for another to be added.",
                            "offers 须为以连字符逐条列出的列表，才能追加。"),
                    Text.NONE);
            return text;
        }
        String usual = mapping.values().get("currency") instanceof Scalar scalar ? scalar.text() : Currency.CNY.code();
        lines.addAll(
                end(mapping, lines),
                changes.stream()
                        .map(change -> indent + "- " + entry(change, source, usual))
                        .toList());
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        return String.join(newline, lines) + newline;
    }

    private static @Nullable String indent(Mapping mapping, List<String> lines) {
        if (!(mapping.values().get("offers") instanceof Sequence offers)
                || offers.items().isEmpty()) {
            return null;
        }
        Place last = offers.items().get(offers.items().size() - 1).at();
        Matcher item = ITEM.matcher(lines.get(last.line() - 1));
        return item.matches() ? item.group(1) : null;
    }

    /** The line before which the next key begins, with what is remarked above it; or the end. */
    private static int end(Mapping mapping, List<String> lines) {
        int offers = Objects.requireNonNull(mapping.keys().get("offers")).line();
        int end = later(mapping.keys().values(), offers, lines.size() + 1) - 1;
        while (end > offers && end < lines.size() && isRemark(lines.get(end - 1))) {
            end--;
        }
        return end;
    }

    private static int later(Collection<Place> keys, int than, int otherwise) {
        return keys.stream()
                .mapToInt(Place::line)
                .filter(line -> line > than)
                .min()
                .orElse(otherwise);
    }

    private static boolean isRemark(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static String entry(PriceChange change, String source, String usual) {
        TokenPrices prices = Objects.requireNonNull(change.now());
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("model", scalar(change.model()));
        entry.put("input", amount(prices.input()));
        if (prices.cached() != null) {
            entry.put("cached_input", amount(prices.cached()));
        }
        entry.put("output", amount(prices.output()));
        if (!prices.input().currency().code().equals(usual)) {
            entry.put("currency", prices.input().currency().code());
        }
        if (change.serves() != null) {
            entry.put("serves", scalar(change.serves()));
        }
        entry.put("from", change.from().toString());
        entry.put("source", scalar(source));
        if (change.doubtful()) {
            entry.put("confidence", "low");
        }
        return entry.entrySet().stream()
                .map(pair -> pair.getKey() + ": " + pair.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }

    private static String scalar(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
