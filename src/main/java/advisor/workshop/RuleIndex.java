package advisor.workshop;

import advisor.engine.RuleDefinition;
import advisor.model.Ids;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The index of a rules folder, {@code rules/README.md}: every rule with its sentences, by topic. */
public final class RuleIndex {
    private static final String HEAD =
            """
            # Rules / 规则

            Made by `./advisor rules doc`; the build fails when it is stale. 由 `./advisor rules doc` 生成，过期时构建失败。

            A blocker rules an option out, something unknown leaves it undecided, concerns cost points, merits earn them, notes carry none.
            """;

    private RuleIndex() {}

    /** @param questions the first line of each file, by topic */
    public static String of(List<RuleDefinition> rules, SortedMap<String, String> questions) {
        StringBuilder out = new StringBuilder(HEAD);
        SortedMap<String, StringBuilder> topics = new TreeMap<>();
        for (RuleDefinition rule : rules) {
            topics.computeIfAbsent(rule.topic(), topic -> new StringBuilder()).append(row(rule));
        }
        topics.forEach((topic, rows) -> out.append("\n## ")
                .append(topic)
                .append("\n\n")
                .append(questions.getOrDefault(topic, ""))
                .append("\n\n| rule | states | lens | says | 说明 |\n|---|---|---|---|---|\n")
                .append(rows));
        return out.toString();
    }

    private static String row(RuleDefinition rule) {
        String lens = rule.lens() == null ? "" : Ids.of(rule.lens());
        String points = points(rule.points());
        return "| `%s` | %s%s | %s | %s | %s |\n"
                .formatted(
                        rule.id(),
                        Ids.of(rule.kind()),
                        points,
                        lens,
                        cell(rule.text().en()),
                        cell(rule.text().zh()));
    }

    private static String points(int points) {
        if (points == 0) {
            return "";
        }
        return points > 0 ? " +" + points : " −" + -points;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
