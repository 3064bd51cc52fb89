package advisor.audit;

import advisor.engine.RuleBook;
import advisor.engine.RuleDefinition;
import advisor.engine.Token;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which rules read certain fields of the request, in their conditions or in their words. */
final class RulesReading {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private RulesReading() {}

    /** The ids of the rules that read any of the fields, and of those that correct one of them. */
    static Set<String> any(Collection<MaskableField> fields, RuleBook rules) {
        Set<String> ids = new TreeSet<>();
        for (RuleDefinition rule : rules.rules()) {
            if (fields.stream().anyMatch(field -> names(rule, rules).anyMatch(field::isReadAs))) {
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

    /** What its words show, and whatever its conditions name, from {@code when} to {@code then}. */
    private static Stream<String> names(RuleDefinition rule, RuleBook rules) {
        Stream<String> shown = PLACEHOLDER
                .matcher(rule.text().en() + rule.text().zh())
                .results()
                .map(match -> match.group(1));
        Stream<String> named = Token.of(rules.texts().of(rule)).stream()
                .filter(token -> token.kind() == Token.Kind.NAME)
                .map(Token::text)
                .dropWhile(name -> !name.equals("when"))
                .takeWhile(name -> !name.equals("then"));
        return Stream.concat(shown, named);
    }
}
