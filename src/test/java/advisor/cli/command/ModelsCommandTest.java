package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advisor;
import advisor.advice.survey.ModelFit;
import advisor.advice.survey.ModelsOnMachine;
import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsCommandTest {
    @ParameterizedTest
    @CsvSource({"2 x nvidia-rtx-4090, 4 x nvidia-rtx-4090", "4 x nvidia-l40s, 8 x nvidia-l40s"})
    void whatAMachineRunsTwoOfItRunToo(String one, String two) {
        assertThat(working(two))
                .containsAll(working(one))
                .hasSizeGreaterThan(working(one).size());
        assertThat(models().openedByTwice(one, models().fits(one)).stream()
                        .map(fit -> fit.model().id()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(working(one));
    }

    private static Set<String> working(String machine) {
        return models().fits(machine).stream()
                .filter(ModelFit::works)
                .map(fit -> fit.model().id())
                .collect(Collectors.toSet());
    }

    private static ModelsOnMachine models() {
        return new ModelsOnMachine(
                new Advisor(Shipped.catalog(), Shipped.rules()), Map.of("streams", "4"), Shipped.TODAY);
    }

    @Test
    void everyModelIsToldOnceWhatWorksFirstAndTheLargerBeforeTheSmaller() {
        List<ModelFit> fits = models().fits("4 x nvidia-l40s");
        assertThat(fits).hasSameSizeAs(Shipped.catalog().models().keySet());
        assertThat(fits.stream().map(ModelFit::works).toList())
                .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
    }

    @Test
    void bothLanguagesTellWhatRunsAndWhyNot() {
        assertThat(CommandRun.of("models", "--on", "1 x nvidia-rtx-4090", "--streams", "4", "--lang", "en")
                        .out())
                .contains(
                        "Load: 4 streams, 4,096 + 1,024 tokens each",
                        "qwen3-8b",
                        "Not on this machine at this load:",
                        "short by",
                        "Twice as many devices",
                        "One more device");
        assertThat(CommandRun.of("models", "--on", "1 x nvidia-rtx-4090", "--streams", "4", "--lang", "zh")
                        .out())
                .contains("qwen3-8b", "此负载下该机器不能运行：", "缺", "卡数加倍", "再加一张卡");
    }

    @Test
    void theRankingIsToldAsJsonWithEveryFormatThatWorks() throws IOException {
        JsonNode answer = CommandRun.json("models", "--on", "1 x nvidia-rtx-4090", "--streams", "4");
        assertThat(ModelsSchema.faults(answer)).isEmpty();
        assertThat(answer.path("models"))
                .hasSameSizeAs(Shipped.catalog().models().keySet());
        JsonNode first = answer.at("/models/0");
        assertThat(first.path("works").asBoolean()).isTrue();
        assertThat(first.at("/formats/0/precision")).isEqualTo(first.at("/plan/precision"));
        assertThat(answer.path("openedByTwice")).isNotEmpty();
    }

    @Test
    void oneMoreDeviceOpensNoMoreThanTwiceAsMany() {
        List<ModelFit> fits = models().fits("1 x nvidia-l40s");
        assertThat(ids(models().openedByOneMore("1 x nvidia-l40s", fits)))
                .isEqualTo(ids(models().openedByTwice("1 x nvidia-l40s", fits)))
                .isNotEmpty();
        List<ModelFit> ofTwo = models().fits("2 x nvidia-l40s");
        assertThat(ids(models().openedByTwice("2 x nvidia-l40s", ofTwo)))
                .containsAll(ids(models().openedByOneMore("2 x nvidia-l40s", ofTwo)));
    }

    /** What a machine runs does not rest on what it costs. */
    @ParameterizedTest
    @CsvSource({"8 x nvidia-h800-sxm-80gb", "8 x nvidia-rtx-3090", "8 x nvidia-rtx-3090-ti", "8 x nvidia-a800-80gb"})
    void aMachineOfWhichNobodyTellsAPriceRunsWhatItHolds(String machine) {
        assertThat(working(machine)).contains("qwen3-32b", "qwen3-235b-a22b");
    }

    /** Where nothing could be judged, nothing is said of what more devices would open. */
    @Test
    void ofAMachineWithoutASpeedNothingIsConcluded() {
        String told = CommandRun.of("models", "--on", "16 x kunlun-p800", "--lang", "en")
                .out();
        assertThat(told)
                .contains("Not decided: a figure of the machine is missing:", "memory bandwidth of a device")
                .doesNotContain("what it costs", "Twice as many devices", "One more device");
    }

    private static List<String> ids(List<ModelFit> fits) {
        return fits.stream().map(fit -> fit.model().id()).toList();
    }

    @Test
    void aMachineThatNobodyKnowsIsRefused() {
        CommandRun run = CommandRun.of("models", "--on", "2 x nvidia-rtx-409", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("Maybe nvidia-rtx-4090");
    }
}
