package advisor.workshop;

import advisor.advice.Assessment;
import advisor.rules.RuleBook;
import advisor.rules.explain.Facts;
import advisor.rules.explain.RuleCondition;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.Walk;
import advisor.rules.session.Firing;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which rules and which conditions the scenarios try: a rule counts when it was seen to fire and seen not to, a condition
 * when it was seen true and seen false.
 */
public final class Coverage {
    private final List<RuleCoverage> rules;

    private Coverage(List<RuleCoverage> rules) {
        this.rules = List.copyOf(rules);
    }

    public static Coverage of(Workshop workshop) {
        Tally tally = new Tally(workshop.rules());
        workshop.each(tally);
        return tally.coverage();
    }

    /** In the order of their ids. */
    public List<RuleCoverage> rules() {
        return rules;
    }

    public int conditions() {
        return rules.stream().mapToInt(rule -> rule.conditions().size()).sum();
    }

    public int coveredConditions() {
        return rules.stream().mapToInt(RuleCoverage::coveredConditions).sum();
    }

    public int coveredRules() {
        return (int) rules.stream().filter(RuleCoverage::covered).count();
    }

    /** Covered conditions and rules together, of all; 100 where there is nothing to cover. */
    public double percent() {
        int all = conditions() + rules.size();
        return all == 0 ? 100 : 100.0 * (coveredConditions() + coveredRules()) / all;
    }

    /** Walks every rule over all that it is shown, until all its conditions were seen both ways. */
    public static final class Tally implements Consumer<Assessment> {
        private final RuleBook rules;
        private final Set<String> fired = new HashSet<>();
        private final Set<String> silent = new HashSet<>();
        private final Map<RuleLogic, Seen> seen = new IdentityHashMap<>();

        public Tally(RuleBook rules) {
            this.rules = rules;
            rules.logic().forEach(logic -> seen.put(logic, new Seen(logic)));
        }

        @Override
        public void accept(Assessment assessment) {
            note(assessment);
            walk(new Facts(assessment.judgement().facts()));
        }

        public Coverage coverage() {
            return new Coverage(rules.logic().stream().map(this::rule).toList());
        }

        private void walk(Facts facts) {
            for (RuleLogic logic : rules.logic()) {
                Seen conditions = of(logic);
                if (!conditions.all()) {
                    Walk.over(logic, facts, conditions);
                }
            }
        }

        private Seen of(RuleLogic logic) {
            return Objects.requireNonNull(seen.get(logic));
        }

        private void note(Assessment assessment) {
            Map<String, Integer> counts = new HashMap<>();
            for (Firing firing : assessment.judgement().firings()) {
                counts.merge(firing.rule().id(), 1, Integer::sum);
            }
            int candidates = candidates(assessment);
            for (RuleLogic logic : rules.logic()) {
                int count = counts.getOrDefault(logic.rule().id(), 0);
                (count > 0 ? fired : silent).add(logic.rule().id());
                if (logic.hasSubject() && count < candidates) {
                    silent.add(logic.rule().id());
                }
            }
        }

        private static int candidates(Assessment assessment) {
            return assessment.advice().verdicts().stream()
                    .mapToInt(verdict -> 1 + verdict.variants().size())
                    .sum();
        }

        private RuleCoverage rule(RuleLogic logic) {
            String id = logic.rule().id();
            return new RuleCoverage(
                    logic.rule(),
                    fired.contains(id),
                    silent.contains(id),
                    of(logic).conditions());
        }
    }

    /** What was seen of the conditions of a rule. */
    private static final class Seen implements Walk.Observer {
        private final List<RuleCondition> conditions;
        private final Set<RuleCondition> seenTrue = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<RuleCondition> seenFalse = Collections.newSetFromMap(new IdentityHashMap<>());

        private Seen(RuleLogic logic) {
            this.conditions = logic.conditions().stream()
                    .filter(condition -> condition.kind() != RuleCondition.Kind.PATTERN)
                    .toList();
        }

        @Override
        public void tried(RuleCondition condition, boolean holds) {
            (holds ? seenTrue : seenFalse).add(condition);
        }

        @Override
        public boolean asks(RuleCondition condition) {
            return !(seenTrue.contains(condition) && seenFalse.contains(condition));
        }

        private boolean all() {
            return conditions.stream().noneMatch(this::asks);
        }

        private List<ConditionCoverage> conditions() {
            return conditions.stream()
                    .map(condition -> new ConditionCoverage(
                            condition, seenTrue.contains(condition), seenFalse.contains(condition)))
                    .toList();
        }
    }
}
