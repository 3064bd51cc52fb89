package advisor.catalog.yaml;

import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of somebody else's making: keys that nobody asks for are left alone, null is as good as absent, and a key
 * may go by several names. A value of the wrong kind is noted as a problem and counts as absent.
 */
public final class LooseSection {
    /** Nothing about a model is counted in more. */
    private static final int MOST = 1_000_000_000;

    private static final Set<String> SILENT = Set.of("", "false", "0", "0.0", "null");

    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    public LooseSection(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    static LooseSection empty(Problems problems) {
        return new LooseSection(new Mapping(Map.of(), Map.of(), new Place("", 1, 1)), problems);
    }

    public boolean has(String key) {
        return value(key) != null;
    }

    /** Keys that nobody has asked for so far, if they say anything: not null, false, 0 or empty. */
    public List<String> unread() {
        return mapping.values().keySet().stream()
                .filter(key -> !asked.contains(key) && says(mapping.values().get(key)))
                .sorted()
                .toList();
    }

    /** Whether a key holds keys of its own. */
    public boolean isNested(String key) {
        return mapping.values().get(key) instanceof Mapping;
    }

    private static boolean says(@Nullable YamlNode node) {
        if (node instanceof Scalar scalar) {
            return !SILENT.contains(scalar.text().strip());
        }
        return node instanceof Sequence list
                ? !list.items().isEmpty()
                : node instanceof Mapping nested && !nested.values().isEmpty();
    }

    /** A whole number from 0 on. */
    public @Nullable Integer count(String... names) {
        return whole(0, names);
    }

    /** A whole number from 1 on; 0 counts as absent. */
    public @Nullable Integer positive(String... names) {
        Integer value = whole(0, names);
        return value == null || value == 0 ? null : value;
    }

    /** A whole number from 0 to a limit. */
    public @Nullable Integer countUpTo(int limit, String... names) {
        Integer value = count(names);
        if (value == null || value <= limit) {
            return value;
        }
        refuse(present(names), value(present(names)), "at most " + limit);
        return null;
    }

    /** A whole number; -1 often stands for "no limit". */
    public @Nullable Integer anyWhole(String... names) {
        return whole(-1, names);
    }

    public @Nullable Boolean flag(String key) {
        YamlNode node = value(key);
        if (node instanceof Scalar scalar
                && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return scalar.text().equals("true");
        }
        refuse(key, node, "true or false");
        return null;
    }

    public boolean isSet(String key) {
        return Boolean.TRUE.equals(flag(key));
    }

    public @Nullable String text(String... names) {
        String key = present(names);
        YamlNode node = value(key);
        if (node instanceof Scalar scalar) {
            return scalar.text();
        }
        refuse(key, node, "a text");
        return null;
    }

    public String textOr(String absent, String... names) {
        return Objects.requireNonNullElse(text(names), absent);
    }

    /** The plain values of a list; what is no plain value is left out. */
    public List<String> texts(String... names) {
        String key = present(names);
        YamlNode node = value(key);
        if (node instanceof Sequence list) {
            return list.items().stream().flatMap(LooseSection::plain).toList();
        }
        refuse(key, node, "a list");
        return List.of();
    }

    /** The whole numbers of a list; none if the value is a single number. */
    public List<Integer> wholes(String key) {
        List<Integer> numbers = new ArrayList<>();
        if (value(key) instanceof Sequence list) {
            list.items().forEach(item -> numbers.add(number(key, item, 0)));
        }
        return numbers.stream().filter(Objects::nonNull).toList();
    }

    /** A nested mapping; {@code null} if there is none. */
    public @Nullable LooseSection section(String... names) {
        String key = present(names);
        YamlNode node = value(key);
        if (node instanceof Mapping nested) {
            return new LooseSection(nested, problems);
        }
        refuse(key, node, "a mapping");
        return null;
    }

    /** A section that says nothing. */
    public LooseSection none() {
        return empty(problems);
    }

    /** The mappings of a list; none if the value is no list. */
    public Stream<LooseSection> each(String key) {
        return value(key) instanceof Sequence list
                ? list.items().stream()
                        .filter(Mapping.class::isInstance)
                        .map(item -> new LooseSection((Mapping) item, problems))
                : Stream.empty();
    }

    /** The one whole number of a list whose members agree, or of a single value; from 1 on. */
    public @Nullable Integer agreed(String... names) {
        List<Integer> all = wholes(present(names)).stream().distinct().toList();
        return all.isEmpty() ? positive(names) : all.size() == 1 && all.get(0) > 0 ? all.get(0) : null;
    }

    /** A number above 0. */
    public @Nullable Double real(String key) {
        String text = text(key);
        try {
            double number = text == null ? 0 : Double.parseDouble(text);
            return number > 0 && number < MOST ? (Double) number : null;
        } catch (NumberFormatException e) {
            refuse(key, value(key), "a number");
            return null;
        }
    }

    /** Every nested mapping by its key. */
    public Map<String, LooseSection> nested() {
        Map<String, LooseSection> nested = new LinkedHashMap<>();
        mapping.values().forEach((key, node) -> {
            if (node instanceof Mapping inner) {
                asked.add(key);
                nested.put(key, new LooseSection(inner, problems));
            }
        });
        return nested;
    }

    /** Keys whose value is false. */
    public List<String> falseKeys() {
        return mapping.values().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Scalar scalar
                        && scalar.text().equals("false"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The keys of a nested mapping; none if there is no such mapping. */
    public Set<String> keysOf(String key) {
        return value(key) instanceof Mapping inner ? inner.values().keySet() : Set.of();
    }

    private @Nullable Integer whole(int least, String... names) {
        String key = present(names);
        YamlNode node = value(key);
        return node == null || node instanceof Sequence ? null : number(key, node, least);
    }

    private @Nullable Integer number(String key, YamlNode node, int least) {
        try {
            int number = node instanceof Scalar scalar ? new BigDecimal(scalar.text()).intValueExact() : least - 1;
            if (number >= least && number <= MOST) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Noted below.
        }
        refuse(key, node, "a whole number from %s to %s".formatted(least, MOST));
        return null;
    }

    private static Stream<String> plain(YamlNode node) {
        return node instanceof Scalar scalar ? Stream.of(scalar.text()) : Stream.empty();
    }

    private String present(String... names) {
        asked.addAll(List.of(names));
        return Stream.of(names).filter(this::has).findFirst().orElse(names[0]);
    }

    private @Nullable YamlNode value(String key) {
        asked.add(key);
        YamlNode node = mapping.values().get(key);
        return node instanceof Scalar scalar && scalar.text().isBlank() ? null : node;
    }

    private void refuse(String key, @Nullable YamlNode node, String kind) {
        if (node != null) {
            String shown = node instanceof Scalar scalar ? " (" + scalar.text() + ")" : "";
            problems.add(node.at(), "The %s%s of the configuration must be %s.".formatted(key, shown, kind), "");
        }
    }
}
