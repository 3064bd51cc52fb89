package advisor.catalog.yaml;

import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.NearestName;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mapping being read key by key. What is missing or malformed is noted as a problem and replaced by a stand-in, so
 * that reading goes on; {@link #done()} notes the keys that nobody asked for.
 */
public final class Section {
    private static final Text NUMBER = new Text("a number", "数字");
    private static final Text WHOLE_NUMBER = new Text("a whole number", "整数");
    private static final Text TRUTH = new Text("true or false", "true 或 false");
    private static final Text DATE = new Text("a date (2025-02-11)", "日期（如 2025-02-11）");
    private static final LocalDate STAND_IN_DATE = LocalDate.EPOCH;

    private final Mapping mapping;
    private final Supplier<Text> owner;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    public Section(YamlNode node, String owner, Problems problems) {
        this(node, Text.same(owner), problems);
    }

    /** @param owner what it is of, in messages */
    public Section(YamlNode node, Text owner, Problems problems) {
        this(node, () -> owner, problems);
    }

    /** @param owner put into words only if something is wrong */
    private Section(YamlNode node, Supplier<Text> owner, Problems problems) {
        this.mapping = node instanceof Mapping mapping ? mapping : emptyMapping(node, owner, problems);
        this.owner = owner;
        this.problems = problems;
    }

    private static Mapping emptyMapping(YamlNode node, Supplier<Text> owner, Problems problems) {
        problems.add(
                node.at(),
                new Text("The value of %s must be a mapping (key: value).", "%s 的值须为映射（键: 值）。").with(owner.get()),
                Text.NONE);
        return new Mapping(Map.of(), Map.of(), node.at());
    }

    public Place at() {
        return mapping.at();
    }

    /** Where a key stands, or the section if the key is absent. */
    public Place at(String key) {
        return mapping.keys().getOrDefault(key, mapping.at());
    }

    public boolean has(String key) {
        return mapping.values().containsKey(key);
    }

    public Set<String> keys() {
        return mapping.values().keySet();
    }

    public String text(String key) {
        return required(key, optionalText(key), "");
    }

    public @Nullable String optionalText(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        boolean empty = node instanceof Scalar;
        problem(
                key,
                empty
                        ? new Text("The %s of %s is empty.", "%2$s 的 %1$s 是空的。").with(key, owner.get())
                        : new Text("The %s of %s must be a text.", "%2$s 的 %1$s 须为文本。").with(key, owner.get()),
                Text.NONE);
        return null;
    }

    public double number(String key) {
        return required(key, optionalNumber(key), 0.0);
    }

    public @Nullable Double optionalNumber(String key) {
        return parsed(key, NUMBER, Section::finite);
    }

    public int integer(String key) {
        return required(key, optionalInteger(key), 0);
    }

    public @Nullable Integer optionalInteger(String key) {
        return parsed(key, WHOLE_NUMBER, Integer::valueOf);
    }

    public @Nullable Long optionalLong(String key) {
        return parsed(key, WHOLE_NUMBER, Long::valueOf);
    }

    public boolean flag(String key, boolean absent) {
        Boolean value = parsed(key, TRUTH, Section::truth);
        return value == null ? absent : value;
    }

    public LocalDate date(String key) {
        return required(key, optionalDate(key), STAND_IN_DATE);
    }

    public @Nullable LocalDate optionalDate(String key) {
        return parsed(key, DATE, LocalDate::parse);
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return required(key, optionalChoice(key, type), type.getEnumConstants()[0]);
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type, E absent) {
        E value = optionalChoice(key, type);
        return value == null ? absent : value;
    }

    /** One of some names. */
    public String choice(String key, Collection<String> known, String absent) {
        String text = optionalText(key);
        if (text == null || known.contains(text)) {
            return text == null ? absent : text;
        }
        unknown(key, text, known);
        return absent;
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String key, Class<E> type) {
        String text = optionalText(key);
        return text == null ? null : constant(key, text, type);
    }

    public <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        for (String text : texts(key)) {
            E value = constant(key, text, type);
            if (value != null) {
                chosen.add(value);
            }
        }
        return chosen;
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof Scalar scalar) {
                texts.add(scalar.text());
            } else {
                problems.add(
                        item.at(),
                        new Text("Each item of %s of %s must be a text.", "%2$s 的 %1$s 的每一项须为文本。")
                                .with(key, owner.get()),
                        Text.NONE);
            }
        }
        return texts;
    }

    public List<Integer> integers(String key) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : texts(key)) {
            Integer number = parsed(key, text, WHOLE_NUMBER, Integer::valueOf);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    public Text localised(String key) {
        return required(key, optionalLocalised(key), new Text("", ""));
    }

    public @Nullable Text optionalLocalised(String key) {
        Section section = optionalSection(key);
        return section == null ? null : section.asText();
    }

    public List<Text> localisedTexts(String key) {
        return sections(key).stream().map(Section::asText).toList();
    }

    public @Nullable Section optionalSection(String key) {
        YamlNode node = node(key);
        return node == null ? null : new Section(node, () -> inOwner(key), problems);
    }

    /** A nested mapping as it stands. */
    public @Nullable Mapping optionalMapping(String key) {
        return node(key) instanceof Mapping nested ? nested : null;
    }

    /** What stands under a key, in one line of JSON, all of its values texts; a text as it is. */
    public String json(String key) {
        YamlNode node = node(key);
        if (node instanceof Scalar scalar) {
            return scalar.text();
        }
        return node == null ? "" : json(node).toString();
    }

    private static JsonNode json(YamlNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node instanceof Mapping nested) {
            ObjectNode object = nodes.objectNode();
            nested.values().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        return node instanceof Sequence sequence
                ? nodes.arrayNode()
                        .addAll(sequence.items().stream().map(Section::json).toList())
                : nodes.textNode(((Scalar) node).text());
    }

    public Problems problems() {
        return problems;
    }

    /** The mappings of a list; a single mapping counts as a list of one. */
    public List<Section> sections(String key) {
        return items(key).stream()
                .map(item -> new Section(item, () -> inOwner(key), problems))
                .toList();
    }

    /** The mappings of a list, in which a plain text stands for a mapping of one key to it. */
    public List<Section> sectionsOrTexts(String key, String textKey) {
        return items(key).stream()
                .map(item -> item instanceof Scalar ? new Mapping(Map.of(textKey, item), Map.of(), item.at()) : item)
                .map(item -> new Section(item, () -> inOwner(key), problems))
                .toList();
    }

    /** Notes every key that was not asked for. */
    public void done() {
        for (String key : mapping.values().keySet()) {
            if (!asked.contains(key)) {
                problem(
                        key,
                        new Text("The key (%s) of %s is not known.", "%2$s 中不认识的键（%1$s）。").with(key, owner.get()),
                        NearestName.hintText(key, asked));
            }
        }
    }

    public void problem(String key, String message, String hint) {
        problems.add(at(key), message, hint);
    }

    public void problem(String key, Text message, Text hint) {
        problems.add(at(key), message, hint);
    }

    private Text inOwner(String key) {
        return new Text("%2$s of %1$s", "%1$s 的 %2$s").with(owner.get(), key);
    }

    private Text asText() {
        Text text = new Text(text(Ids.of(Language.EN)), text(Ids.of(Language.ZH)));
        done();
        return text;
    }

    private List<YamlNode> items(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof Sequence sequence ? sequence.items() : List.of(node);
    }

    private @Nullable YamlNode node(String key) {
        asked.add(key);
        return mapping.values().get(key);
    }

    private <T> T required(String key, @Nullable T value, T standIn) {
        if (value == null && !has(key)) {
            problem(key, new Text("The %s of %s is missing.", "%2$s 缺少 %1$s。").with(key, owner.get()), Text.NONE);
        }
        return value == null ? standIn : value;
    }

    private <T> @Nullable T parsed(String key, Text kind, Function<String, T> parse) {
        String text = optionalText(key);
        return text == null ? null : parsed(key, text, kind, parse);
    }

    private <T> @Nullable T parsed(String key, String text, Text kind, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problem(
                    key,
                    new Text("The %s (%s) of %s must be %s.", "%3$s 的 %1$s（%2$s）须为%4$s。")
                            .with(key, text, owner.get(), kind),
                    Text.NONE);
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E constant(String key, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (Ids.of(constant).equals(text)) {
                return constant;
            }
        }
        unknown(key, text, Arrays.stream(type.getEnumConstants()).map(Ids::of).toList());
        return null;
    }

    private void unknown(String key, String text, Collection<String> known) {
        problem(
                key,
                new Text("The %s (%s) of %s is not known.", "%3$s 的 %1$s（%2$s）无此取值。").with(key, text, owner.get()),
                NearestName.hintText(text, known));
    }

    /** What only Java takes for a number is none: 0x1p3, 7d, NaN. */
    private static double finite(String text) {
        double value = new BigDecimal(text).doubleValue();
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
