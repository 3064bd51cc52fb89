package advisor.rules.session;

import advisor.rules.text.RuleDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Condition;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.conf.KieBaseOption;
import org.kie.internal.conf.ShareBetaNodesOption;

/** The rules of one book ready to run: some of them at a time. Safe for several threads. */
public final class RuleBases {
    /** More than the days that are asked about beside each other; it only keeps a book from growing without end. */
    private static final int KEPT = 16;

    /** Bases of the same models share what Drools notes in them, and books share models. */
    private static final Object BUILDING = new Object();

    private final List<Model> models;
    private final KnownRules known;
    private final List<RuleDefinition> rules;
    private final Map<BitSet, RuleBase> kept = new LinkedHashMap<>();

    /** @param byKey definitions by package and name, as {@link KnownRules#key} makes it */
    public RuleBases(List<Model> models, Map<String, RuleDefinition> byKey) {
        this.models = List.copyOf(models);
        this.known = new KnownRules(byKey);
        this.rules = byKey.values().stream()
                .sorted(Comparator.comparing(RuleDefinition::id))
                .toList();
    }

    /** In the order of their ids. */
    List<RuleDefinition> rules() {
        return rules;
    }

    /** What the sentence of a rule shows. */
    public ShownValues shown(RuleDefinition rule) {
        return known.shown(rule);
    }

    /** Some rules; kept by which they are, so that days on which the same are known share them. */
    public RuleBase of(Predicate<RuleDefinition> wanted) {
        BitSet key = new BitSet(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            key.set(i, wanted.test(rules.get(i)));
        }
        synchronized (kept) {
            if (kept.size() == KEPT && !kept.containsKey(key)) {
                kept.remove(kept.keySet().iterator().next());
            }
            return kept.computeIfAbsent(key, unknown -> only(wanted));
        }
    }

    /** Some rules for once. */
    RuleBase only(Predicate<RuleDefinition> wanted) {
        synchronized (BUILDING) {
            List<Model> parts = parts(wanted);
            return new RuleBase(known, KieBaseBuilder.createKieBaseFromModel(parts, sharing(parts)));
        }
    }

    /**
     * Where rules share joins, Drools 10.2.0 withholds some with conditions within conditions that it fires without the
     * other: drawn rules showed it. Where none has such, sharing saves a start an eighth.
     */
    private static KieBaseOption sharing(List<Model> parts) {
        boolean simple = parts.stream()
                .flatMap(part -> part.getRules().stream())
                .flatMap(rule -> rule.getView().getSubConditions().stream())
                .allMatch(RuleBases::isSimple);
        return simple ? ShareBetaNodesOption.YES : ShareBetaNodesOption.NO;
    }

    private static boolean isSimple(Condition condition) {
        return switch (condition.getType()) {
            case PATTERN -> true;
            case NOT, EXISTS ->
                condition.getSubConditions().stream().allMatch(part -> part.getType() == Condition.Type.PATTERN)
                        && condition.getSubConditions().size() == 1;
            default -> false;
        };
    }

    private List<Model> parts(Predicate<RuleDefinition> wanted) {
        List<Model> parts = new ArrayList<>();
        for (Model model : models) {
            Model own = OwnForall.in(model);
            parts.add(new Part(
                    own,
                    own.getRules().stream()
                            .filter(rule -> wanted.test(known.definition(rule.getPackage(), rule.getName())))
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
