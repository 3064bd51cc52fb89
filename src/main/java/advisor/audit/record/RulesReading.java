package advisor.audit.record;

import advisor.request.RequestField;
import advisor.rules.RuleBook;
import advisor.rules.explain.Reads;
import advisor.rules.explain.RuleLogic;
import advisor.rules.text.RuleDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rules read certain fields of the request, in their conditions or in their words. */
final class RulesReading {
    private RulesReading() {}

    /** The ids of the rules that read any of the fields, and of those that correct one of them. */
    static Set<String> any(Collection<RequestField<?>> fields, RuleBook rules) {
        Set<String> ids = new TreeSet<>();
        rules.logic().stream()
                .filter(logic -> readsAny(logic, fields))
                .forEach(logic -> ids.add(logic.rule().id()));
        List<String> corrections = rules.rules().stream()
                .filter(rule -> rule.corrects() != null && ids.contains(rule.corrects()))
                .map(RuleDefinition::id)
                .toList();
        ids.addAll(corrections);
        return ids;
    }

    private static boolean readsAny(RuleLogic logic, Collection<RequestField<?>> fields) {
        return Reads.of(logic).stream()
                .anyMatch(read -> fields.stream().anyMatch(field -> field.isReadAs(read.fact(), read.path())));
    }
}
