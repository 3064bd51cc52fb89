package advisor.workshop;

import advisor.rules.RuleBook;
import advisor.rules.text.RuleDefinition;
import advisor.text.Ids;
import advisor.text.Points;
import advisor.text.Text;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The index of a rules folder, {@code rules/README.md}: every rule with its sentences, by topic. */
public final class RuleIndex {
    private static final String HEAD =
            """
            # Rules / 规则

            Made by `./advisor rules doc`; the build fails when it is stale. 由 `./advisor rules doc` 生成，过期时构建失败。

            A blocker rules an option out, something unknown leaves it undecided, concerns cost points, merits earn them, notes carry none.
            """;

    private RuleIndex() {}

    public static String of(RuleBook book) {
        StringBuilder out = new StringBuilder(HEAD);
        SortedMap<String, StringBuilder> files = new TreeMap<>();
        for (RuleDefinition rule : book.rules()) {
            files.computeIfAbsent(rule.file(), file -> new StringBuilder()).append(row(rule));
        }
        SortedMap<String, Text> questions = book.texts().questions();
        files.forEach((file, rows) -> out.append("\n## ")
                .append(file.replaceFirst("\\.drl$", ""))
                .append("\n\n")
                .append(question(questions.get(file)))
                .append("\n\n| rule | states | lens | says | 说明 |\n|---|---|---|---|---|\n")
                .append(rows));
        return out.toString();
    }

    private static String question(@Nullable Text question) {
        if (question == null) {
            return "";
        }
        return question.en().equals(question.zh()) ? question.en() : question.en() + " " + question.zh();
    }

    private static String row(RuleDefinition rule) {
        String lens = rule.lens() == null ? "" : Ids.of(rule.lens());
        String points = points(rule.points());
        String ceiling = rule.atMost() == null ? "" : ", at most " + Ids.of(rule.atMost());
        return "| `%s` | %s%s%s | %s | %s | %s |\n"
                .formatted(
                        rule.id(),
                        Ids.of(rule.kind()),
                        points,
                        ceiling,
                        lens,
                        cell(rule.text().en()),
                        cell(rule.text().zh()));
    }

    private static String points(int points) {
        return points == 0 ? "" : " " + Points.of(points);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
