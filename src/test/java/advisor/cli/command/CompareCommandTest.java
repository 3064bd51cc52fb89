package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CompareCommandTest {
    private static final String[] PAIR = {"deepinfra", "b200-x8", "--model", "deepseek-r1", "--as-of", "2026-11-22"};

    @Test
    void topicsAndDifferencesAddUpToTheScores() throws IOException {
        JsonNode node = new JsonMapper().readTree(run(more("--output", "json")).out());
        for (int side = 0; side < 2; side++) {
            int at = side;
            JsonNode verdict = node.get("verdicts").get(side);
            int points = StreamSupport.stream(node.get("pointsByTopic").spliterator(), false)
                    .mapToInt(row -> row.get(at).asInt())
                    .sum();
            assertThat(verdict.get("startScore").asInt() + points)
                    .isEqualTo(verdict.get("score").asInt());
        }
    }

    @Test
    void theOrderTurnsAtTheLoadThatIsNamedAndNotBefore() throws IOException {
        JsonNode flip =
                new JsonMapper().readTree(run(more("--output", "json")).out()).at("/flips/0");
        int streams = flip.get("streams").asInt();
        assertThat(flip.at("/order/0").asText()).isEqualTo("b200-x8");
        assertThat(first(streams)).isEqualTo("b200-x8");
        assertThat(first(streams - 1)).isEqualTo("deepinfra");
    }

    @Test
    void bothLanguagesNameTheRulesThatMakeTheDifference() {
        assertThat(run(more("--lang", "en")).out()).contains("RULES THAT MAKE THE DIFFERENCE", "money/least");
        assertThat(run(more("--lang", "zh")).out()).contains("造成差别的规则", "money/least");
    }

    @Test
    void oneOptionOrAnUnknownOneIsRefused() {
        assertThat(run("b200-x8", "--model", "deepseek-r1").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        CommandRun unknown = run("b200-x8", "b300-x88", "--model", "deepseek-r1", "--lang", "en");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(unknown.err()).contains("Maybe b300-x8");
        CommandRun elsewhere = run("deepinfra", "b200-x8", "--model", "qwen3-32b", "--lang", "en");
        assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(elsewhere.err()).contains("is no service for Qwen3-32B");
    }

    private static String first(int streams) throws IOException {
        JsonNode verdicts = new JsonMapper()
                .readTree(run(more("--streams", Integer.toString(streams), "--output", "json"))
                        .out())
                .get("verdicts");
        boolean hostedFirst = verdicts.get(0).get("rank").asInt()
                < verdicts.get(1).get("rank").asInt();
        return verdicts.get(hostedFirst ? 0 : 1).get("option").asText();
    }

    private static String[] more(String... arguments) {
        return Stream.concat(Stream.of(PAIR), Stream.of(arguments)).toArray(String[]::new);
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of("compare", List.of(arguments));
    }
}
