package advisor.audit;

import advisor.engine.RuleBook;
import advisor.engine.RuleDefinition;
import advisor.model.Text;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which rules read certain fields of the request, in their conditions or in their words. */
final class RulesReading {
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private RulesReading() {}

    /** The ids of the rules that read any of the fields, and of those that correct one of them. */
    static Set<String> any(Collection<MaskableField> fields, RuleBook rules) {
        Set<String> ids = new TreeSet<>();
        for (RuleDefinition rule : rules.rules()) {
            String text = conditions(rule, rules) + " " + placeholders(rule.text());
            if (fields.stream().anyMatch(field -> field.isReadBy(text))) {
                ids.add(rule.id());
            }
        }
        rules.rules().stream()
                .filter(rule -> rule.corrects() != null && ids.contains(rule.corrects()))
                .map(RuleDefinition::id)
                .toList()
                .forEach(ids::add);
        return ids;
    }

    private static String placeholders(Text text) {
        return PLACEHOLDER
                .matcher(text.en() + text.zh())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
    }

    /** What stands between {@code when} and {@code then}, without texts in quotes. */
    private static String conditions(RuleDefinition rule, RuleBook rules) {
        List<String> lines =
                rules.texts().files().getOrDefault(rule.file(), "").lines().toList();
        return lines.subList(rule.line() - 1, Math.min(rule.endLine(), lines.size())).stream()
                .dropWhile(line -> !line.strip().startsWith("when"))
                .takeWhile(line -> !line.strip().startsWith("then"))
                .map(line -> LITERAL.matcher(line).replaceAll("\"\""))
                .collect(Collectors.joining(" "));
    }
}
