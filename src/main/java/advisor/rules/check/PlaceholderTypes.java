package advisor.rules.check;

import advisor.rules.text.Check;
import advisor.rules.text.Faults;
import advisor.rules.text.Placeholders;
import advisor.rules.text.Properties;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Follows the placeholders of a rule's sentences through the types of what the rule binds. */
public final class PlaceholderTypes {
    private final RuleDefinition rule;
    private final Map<String, Class<?>> bound;
    private final Faults faults;

    private PlaceholderTypes(RuleDefinition rule, Map<String, Class<?>> bound, Faults faults) {
        this.rule = rule;
        this.bound = bound;
        this.faults = faults;
    }

    /** @param bound types by the names of the variables */
    public static void check(RuleDefinition rule, Map<String, Class<?>> bound, Faults faults) {
        PlaceholderTypes types = new PlaceholderTypes(rule, bound, faults);
        Placeholders.in(rule.text().en()).forEach(types::check);
    }

    private void check(String path) {
        List<String> steps = Arrays.asList(path.split("\\.", -1));
        Class<?> type = bound.getOrDefault("$" + steps.get(0), Object.class);
        for (String step : steps.subList(1, steps.size())) {
            Class<?> next = Properties.type(type, step);
            if (next == null) {
                add(path, step, type);
                return;
            }
            type = next;
        }
    }

    private void add(String path, String step, Class<?> type) {
        faults.addAt(
                Check.PLACEHOLDER_PROPERTY,
                rule.id(),
                RuleFile.Span.of(rule),
                "{" + path,
                "The placeholder ({%s}) names %s, which a %s does not have."
                        .formatted(path, step, type.getSimpleName()),
                Properties.hint(type, step));
    }
}
