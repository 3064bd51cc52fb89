package advisor.workshop;

import advisor.catalog.FactMeanings;
import advisor.catalog.FactMeanings.Meaning;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reference of the facts, {@code rules/FACTS.md}: every type and property that a rule may use, with its meaning. */
public final class FactIndex {
    private static final String HEAD =
            """
            # Facts / 事实

            Made by `./advisor rules doc`; the build fails when it is stale. 由 `./advisor rules doc` 生成，过期时构建失败。

            A rule matches facts: `$candidate : Candidate( memory.needed > memory.usable )`. Within the brackets stand constraints on properties, joined by commas; a path goes from one property to the next. An example below is a constraint as it stands within the brackets of its own type: from a candidate, `needed > usable` of Memory is written `memory.needed > memory.usable`. Names with `$` are bound elsewhere in the rule, or by the example itself. How to write a rule: [writing-rules.md](../src/docs/writing-rules.md).

            规则匹配事实：`$candidate : Candidate( memory.needed > memory.usable )`。括号内是对属性的约束，用逗号分隔；路径由一个属性走到下一个。下表的示例是写在其所属类型括号内的约束：Memory 的 `needed > usable` 从方案出发写作 `memory.needed > memory.usable`。带 `$` 的名字由规则的其他部分或示例自身绑定。如何写规则见 [writing-rules.md](../src/docs/writing-rules.md)。

            | type | 类型 | a constraint / 约束 |
            |---|---|---|
            | yes/no | 是或否 | `purchased`, `purchased == false` |
            | whole number, number | 整数、数 | `devices > 1`, `devices >= $limit`; a figure other than 0 and 1 must be a parameter 除 0、1 外的数字须为参数 |
            | words | 文字 | `id == "llama.cpp"`, `id in ("a", "b")`, `id matches "deepseek.*"` |
            | day | 日期 | `released <= $day` |
            | list, set | 列表、集合 | `countries contains "CN"`, `countries not contains $place` |
            | a type with constants | 枚举 | `kind == OptionKind.PURCHASE`, `kind in (OptionKind.RENTAL, OptionKind.API)` |
            | … ? | 可能未知 | nobody may know it: `==`, `<` and `>` do not hold of what is unknown. Ask `x != null` before going on from it: `x != null, x.y > 0` 可能未知：对未知值 `==`、`<`、`>` 均不成立。继续取其属性前先写 `x != null` |
            """;

    private final SortedMap<String, Meaning> meanings;
    private final SortedMap<String, SortedSet<String>> ways = new TreeMap<>();
    private final StringBuilder out = new StringBuilder(HEAD);

    private FactIndex(SortedMap<String, Meaning> meanings) {
        this.meanings = meanings;
        FactTypes.all().forEach(this::addWays);
    }

    public static String text() {
        FactIndex index = new FactIndex(FactMeanings.read());
        index.addMatched();
        FactTypes.all().forEach(index::add);
        return index.out.toString();
    }

    /** The keys of all meanings that there must be. */
    static SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        for (FactType type : FactTypes.all()) {
            keys.add(type.name());
            type.properties().forEach(property -> keys.add(key(type, property)));
        }
        return keys;
    }

    private static String key(FactType type, FactProperty property) {
        return type.name() + "." + property.name();
    }

    private void addWays(FactType type) {
        for (FactProperty property : type.properties()) {
            property.leadsTo().filter(FactProperty::isOwn).forEach(to -> ways.computeIfAbsent(
                            FactProperty.name(to), name -> new TreeSet<>())
                    .add(key(type, property)));
        }
    }

    private void addMatched() {
        out.append("\n## What a rule may match / 规则可匹配的事实\n\n");
        for (FactType type : FactTypes.matched()) {
            out.append("- %s: %s\n".formatted(FactProperty.link(type.type()), inBoth(meaning(type.name()))));
        }
    }

    private void add(FactType type) {
        out.append("\n## %s\n\n%s\n".formatted(type.name(), inBoth(meaning(type.name()))));
        addList("Found at", "见于", List.copyOf(ways.getOrDefault(type.name(), new TreeSet<>())));
        addList("Kinds", "分为", type.kinds().stream().map(FactProperty::name).toList());
        addList(
                "One of",
                "取值",
                type.constants().stream()
                        .map(constant -> type.name() + "." + constant)
                        .toList());
        List<FactProperty> properties = type.properties();
        if (!properties.isEmpty()) {
            out.append("\n| property | type | unit | meaning | 含义 | example |\n|---|---|---|---|---|---|\n");
            properties.forEach(property -> out.append(row(property, meaning(key(type, property)))));
        }
    }

    private void addList(String english, String chinese, List<String> names) {
        if (!names.isEmpty()) {
            out.append(names.stream()
                    .map("`%s`"::formatted)
                    .collect(Collectors.joining(", ", "\n%s / %s: ".formatted(english, chinese), ".\n")));
        }
    }

    private Meaning meaning(String key) {
        Meaning meaning = meanings.get(key);
        if (meaning == null) {
            throw new IllegalStateException("The meaning of %s is missing in facts.yaml.".formatted(key));
        }
        return meaning;
    }

    private static String inBoth(Meaning meaning) {
        return "%s. %s。".formatted(meaning.text().en(), meaning.text().zh());
    }

    /** The one that is written down, else one made of its type. */
    static String example(FactProperty property, Meaning meaning) {
        return meaning.example() == null ? property.example() : meaning.example();
    }

    private static String row(FactProperty property, Meaning meaning) {
        return "| `%s` | %s | %s | %s | %s | `%s` |\n"
                .formatted(
                        property.name(),
                        property.type(),
                        meaning.unit(),
                        meaning.text().en(),
                        meaning.text().zh(),
                        example(property, meaning));
    }
}
