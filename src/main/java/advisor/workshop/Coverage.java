package advisor.workshop;

import advisor.advice.Assessment;
import advisor.rules.RuleBook;
import advisor.rules.explain.Facts;
import advisor.rules.explain.RuleCondition;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.Walk;
import advisor.rules.session.Firing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        private final Map<String, Map<RuleCondition, Set<Boolean>>> byRule = new HashMap<>();

        public Tally(RuleBook rules) {
            this.rules = rules;
        }

        @Override
        public void accept(Assessment assessment) {
            note(assessment);
            walk(new Facts(assessment.judgement().facts()));
        }

        public Coverage coverage() {
            return new Coverage(rules.logic().stream()
                    .map(logic -> rule(logic, byRule.getOrDefault(logic.rule().id(), Map.of())))
                    .toList());
        }

        private void walk(Facts facts) {
            for (RuleLogic logic : rules.logic()) {
                Map<RuleCondition, Set<Boolean>> truths =
                        byRule.computeIfAbsent(logic.rule().id(), id -> new HashMap<>());
                if (!rule(logic, truths).conditionsCovered()) {
                    Walk.over(logic, facts, (condition, holds) -> truths.computeIfAbsent(
                                    condition, key -> new HashSet<>())
                            .add(holds));
                }
            }
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

        private RuleCoverage rule(RuleLogic logic, Map<RuleCondition, Set<Boolean>> conditions) {
            List<ConditionCoverage> covered = logic.conditions().stream()
                    .filter(condition -> condition.kind() != RuleCondition.Kind.PATTERN)
                    .map(condition -> {
                        Set<Boolean> truths = conditions.getOrDefault(condition, Set.of());
                        return new ConditionCoverage(
                                condition, truths.contains(Boolean.TRUE), truths.contains(Boolean.FALSE));
                    })
                    .toList();
            String id = logic.rule().id();
            return new RuleCoverage(logic.rule(), fired.contains(id), silent.contains(id), covered);
        }
    }
}
