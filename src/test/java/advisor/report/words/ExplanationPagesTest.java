package advisor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.advice.change.Changes;
import advisor.advice.change.Explainer;
import advisor.advice.change.Explanation;
import advisor.advice.change.Judged;
import advisor.advice.change.OpenPoint;
import advisor.advice.change.Origin;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Sourced;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.report.text.ExplanationPage;
import advisor.report.text.ExplanationText;
import advisor.rules.RuleTraces;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Operand;
import advisor.rules.explain.RuleCondition.Kind;
import advisor.rules.explain.RuleTrace;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an explanation of any shipped option says, read by somebody who knows neither Drools nor Java. */
class ExplanationPagesTest {
    private static final List<Assessment> ASSESSMENTS = List.of(
            Shipped.assess(
                    "model",
                    "deepseek-r1",
                    "budget",
                    "3000000CNY",
                    "jurisdiction",
                    "CN",
                    "min-speed",
                    "20",
                    "max-nodes",
                    "1",
                    "max-power-kw",
                    "10"),
            Shipped.assess("model", "deepseek-r1", "lens", "founding", "as-of", "2025-02-11", "jurisdiction", "CN"),
            Shipped.assess("model", "qwen3-8b", "budget", "$9k", "privacy", "on-premises", "jurisdiction", "DE"));

    /** Every fourth option: the pages of all take minutes. */
    private static final int STEP = 4;

    private static final List<Explanation> EXPLANATIONS = ASSESSMENTS.stream()
            .flatMap(assessment -> assessment.advice().verdicts().stream()
                    .filter(option -> option.rank() % STEP == 1)
                    .map(option -> explanation(assessment, option)))
            .toList();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageFitsAndEveryReferenceIsToldOnce(Language language) {
        for (Explanation explanation : EXPLANATIONS) {
            String page = ExplanationText.of(explanation, none(explanation), trace -> true, Screen.file(language));
            assertThat(page.lines())
                    .allSatisfy(line -> assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(100));
            assertThat(page).doesNotContain("[id=", "Optional[", "{0}");
            numbers(page).forEach(number -> assertThat(
                            page.lines().filter(line -> line.strip().startsWith("[" + number + "] ")))
                    .as("%s of %s", number, explanation.option().option().id())
                    .hasSize(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMachineTellsHowItsMemoryAndSpeedWereComeBy(Language language) {
        String figure = new Phrases(language).say("provenance") + ": ";
        for (Explanation explanation : EXPLANATIONS) {
            boolean hosted = explanation.verdict().candidate().option().kind() == OptionKind.API;
            String page = ExplanationText.of(explanation, none(explanation), trace -> false, Screen.file(language));
            assertThat(page.lines().filter(line -> line.strip().startsWith(figure)))
                    .hasSize(hosted ? 0 : 5);
        }
    }

    /** A page of a terminal or of paper, on which the points add up. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyOptionHasItsPage(Language language) {
        for (Explanation explanation : EXPLANATIONS) {
            Judged judged = new Judged(explanation.advice(), explanation.option(), explanation.verdict());
            List<String> page = ExplanationPage.of(judged, none(explanation), Screen.file(language))
                    .lines()
                    .toList();
            assertThat(page).as(judged.option().option().id()).hasSizeLessThanOrEqualTo(60);
            assertThat(page).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(100));
            assertThat(judged.verdict().start() + points(page))
                    .isEqualTo(judged.verdict().score());
        }
    }

    private static int points(List<String> page) {
        return page.stream()
                .map(Pattern.compile(" *([+−])(\\d+)  .*")::matcher)
                .filter(Matcher::matches)
                .mapToInt(line -> (line.group(1).equals("+") ? 1 : -1) * Integer.parseInt(line.group(2)))
                .sum();
    }

    private static TreeSet<String> numbers(String page) {
        TreeSet<String> numbers = new TreeSet<>();
        Pattern.compile("\\[(\\d+(?:\\.\\d+)?)\\]")
                .matcher(page)
                .results()
                .forEach(match -> numbers.add(match.group(1)));
        return numbers;
    }

    /** A field without a phrase would be shown as it is written in the rule. */
    @Test
    void everyFieldThatAShippedRuleReadsHasAName() {
        TreeSet<String> nameless = new TreeSet<>();
        Phrases fields = Phrases.fields(Language.EN);
        Phrases phrases = new Phrases(Language.EN);
        operands().forEach(operand -> {
            Object owner = operand.owner();
            String key = owner == null ? "" : owner.getClass().getSimpleName() + "." + operand.field();
            if (owner != null && !fields.has(key)) {
                nameless.add(key);
            }
            if (operand.value() instanceof Enum<?> constant && !phrases.hasChoice(constant)) {
                nameless.add(constant.getDeclaringClass().getSimpleName() + "." + constant);
            }
        });
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConditionOfAShippedRuleIsSaidAsASentence(Language language) {
        PlainCondition plain =
                new PlainCondition(language, new SourceNotes(Shipped.catalog().sources(), language, Shipped.TODAY));
        traces().flatMap(trace -> trace.conditions().stream())
                .filter(trace -> trace.condition().kind() == Kind.CONSTRAINT
                        && !trace.operands().isEmpty())
                .forEach(trace -> assertThat(plain.of(trace))
                        .as(trace.condition().text())
                        .doesNotContain("$", "==", "!=", "null"));
    }

    /** What a method gives is a value like any other. */
    @Test
    void callsShowWhatTheyGave() {
        assertThat(operands().filter(operand -> operand.path().startsWith("accelerator.fp8ShareOf(")))
                .isNotEmpty()
                .anySatisfy(operand -> assertThat(operand.value()).isInstanceOf(Double.class));
        assertThat(traces().flatMap(trace -> trace.conditions().stream())
                        .filter(trace -> trace.condition().text().matches("[\\w.]+\\(\\$\\w+\\)")))
                .isNotEmpty()
                .filteredOn(trace -> !trace.operands().isEmpty())
                .allSatisfy(trace -> assertThat(trace.operands().get(0).value()).isEqualTo(trace.holds()));
    }

    @Test
    void everyLimitAndEveryFigureNamesWhereItWasRead() {
        operands()
                .filter(operand -> operand.owner() instanceof Sourced)
                .forEach(operand ->
                        assertThat(Origin.of(operand).read()).as(operand.path()).hasSize(1));
        assertThat(operands()
                        .filter(operand ->
                                operand.field().equals("accelerator.fp8Teraflops") && operand.value() != null))
                .isNotEmpty()
                .allSatisfy(operand -> assertThat(Origin.of(operand).kind()).isEqualTo(Origin.Kind.FIGURE));
    }

    @Test
    void allThatIsNotKnownIsNamed() {
        for (Explanation explanation : EXPLANATIONS) {
            OptionVerdict option = explanation.option();
            long unknown = option.best().candidate().cost().lines().stream()
                    .filter(line -> line.amount() == null)
                    .count();
            assertThat(explanation.open())
                    .as(option.option().id())
                    .filteredOn(OpenPoint.Cost.class::isInstance)
                    .hasSize((int) unknown);
            assertThat(explanation.open().isEmpty())
                    .as(option.option().id())
                    .isEqualTo(option.best()
                                    .reasons(advisor.facts.Finding.Kind.UNKNOWN)
                                    .isEmpty()
                            && unknown == 0
                            && explanation.rules().stream()
                                    .noneMatch(rule -> rule.outcome() == advisor.rules.explain.Outcome.UNKNOWN)
                            && !lacksMemory(option));
        }
    }

    private static boolean lacksMemory(OptionVerdict option) {
        return option.option().kind() != advisor.facts.offer.OptionKind.API
                && option.best().candidate().memory().unknown();
    }

    private static Stream<Operand> operands() {
        return traces().flatMap(trace -> trace.conditions().stream())
                .map(ConditionTrace::operands)
                .flatMap(List::stream);
    }

    private static Stream<RuleTrace> traces() {
        return EXPLANATIONS.stream().flatMap(explanation -> explanation.rules().stream());
    }

    private static List<RuleTrace> rules(Assessment assessment, Verdict verdict) {
        var request = assessment.advice().request();
        return new RuleTraces(Shipped.rules(), assessment.judgement(), request.lens(), request.asOf())
                .of(verdict.candidate());
    }

    private static Explanation explanation(Assessment assessment, OptionVerdict option) {
        List<RuleTrace> rules = rules(assessment, option.best());
        return new Explanation(
                assessment.advice(),
                option,
                option.best(),
                rules,
                Explainer.memory(
                        Shipped.catalog(), assessment.advice(), option.best().candidate()),
                Map.of(),
                Explainer.speed(
                        Shipped.catalog(), assessment.advice(), option.best().candidate()),
                Explainer.provenances(
                        Shipped.catalog(), assessment.advice(), option.best().candidate()),
                OpenPoint.of(option.best(), rules),
                Map.copyOf(Shipped.catalog().sources()));
    }

    private static Changes none(Explanation explanation) {
        return new Changes(explanation.option(), List.of(), Map.of(), false);
    }
}
