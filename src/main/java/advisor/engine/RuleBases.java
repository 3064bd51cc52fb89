package advisor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** The rules of one book ready to run: all of them, or some. Safe for several threads. */
final class RuleBases {
    /** Far more than rules that fail beside each other; it only keeps a book from growing without end. */
    private static final int KEPT = 16;

    private final List<Model> models;
    private final Map<String, RuleDefinition> byKey;
    private final Map<RuleDefinition, ShownValues> shown = new IdentityHashMap<>();
    private @Nullable KieBase whole;
    private final List<PlainRule> readable;
    private final Map<Set<RuleDefinition>, KieBase> reduced = new HashMap<>();

    /** @param byKey definitions by package and name, as {@link Recorder#key} makes it */
    RuleBases(List<Model> models, Map<String, RuleDefinition> byKey) {
        this.models = List.copyOf(models);
        this.byKey = Map.copyOf(byKey);
        this.byKey.values().forEach(rule -> shown.put(rule, ShownValues.of(rule)));
        this.readable = read();
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
        return failed.isEmpty() ? whole() : reduced(Set.copyOf(failed));
    }

    /** Built when it is first asked for: where no rule needs a session, that is only when one fails. */
    private synchronized KieBase whole() {
        KieBase known = whole;
        if (known == null) {
            known = KieBaseBuilder.createKieBaseFromModel(models);
            whole = known;
        }
        return known;
    }

    /** The rules that need no session and read no findings, in the order of their ids. */
    List<PlainRule> plain() {
        return readable.stream().filter(rule -> !rule.readsFindings()).toList();
    }

    /** All rules, in the order of their ids; {@code null} if one of them needs a session. */
    @Nullable List<PlainRule> all() {
        return readable.size() == byKey.size() ? readable : null;
    }

    private List<PlainRule> read() {
        return models.stream()
                .flatMap(model -> model.getRules().stream())
                .map(this::readable)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(rule -> rule.definition().id()))
                .toList();
    }

    private @Nullable PlainRule readable(Rule rule) {
        RuleDefinition definition = definition(rule.getPackage(), rule.getName());
        return PlainRule.of(rule, definition, shown(definition));
    }

    /** The rules that read findings or need a session. */
    RuleBases others() {
        Set<RuleDefinition> known = new HashSet<>();
        plain().forEach(rule -> known.add(rule.definition()));
        Map<String, RuleDefinition> others = new HashMap<>(byKey);
        others.values().removeAll(known);
        return new RuleBases(parts(others::containsValue), others);
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
        return KieBaseBuilder.createKieBaseFromModel(parts(wanted));
    }

    private List<Model> parts(Predicate<RuleDefinition> wanted) {
        List<Model> parts = new ArrayList<>();
        for (Model model : models) {
            parts.add(new Part(
                    model,
                    model.getRules().stream()
                            .filter(rule -> wanted.test(definition(rule.getPackage(), rule.getName())))
                            .toList()));
        }
        return parts;
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
