package advisor.bench.peers;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as rule files. */
final class DrlText {
    private DrlText() {}

    /** The text of each file, by its name. */
    static Map<String, String> files(Table table) {
        Map<String, String> files = new LinkedHashMap<>();
        table.rules().stream()
                .collect(Collectors.groupingBy(Table.Rule::topic, LinkedHashMap::new, Collectors.toList()))
                .forEach((topic, rules) -> files.put(topic + ".drl", file(rules)));
        return files;
    }

    private static String file(List<Table.Rule> rules) {
        return "// What does the table say of this?\n"
                + rules.stream().map(DrlText::rule).collect(Collectors.joining());
    }

    private static String rule(Table.Rule rule) {
        return """

                rule "%s"
                    @source("advisor-judgement")
                    @points(-1)
                    @en("it holds")
                    @zh("成立")
                when
                %s    $candidate : Candidate( %s )
                then
                    insertLogical(Finding.concern($candidate));
                end
                """
                .formatted(
                        rule.id(),
                        request(rule),
                        joined(rule.on(Table.Owner.OPTION).stream().map(DrlText::condition)));
    }

    /** The pattern that tests the request and binds what candidates are compared with; empty if there is neither. */
    private static String request(Table.Rule rule) {
        Set<String> bindings = new LinkedHashSet<>();
        for (Table.Condition condition : rule.conditions()) {
            String compared = condition.requestField();
            if (compared != null) {
                bindings.add(
                        "$" + compared + " : " + Fields.REQUEST.get(compared).path());
            }
        }
        String content =
                joined(Stream.concat(rule.on(Table.Owner.REQUEST).stream().map(DrlText::condition), bindings.stream()));
        return content.isEmpty() ? "" : "    Request( " + content + " )\n";
    }

    private static String condition(Table.Condition condition) {
        Field field = condition.read();
        String right =
                condition.requestField() == null ? field.literal(condition.constant()) : "$" + condition.requestField();
        return field.path() + " " + condition.operator() + " " + right;
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }
}
