package advisor.rules.session;

import advisor.rules.text.RuleDefinition;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** What was read of compiled rules. Immutable. */
public final class KnownRules {
    private final Map<String, RuleDefinition> byKey;
    private final Map<RuleDefinition, ShownValues> shown = new IdentityHashMap<>();

    /** @param byKey definitions by package and name, as {@link #key} makes it */
    KnownRules(Map<String, RuleDefinition> byKey) {
        this.byKey = Map.copyOf(byKey);
        this.byKey.values().forEach(rule -> shown.put(rule, ShownValues.of(rule)));
    }

    /** What a rule is known by inside the engine. */
    public static String key(String packageName, String ruleName) {
        return packageName + "/" + ruleName;
    }

    /** What the sentence of a rule shows. */
    ShownValues shown(RuleDefinition rule) {
        return Objects.requireNonNull(shown.get(rule));
    }

    /**
     * What was read of a compiled rule.
     *
     * @throws IllegalStateException if it was compiled but never read
     */
    RuleDefinition definition(String packageName, String ruleName) {
        String key = key(packageName, ruleName);
        RuleDefinition definition = byKey.get(key);
        if (definition == null) {
            throw new IllegalStateException("The rule (%s) was compiled but never read.".formatted(key));
        }
        return definition;
    }
}
