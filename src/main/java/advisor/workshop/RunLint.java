package advisor.workshop;

import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.rules.LoadedRules;
import advisor.rules.session.Firing;
import advisor.rules.text.Check;
import advisor.rules.text.Expression.Step;
import advisor.rules.text.Fault;
import advisor.rules.text.RuleDefinition;
import advisor.workshop.Scenario.Expectation;
import advisor.workshop.Scenario.Silence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What shows only when rules run over all scenarios and the whole catalog. */
final class RunLint {
    private static final Set<String> FIGURES = Set.of("memory", "performance", "power", "cost");

    private final Set<String> contradictions = new TreeSet<>();
    private final LoadedRules loaded;
    private final Workshop workshop;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, BitSet> fired = new HashMap<>();
    private final List<String> cases = new ArrayList<>();
    private final BitSet ofCandidates = new BitSet();
    private final Set<String> spokenOf = new HashSet<>();

    RunLint(LoadedRules loaded, Workshop workshop) {
        this.loaded = loaded;
        this.workshop = workshop;
    }

    void note(Assessment assessment) {
        collect(assessment);
        checkContradictions(assessment);
    }

    /** Once all assessments were noted. */
    List<Fault> faults() {
        if (!cases.isEmpty()) {
            workshop.rules().rules().forEach(this::checkFiring);
            checkSubsets();
            checkOptions();
            checkTested();
        }
        return faults;
    }

    /** Numbers the cases, of which there are hundreds of thousands: first the request as a whole, then each candidate under it. */
    private void collect(Assessment assessment) {
        int whole = cases.size();
        cases.add("the request");
        Map<String, Integer> numbers = new HashMap<>();
        for (OptionVerdict verdict : assessment.advice().verdicts()) {
            Stream.concat(Stream.of(verdict.best()), verdict.variants().stream())
                    .map(each -> each.candidate().id())
                    .forEach(id -> numbers.computeIfAbsent(id, this::numbered));
            if (!verdict.best().reasons().isEmpty()) {
                spokenOf.add(verdict.option().id());
            }
        }
        for (Firing firing : assessment.judgement().firings()) {
            Candidate candidate = firing.candidate();
            casesOf(firing.rule().id())
                    .set(candidate == null ? whole : numbers.computeIfAbsent(candidate.id(), this::numbered));
        }
    }

    private int numbered(String candidate) {
        ofCandidates.set(cases.size());
        cases.add(candidate);
        return cases.size() - 1;
    }

    private BitSet casesOf(String rule) {
        return fired.computeIfAbsent(rule, id -> new BitSet());
    }

    /** Whether the second has all that the first has. */
    private static boolean isWithin(BitSet first, BitSet second) {
        BitSet alone = (BitSet) first.clone();
        alone.andNot(second);
        return alone.isEmpty();
    }

    private void checkFiring(RuleDefinition rule) {
        BitSet own = casesOf(rule.id());
        if (own.isEmpty()) {
            add(
                    Check.NEVER_FIRES,
                    rule,
                    "when",
                    "The rule (%s) fires on no option in any scenario.".formatted(rule.id()),
                    "Maybe a condition can never hold, or a scenario is missing?");
        } else if (isWithin(ofCandidates, own)) {
            add(
                    Check.ALWAYS_FIRES,
                    rule,
                    "when",
                    "The rule (%s) fires on every option in every scenario.".formatted(rule.id()),
                    "Maybe a condition is missing?");
        }
    }

    /** Of two rules that say the same kind of thing, one that only ever speaks beside the other may add nothing. */
    private void checkSubsets() {
        for (RuleDefinition rule : workshop.rules().rules()) {
            workshop.rules().rules().stream()
                    .filter(other -> comparable(rule, other) && isStrictlyWithin(rule, other))
                    .findFirst()
                    .ifPresent(other -> add(
                            Check.SUBSET,
                            rule,
                            "when",
                            "The rule (%s) fires only where %s does; that one alone on %s."
                                    .formatted(rule.id(), other.id(), witness(rule, other)),
                            "Maybe one of them should exclude the other?"));
        }
    }

    private static boolean comparable(RuleDefinition rule, RuleDefinition other) {
        return rule != other
                && rule.points() != 0
                && rule.topic().equals(other.topic())
                && rule.kind() == other.kind()
                && rule.lens() == other.lens()
                && rule.points() == other.points();
    }

    private boolean isStrictlyWithin(RuleDefinition rule, RuleDefinition other) {
        BitSet own = casesOf(rule.id());
        BitSet others = casesOf(other.id());
        return !own.isEmpty() && !own.equals(others) && isWithin(own, others);
    }

    private String witness(RuleDefinition rule, RuleDefinition other) {
        BitSet alone = (BitSet) casesOf(other.id()).clone();
        alone.andNot(casesOf(rule.id()));
        return alone.stream()
                .mapToObj(cases::get)
                .min(Comparator.naturalOrder())
                .orElse("nothing");
    }

    /** A figure by which a candidate is out cannot speak for it at the same time. */
    private void checkContradictions(Assessment assessment) {
        Map<String, List<RuleDefinition>> blockers = new TreeMap<>();
        for (Firing firing : assessment.judgement().firings()) {
            if (firing.kind() == Finding.Kind.BLOCKER) {
                blockers.computeIfAbsent(subject(firing), key -> new ArrayList<>())
                        .add(firing.rule());
            }
        }
        assessment.judgement().firings().stream()
                .filter(firing -> firing.kind() == Finding.Kind.MERIT)
                .forEach(firing -> blockers.getOrDefault(subject(firing), List.of()).stream()
                        .filter(blocker -> compareTheSame(firing.rule(), blocker))
                        .filter(blocker -> contradictions.add(firing.rule().id()))
                        .forEach(blocker -> add(
                                Check.CONTRADICTION,
                                firing.rule(),
                                "when",
                                "The rule (%s) speaks for %s, which %s rules out by the same figure."
                                        .formatted(firing.rule().id(), subject(firing), blocker.id()),
                                "Maybe one of the thresholds is wrong?")));
    }

    private boolean compareTheSame(RuleDefinition merit, RuleDefinition blocker) {
        Set<String> compared = figures(merit);
        return figures(blocker).stream().anyMatch(compared::contains);
    }

    /** The figures of a candidate that a rule compares. */
    private Set<String> figures(RuleDefinition rule) {
        return workshop.rules().logic().stream()
                .filter(logic -> logic.rule() == rule)
                .flatMap(logic -> logic.conditions().stream())
                .flatMap(condition -> condition.expression().paths())
                .map(path -> path.steps().stream().map(Step::name).toList())
                .filter(steps -> steps.size() > 1 && FIGURES.contains(steps.get(0)))
                .map(steps -> steps.get(0) + "." + steps.get(1))
                .collect(Collectors.toSet());
    }

    private static String subject(Firing firing) {
        Candidate candidate = firing.candidate();
        return (candidate == null ? "" : candidate.id()) + " on "
                + firing.rule().topic();
    }

    private void checkOptions() {
        RuleDefinition first = workshop.rules().rules().get(0);
        for (DeploymentOption option : workshop.catalog().options().values()) {
            if (option.kind() != OptionKind.API && !spokenOf.contains(option.id())) {
                faults.add(loaded.ofFile(
                        Check.SILENT_OPTION,
                        first,
                        "No rule says anything of option (%s).".formatted(option.id()),
                        ""));
            }
        }
    }

    private void checkTested() {
        Set<String> expected = new HashSet<>();
        Set<String> refused = new HashSet<>();
        for (Scenario scenario : workshop.scenarios()) {
            expected.addAll(scenario.notes());
            scenario.notNotes().stream().map(Silence::rule).forEach(refused::add);
            for (Expectation expectation : scenario.expect().values()) {
                expected.addAll(expectation.fired());
                expectation.notFired().stream().map(Silence::rule).forEach(refused::add);
            }
        }
        for (RuleDefinition rule : workshop.rules().rules()) {
            checkTested(rule, expected.contains(rule.id()), refused.contains(rule.id()));
        }
    }

    private void checkTested(RuleDefinition rule, boolean expected, boolean refused) {
        if (!expected || !refused) {
            add(
                    Check.UNTESTED,
                    rule,
                    rule.id(),
                    "No scenario says where the rule (%s) must %sfire.".formatted(rule.id(), expected ? "not " : ""),
                    "Name it under fired and under not_fired in rules/scenarios/%s.yaml.".formatted(rule.topic()));
        }
    }

    private void add(Check check, RuleDefinition rule, String at, String message, String hint) {
        faults.add(loaded.fault(check, rule, at, message, hint));
    }
}
