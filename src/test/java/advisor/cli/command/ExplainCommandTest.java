package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
    private static final List<String> OVER_BUDGET =
            List.of("h100-x8-research", "--model", "deepseek-r1", "--budget", "2000000CNY", "--as-of", "2026-11-22");
    private static final Map<List<String>, JsonNode> EXPLAINED = new HashMap<>();

    @Test
    void theLedgerAddsUpAndEveryRuleHasOneOutcome() throws IOException {
        JsonNode node = explained(OVER_BUDGET);
        JsonNode verdict = node.get("verdict");
        int points = stream(verdict.get("findings"))
                .mapToInt(finding -> finding.get("points").asInt())
                .sum();
        assertThat(verdict.get("startScore").asInt() + points)
                .isEqualTo(verdict.get("score").asInt());
        List<String> rules =
                stream(node.get("rules")).map(rule -> rule.get("rule").asText()).toList();
        assertThat(rules).doesNotHaveDuplicates().hasSizeGreaterThan(170).isSorted();
        assertThat(stream(node.get("rules")).map(rule -> rule.get("outcome").asText()))
                .contains("fired", "not-fired", "not-applicable", "suppressed");
    }

    /** The load grows in the way in which it was told: it may not be told in two. */
    @ParameterizedTest
    @CsvSource({"streams, 16", "users, 1100", "requests-per-day, 7000"})
    void moreLoadIsTriedAsItWasTold(String way, String load) throws IOException {
        JsonNode toppled = explained(
                        List.of("deepinfra", "--model", "deepseek-r1", "--as-of", "2026-11-28", "--" + way, load))
                .get("toppledBy");
        assertThat(stream(toppled)
                        .map(one ->
                                one.get("field").asText() + " " + one.get("to").asText()))
                .contains(way + " " + 16 * Integer.parseInt(load));
    }

    /** Whoever stands first cannot be lifted: what would topple it is told, and each is what that request answers. */
    @Test
    void ofTheFirstIsToldWhatTopplesIt() throws IOException {
        List<String> first = List.of("deepinfra", "--model", "deepseek-r1", "--as-of", "2026-11-28");
        JsonNode toppled = explained(first).get("toppledBy");
        assertThat(stream(toppled).map(one -> one.get("field").asText())).contains("privacy", "jurisdiction");
        for (JsonNode one : toppled) {
            if (one.get("field").asText().equals("privacy")) {
                JsonNode answer = CommandRun.json(
                        "advise",
                        "--model",
                        "deepseek-r1",
                        "--as-of",
                        "2026-11-28",
                        "--privacy",
                        one.get("to").asText());
                assertThat(answer.at("/verdicts/0/option").asText())
                        .isEqualTo(one.get("first").asText())
                        .isNotEqualTo("deepinfra");
            }
        }
    }

    @Test
    void firedRulesAreThoseOfTheVerdictAndAllTheirConditionsHold() throws IOException {
        JsonNode node = explained(OVER_BUDGET);
        List<String> said = stream(node.at("/verdict/findings"))
                .map(f -> f.get("rule").asText())
                .toList();
        for (JsonNode rule : node.get("rules")) {
            if (rule.get("outcome").asText().equals("fired")) {
                assertThat(stream(rule.get("conditions")))
                        .as(rule.get("rule").asText())
                        .allSatisfy(condition ->
                                assertThat(condition.get("holds").asText()).isNotEqualTo("false"));
            } else {
                assertThat(said).doesNotContain(rule.get("rule").asText());
            }
        }
    }

    @Test
    void everyConditionOfASilentRuleIsGivenWithItsValues() throws IOException {
        JsonNode rule = stream(explained(OVER_BUDGET).get("rules"))
                .filter(one -> one.get("rule").asText().equals("budget/may-exceed"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.get("outcome").asText()).isEqualTo("not-fired");
        assertThat(stream(rule.get("conditions"))
                        .filter(one -> one.get("kind").asText().equals("constraint")))
                .extracting(
                        one -> one.get("text").asText() + " " + one.get("holds").asText())
                .containsExactly(
                        "budget != null true", "cost.likelyOutlay <= $budget false", "cost.highOutlay > $budget true");
    }

    /** Facts that were looked at are not said to be none. */
    @Test
    void aPatternSaysHowManyFactsItFound() throws IOException {
        List<JsonNode> patterns = stream(explained(OVER_BUDGET).get("rules"))
                .flatMap(rule -> stream(rule.get("conditions")))
                .filter(one -> one.get("kind").asText().equals("pattern"))
                .toList();
        assertThat(patterns).anyMatch(one -> one.get("searched").asInt() > 0).allSatisfy(one -> {
            String said = one.at("/says/en").asText();
            assertThat(said.endsWith("none to look at"))
                    .as(one.toString())
                    .isEqualTo(one.get("searched").asInt() == 0);
            if (one.get("searched").asInt() > 0) {
                assertThat(said).endsWith(": %s of %s found".formatted(one.get("found"), one.get("searched")));
            }
        });
    }

    @Test
    void aCounterfactualHoldsWhenItIsAppliedByHandAndHalfOfItDoesNot() throws IOException {
        JsonNode found = explained(OVER_BUDGET).get("counterfactuals");
        List<JsonNode> ofTheRequest = stream(found)
                .filter(one -> one.at("/changes/0/of").asText().equals("request"))
                .toList();
        assertThat(ofTheRequest).isNotEmpty();
        for (JsonNode counterfactual : ofTheRequest) {
            List<String> changed = new ArrayList<>(OVER_BUDGET);
            for (JsonNode change : counterfactual.get("changes")) {
                set(
                        changed,
                        "--" + change.get("field").asText(),
                        change.get("to").asText());
            }
            JsonNode verdict = explained(changed).get("verdict");
            assertThat(verdict.get("stance").asText())
                    .isEqualTo(counterfactual.get("stance").asText());
            assertThat(verdict.get("score").asInt())
                    .isEqualTo(counterfactual.get("score").asInt());
        }
        JsonNode budget = found.get(0).at("/changes/0");
        assertThat(budget.get("field").asText()).isEqualTo("budget");
        long enough = Long.parseLong(budget.get("to").asText().replace("CNY", ""));
        List<String> half = new ArrayList<>(OVER_BUDGET);
        set(half, "--budget", (2_000_000 + enough) / 2 + "CNY");
        assertThat(explained(half).at("/verdict/stance").asText()).isEqualTo("rejected");
    }

    @Test
    void theSmallestSetsOfBlockersAreNamedAndWhatNobodyMayChangeIsSaid() {
        List<String> barred = List.of(
                "h200-sxm-x8-self-built", "--model", "deepseek-r1", "--jurisdiction", "CN", "--as-of", "2026-11-22");
        CommandRun run =
                run(Stream.concat(barred.stream(), Stream.of("--lang", "en")).toList());
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("WHAT KEEPS IT OUT", "supply/");
    }

    /** Whoever asks why wants a page: all that it rests on is a page further. */
    @Test
    void onePageTellsVerdictPointsFiguresAndWhatWouldChangeIt() throws IOException {
        String page = run(with(OVER_BUDGET, "--lang", "en")).out();
        assertThat(page.lines()).hasSizeBetween(20, 60);
        assertThat(page)
                .contains(
                        "rejected · rank ", "KEEPS IT OUT", "✗  budget/over: ", "SPEAKS AGAINST IT", "58 to begin with")
                .contains("FIGURES THAT DECIDE", "CNY 2.13 M at once", "Memory ", "WHAT WOULD CHANGE IT", "[--budget ")
                .contains(explained(OVER_BUDGET).get("decisionId").asText())
                .doesNotContain("rules/", "SOURCES", "POWER");
        assertThat(run(with(OVER_BUDGET, "--all", "--lang", "en")).out())
                .contains("decision d-", "SOURCES", "POWER")
                .hasSizeGreaterThan(3 * page.length());
    }

    /** The page asks no rule that only notes, and comes to the same changes. */
    @Test
    void thePageOfTheFirstTellsAllThatTopplesIt() throws IOException {
        List<String> first = List.of("deepinfra", "--model", "deepseek-r1", "--as-of", "2026-11-28");
        List<JsonNode> toppled = stream(explained(first).get("toppledBy")).toList();
        String page = run(with(first, "--lang", "en")).out();
        assertThat(page).contains("IT IS FIRST", "--all");
        assertThat(page.lines().filter(line -> line.contains("comes first")))
                .hasSizeLessThanOrEqualTo(toppled.size())
                .isNotEmpty();
    }

    @Test
    void oneRuleOrAllCanBeShownAndAnUnknownOneIsRefused() {
        CommandRun one = run(with(OVER_BUDGET, "--rule", "memory/little-room", "--lang", "en"));
        assertThat(one.out())
                .containsPattern("memory/little-room  not fired  rules/memory.drl:\\d+")
                .containsPattern(
                        "share of the usable memory that is left over \\(0[.\\d]+, see MEMORY\\) is less than 0.05")
                .contains("‹memory.spareShare < $little›")
                .doesNotContain("memory/does-not-fit  ");
        assertThat(run(with(OVER_BUDGET, "--every-rule", "--lang", "en")).out())
                .contains("memory/does-not-fit  not fired");
        assertThat(run(with(OVER_BUDGET, "--rule", "no/such")).exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run(List.of("h100-x8", "--model", "deepseek-r1")).exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run(with(OVER_BUDGET, "--format", "fp5")).exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
    }

    @Test
    void bothLanguagesTellTheSame() {
        String english = run(with(OVER_BUDGET, "--all", "--lang", "en")).out();
        String chinese = run(with(OVER_BUDGET, "--all", "--lang", "zh")).out();
        assertThat(english)
                .contains("WHY (", "MEMORY", "COST", "WHAT WOULD CHANGE IT")
                .doesNotContain("Record[", "[id=");
        assertThat(chinese).contains("为什么（", "显存", "成本", "怎样会改变").doesNotContain("[id=");
        assertThat(english.lines().filter(line -> line.contains("rules/")).count())
                .isEqualTo(
                        chinese.lines().filter(line -> line.contains("rules/")).count());
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toList();
    }

    private static void set(List<String> arguments, String name, String value) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            arguments.addAll(List.of(name, value));
        } else {
            arguments.set(at + 1, value);
        }
    }

    private static JsonNode explained(List<String> arguments) throws IOException {
        JsonNode known = EXPLAINED.get(arguments);
        if (known != null) {
            return known;
        }
        CommandRun run = run(with(arguments, "--output", "json"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonNode node = new JsonMapper().readTree(run.out());
        EXPLAINED.put(arguments, node);
        return node;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static CommandRun run(List<String> arguments) {
        return CommandRun.of("explain", arguments);
    }
}
