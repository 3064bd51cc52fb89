package advisor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** The rules of one book ready to run: all of them, or some. Safe for several threads. */
final class RuleBases {
    /** Far more than rules that fail beside each other; it only keeps a book from growing without end. */
    private static final int KEPT = 16;

    private final List<Model> models;
    private final Map<String, RuleDefinition> byKey;
    private final Map<RuleDefinition, ShownValues> shown = new IdentityHashMap<>();
    private final KieBase whole;
    private final Map<Set<RuleDefinition>, KieBase> reduced = new HashMap<>();

    /** @param byKey definitions by package and name, as {@link Recorder#key} makes it */
    RuleBases(List<Model> models, Map<String, RuleDefinition> byKey) {
        this.models = List.copyOf(models);
        this.byKey = Map.copyOf(byKey);
        this.byKey.values().forEach(rule -> shown.put(rule, ShownValues.of(rule)));
        this.whole = KieBaseBuilder.createKieBaseFromModel(this.models);
    }

    Map<String, RuleDefinition> byKey() {
        return byKey;
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
        String key = Recorder.key(packageName, ruleName);
        RuleDefinition definition = byKey.get(key);
        if (definition == null) {
            throw new IllegalStateException("The rule (%s) was compiled but never read.".formatted(key));
        }
        return definition;
    }

    /** All rules but some; kept, because what fails once fails again. */
    KieBase without(Set<RuleDefinition> failed) {
        return failed.isEmpty() ? whole : reduced(Set.copyOf(failed));
    }

    /** Some rules alone. */
    synchronized KieBase only(Collection<RuleDefinition> rules) {
        return build(rules::contains);
    }

    private synchronized KieBase reduced(Set<RuleDefinition> failed) {
        if (reduced.size() == KEPT) {
            reduced.clear();
        }
        return reduced.computeIfAbsent(failed, key -> build(rule -> !key.contains(rule)));
    }

    /** Not by two threads at once: bases of the same models share what Drools notes in them. */
    private KieBase build(Predicate<RuleDefinition> wanted) {
        List<Model> parts = new ArrayList<>();
        for (Model model : models) {
            parts.add(new Part(
                    model,
                    model.getRules().stream()
                            .filter(rule -> wanted.test(definition(rule.getPackage(), rule.getName())))
                            .toList()));
        }
        return KieBaseBuilder.createKieBaseFromModel(parts);
    }

    /** A model with some of its rules. */
    private record Part(Model whole, List<Rule> rules) implements Model {
        @Override
        public String getName() {
            return whole.getName();
        }

        @Override
        public String getPackageName() {
            return whole.getPackageName();
        }

        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public List<Global> getGlobals() {
            return whole.getGlobals();
        }

        @Override
        public List<Rule> getRules() {
            return rules;
        }

        @Override
        public List<Query> getQueries() {
            return whole.getQueries();
        }

        @Override
        public List<TypeMetaData> getTypeMetaDatas() {
            return whole.getTypeMetaDatas();
        }

        @Override
        public List<EntryPoint> getEntryPoints() {
            return whole.getEntryPoints();
        }
    }
}
