package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.engine.RuleDefinition;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code rules/scenarios/*.yaml}: a request, and what the rules must and must not say of some options. */
class ScenarioTest {
    private static final Path SCENARIOS = Shipped.RULES.resolve("scenarios");
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Map<Map<String, String>, Advice> ADVICES = new HashMap<>();

    /** One request with expectations by option id; {@code notes} are rules that speak of the request as a whole. */
    record Scenario(
            String name,
            Map<String, String> request,
            Map<String, Expectation> expect,
            List<String> notes,
            @JsonProperty("not_notes") List<String> notNotes) {}

    /** What must hold of one candidate: the best one, or the one in {@code precision}. */
    record Expectation(
            String precision, String stance, List<Integer> score, List<String> fired, List<String> notFired) {}

    @TestFactory
    Stream<DynamicContainer> scenarios() throws IOException {
        List<Path> files = files();
        assertThat(files).as("scenario files").isNotEmpty();
        return files.stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getFileName().toString(),
                        read(file).stream()
                                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> check(scenario)))));
    }

    @Test
    void everyRuleFiresInOneScenarioAndMustNotInAnother() throws IOException {
        Set<String> fired = new TreeSet<>();
        Set<String> notFired = new TreeSet<>();
        for (Path file : files()) {
            for (Scenario scenario : read(file)) {
                fired.addAll(orEmpty(scenario.notes()));
                notFired.addAll(orEmpty(scenario.notNotes()));
                for (Expectation expectation : expectations(scenario)) {
                    fired.addAll(orEmpty(expectation.fired()));
                    notFired.addAll(orEmpty(expectation.notFired()));
                }
            }
        }
        Set<String> rules =
                Shipped.rules().rules().stream().map(RuleDefinition::id).collect(Collectors.toSet());
        assertThat(fired).as("rules that some scenario expects to fire").containsExactlyInAnyOrderElementsOf(rules);
        assertThat(notFired).as("rules that some scenario expects not to").containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void scenarioNamesAreUnique() throws IOException {
        List<String> names = files().stream()
                .flatMap(file -> read(file).stream())
                .map(Scenario::name)
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static void check(Scenario scenario) {
        Advice advice = ADVICES.computeIfAbsent(scenario.request(), Shipped::advise);
        List<String> notes = ids(advice.notes());
        assertThat(notes)
                .containsAll(orEmpty(scenario.notes()))
                .doesNotContainAnyElementsOf(never(scenario.notNotes()));
        if (scenario.expect() != null) {
            scenario.expect().forEach((option, expectation) -> check(advice, option, expectation));
        }
    }

    private static void check(Advice advice, String option, Expectation expectation) {
        Verdict verdict = candidate(advice, option, expectation.precision());
        String about = "%s: %s, score %d, %s"
                .formatted(verdict.candidate().id(), verdict.stance().id(), verdict.score(), ids(verdict.reasons()));
        if (expectation.stance() != null) {
            assertThat(verdict.stance().id()).as(about).isEqualTo(expectation.stance());
        }
        if (expectation.score() != null) {
            assertThat(verdict.score())
                    .as(about)
                    .isBetween(expectation.score().get(0), expectation.score().get(1));
        }
        assertThat(ids(verdict.reasons()))
                .as(about)
                .containsAll(orEmpty(expectation.fired()))
                .doesNotContainAnyElementsOf(never(expectation.notFired()));
    }

    private static Verdict candidate(Advice advice, String option, String precision) {
        var verdict = Shipped.verdict(advice, option);
        return Stream.concat(Stream.of(verdict.best()), verdict.variants().stream())
                .filter(candidate ->
                        precision == null || candidate.candidate().id().endsWith("@" + precision))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no candidate in %s".formatted(option, precision)));
    }

    private static List<String> ids(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.rule().id()).toList();
    }

    /** AssertJ refuses an empty list of what must not be there. */
    private static List<String> never(List<String> ids) {
        return orEmpty(ids).isEmpty() ? List.of("no/such-rule") : ids;
    }

    private static List<String> orEmpty(List<String> list) {
        return list == null ? List.of() : list;
    }

    private static Collection<Expectation> expectations(Scenario scenario) {
        return scenario.expect() == null ? List.of() : scenario.expect().values();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Scenario> read(Path file) {
        try {
            return MAPPER.readValue(file.toFile(), new TypeReference<List<Scenario>>() {});
        } catch (IOException e) {
            throw new AssertionError("The scenario file (%s) cannot be read.".formatted(file), e);
        }
    }
}
