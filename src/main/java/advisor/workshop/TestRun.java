package advisor.workshop;

import advisor.advice.Advice;
import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.facts.Finding;
import advisor.request.BadRequestException;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Facts;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.Tracer;
import advisor.rules.text.RuleDefinition;
import advisor.text.Ids;
import advisor.text.UnknownNameException;
import advisor.workshop.Impact.RuleChange;
import advisor.workshop.Scenario.Expectation;
import advisor.workshop.Scenario.Silence;
import advisor.workshop.TestResult.LayerChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs scenarios as tests of the rules. */
public final class TestRun {
    private final Workshop workshop;
    private final @Nullable Workshop lowest;

    public TestRun(Workshop workshop) {
        this(workshop, null);
    }

    /** @param lowest rules, catalog and scenarios without the folders over them; {@code null} if there are none */
    public TestRun(Workshop workshop, @Nullable Workshop lowest) {
        this.workshop = workshop;
        this.lowest = lowest;
    }

    /** The scenarios whose names match, in their order. */
    public List<TestResult> run(Pattern names) {
        return run(names, assessment -> {});
    }

    /**
     * The same. Equal requests are judged once.
     *
     * @param visitor is shown what came of each request that can be run
     */
    public List<TestResult> run(Pattern names, Consumer<Assessment> visitor) {
        Map<SortedMap<String, String>, List<Scenario>> byRequest = workshop.scenarios().stream()
                .filter(scenario -> names.matcher(scenario.name()).find())
                .collect(Collectors.groupingBy(Scenario::request, LinkedHashMap::new, Collectors.toList()));
        Map<Scenario, TestResult> results = new IdentityHashMap<>();
        Workshop.inTurn(List.copyOf(byRequest.values()), this::heard, heard -> {
            heard.results().forEach(result -> results.put(result.scenario(), result));
            Stream.ofNullable(heard.assessment()).forEach(visitor);
        });
        return workshop.scenarios().stream()
                .flatMap(scenario -> Stream.ofNullable(results.get(scenario)))
                .toList();
    }

    /** @param assessment that all rest on; {@code null} if the request cannot be run */
    private record Heard(List<TestResult> results, @Nullable Assessment assessment) {}

    /** @param alike scenarios of one request */
    private Heard heard(List<Scenario> alike) {
        try {
            Assessment assessment = workshop.run(alike.get(0).request());
            return new Heard(
                    alike.stream().map(scenario -> result(scenario, assessment)).toList(), assessment);
        } catch (BadRequestException | UnknownNameException e) {
            List<TestFailure> failures = List.of(TestFailure.of("The scenario cannot be run: " + e.getMessage()));
            return new Heard(
                    alike.stream()
                            .map(scenario -> new TestResult(scenario, failures, null))
                            .toList(),
                    null);
        }
    }

    /** What of a scenario does not hold, of what its request came to. */
    public TestResult result(Scenario scenario, Assessment assessment) {
        List<TestFailure> failures = failures(scenario, assessment);
        return new TestResult(scenario, failures, failures.isEmpty() ? null : changed(scenario, assessment.advice()));
    }

    /** Where a scenario of the lowest folder holds without the others, the rules that speak otherwise over them. */
    private @Nullable List<LayerChange> changed(Scenario scenario, Advice after) {
        Workshop below = lowest;
        Heard without = below == null || !below.scenarios().contains(scenario)
                ? null
                : new TestRun(below).heard(List.of(scenario));
        if (below == null
                || without == null
                || without.assessment() == null
                || !without.results().get(0).failures().isEmpty()) {
            return null;
        }
        Advice before = without.assessment().advice();
        Stream<RuleChange> ofOptions = scenario.expect().entrySet().stream()
                .flatMap(expected -> Impact.rules(points(before, expected), points(after, expected)).stream());
        Stream<RuleChange> ofNotes =
                Impact.rules(Outcomes.byRule(before.notes()), Outcomes.byRule(after.notes())).stream();
        return Stream.concat(ofOptions, ofNotes)
                .distinct()
                .map(change -> change(change, below))
                .toList();
    }

    private LayerChange change(RuleChange change, Workshop below) {
        RuleDefinition now = workshop.rules().rule(change.rule());
        RuleDefinition rule = now == null ? Objects.requireNonNull(below.rules().rule(change.rule())) : now;
        return new LayerChange(change.rule(), rule.place(), change.before(), change.after());
    }

    private static SortedMap<String, Integer> points(Advice advice, Map.Entry<String, Expectation> expected) {
        return Outcomes.byRule(
                verdict(advice, expected.getKey(), expected.getValue().precision())
                        .map(Verdict::reasons)
                        .orElse(List.of()));
    }

    private List<TestFailure> failures(Scenario scenario, Assessment assessment) {
        List<TestFailure> failures = new ArrayList<>();
        assessment
                .judgement()
                .errors()
                .forEach(error -> failures.add(TestFailure.of("%s fails: %s."
                        .formatted(error.rule().id(), error.message().en()))));
        checkNotes(scenario, assessment, failures);
        scenario.expect().forEach((option, expected) -> check(option, expected, assessment, failures));
        return failures;
    }

    private void checkNotes(Scenario scenario, Assessment assessment, List<TestFailure> failures) {
        List<String> said = ids(assessment.advice().notes());
        scenario.notes().stream()
                .filter(rule -> !said.contains(rule))
                .forEach(rule -> failures.add(silent(rule, "the request", assessment, null)));
        scenario.notNotes().stream()
                .filter(silence -> isKnown(silence.rule(), failures))
                .forEach(silence -> checkSilence(silence, said, "the request", assessment, null, failures));
    }

    private void check(String option, Expectation expected, Assessment assessment, List<TestFailure> failures) {
        Optional<Verdict> found = verdict(assessment.advice(), option, expected.precision());
        if (found.isEmpty()) {
            String format = expected.precision() == null ? "" : " in " + expected.precision();
            failures.add(TestFailure.of("There is no option %s%s.".formatted(option, format)));
            return;
        }
        Verdict verdict = found.get();
        checkStance(expected, verdict, failures);
        checkScore(expected, verdict, failures);
        List<String> said = ids(verdict.reasons());
        String who = verdict.candidate().id();
        expected.fired().stream()
                .filter(rule -> !said.contains(rule))
                .forEach(rule -> failures.add(silent(rule, who, assessment, verdict)));
        expected.notFired().stream()
                .filter(silence -> isKnown(silence.rule(), failures))
                .forEach(silence -> checkSilence(silence, said, who, assessment, verdict, failures));
    }

    private static Optional<Verdict> verdict(Advice advice, String option, @Nullable String precision) {
        return advice.verdicts().stream()
                .filter(verdict -> verdict.option().id().equals(option))
                .flatMap(TestRun::candidates)
                .filter(verdict -> precision == null
                        || Ids.of(verdict.candidate().precision()).equals(precision))
                .findFirst();
    }

    private static Stream<Verdict> candidates(OptionVerdict verdict) {
        return Stream.concat(Stream.of(verdict.best()), verdict.variants().stream());
    }

    private static void checkStance(Expectation expected, Verdict verdict, List<TestFailure> failures) {
        String stance = expected.stance();
        if (stance == null || stance.equals(verdict.stance().id())) {
            return;
        }
        List<String> known = Arrays.stream(Stance.values()).map(Stance::id).toList();
        failures.add(TestFailure.of(
                known.contains(stance)
                        ? "%s is %s, expected %s.\n%s"
                                .formatted(
                                        verdict.candidate().id(),
                                        verdict.stance().id(),
                                        stance,
                                        ledger(verdict))
                        : "There is no stance %s: one of %s.".formatted(stance, String.join(", ", known))));
    }

    /** What the score is made of, weightiest first. */
    private static String ledger(Verdict verdict) {
        return Stream.concat(
                        verdict.reasons().stream()
                                .filter(reason ->
                                        reason.points() != 0 || reason.kind().compareTo(Finding.Kind.UNKNOWN) <= 0)
                                .map(TestRun::line),
                        Stream.of("    %4s  score".formatted(verdict.score())))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Reason reason) {
        String points = reason.points() == 0 ? Ids.of(reason.kind()) : Integer.toString(reason.points());
        return "    %4s  %s  %s"
                .formatted(points, reason.rule().id(), reason.rule().place());
    }

    private static void checkScore(Expectation expected, Verdict verdict, List<TestFailure> failures) {
        Scenario.Score score = expected.score();
        if (score != null && (verdict.score() < score.low() || verdict.score() > score.high())) {
            failures.add(TestFailure.of("%s has score %s, expected %s to %s."
                    .formatted(verdict.candidate().id(), verdict.score(), score.low(), score.high())));
        }
    }

    private TestFailure silent(String rule, String who, Assessment assessment, @Nullable Verdict verdict) {
        List<ConditionTrace> traces = traces(rule, assessment, verdict);
        return new TestFailure(
                logic(rule).isPresent()
                        ? "%s does not fire on %s.".formatted(rule, who)
                        : "There is no rule %s.".formatted(rule),
                traces.stream().filter(ConditionTrace::fails).toList());
    }

    private void checkSilence(
            Silence silence,
            List<String> said,
            String who,
            Assessment assessment,
            @Nullable Verdict verdict,
            List<TestFailure> failures) {
        List<ConditionTrace> traces = traces(silence.rule(), assessment, verdict);
        if (said.contains(silence.rule())) {
            failures.add(new TestFailure("%s fires on %s.".formatted(silence.rule(), who), traces));
        } else if (silence.because() != null && !isFalse(silence.because(), traces)) {
            failures.add(new TestFailure(
                    "%s does not fire on %s, but not because of %s.".formatted(silence.rule(), who, silence.because()),
                    traces.stream().filter(ConditionTrace::fails).toList()));
        }
    }

    private boolean isKnown(String rule, List<TestFailure> failures) {
        boolean known = logic(rule).isPresent();
        if (!known) {
            failures.add(TestFailure.of("There is no rule %s.".formatted(rule)));
        }
        return known;
    }

    private static boolean isFalse(String condition, List<ConditionTrace> traces) {
        return traces.stream()
                .filter(ConditionTrace::fails)
                .anyMatch(trace -> trace.condition().text().equals(condition));
    }

    private List<ConditionTrace> traces(String rule, Assessment assessment, @Nullable Verdict verdict) {
        Object subject = verdict == null ? null : verdict.candidate();
        return logic(rule)
                .map(logic ->
                        Tracer.trace(logic, new Facts(assessment.judgement().facts()), subject))
                .orElse(List.of());
    }

    private Optional<RuleLogic> logic(String rule) {
        return workshop.rules().logic().stream()
                .filter(logic -> logic.rule().id().equals(rule))
                .findFirst();
    }

    private static List<String> ids(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.rule().id()).toList();
    }
}
