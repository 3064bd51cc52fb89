package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.machine.Engine;
import advisor.facts.machine.EngineRun;
import advisor.facts.model.LanguageModel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The runs that engines carry: of models that the catalog has, and, where they were fitted, those that were. */
class EngineRunsTest {
    @Test
    void eachIsOfAModelOfTheCatalogUnderItsArchitecture() {
        for (Engine engine : Shipped.catalog().engines().values()) {
            for (EngineRun run : engine.measured()) {
                LanguageModel model = Shipped.catalog().model(run.model());
                assertThat(run.family())
                        .as("%s of %s", run, engine.id())
                        .isEqualTo(
                                Objects.requireNonNull(model.facts()).config().type());
            }
        }
    }

    @Test
    void thoseOfFittedEnginesWereFitted() {
        Set<String> fitted = MeasuredRun.fitted().stream()
                .map(run -> key(
                        run.engine(),
                        run.model(),
                        run.accelerator().id(),
                        run.layout().toUpperCase(Locale.ROOT).replace("-", " × "),
                        run.load().streams(),
                        run.load().promptTokens(),
                        1000 * run.tokenSeconds()))
                .collect(Collectors.toSet());
        for (String id : SpeedFit.ENGINES) {
            Engine engine = Shipped.catalog().engines().get(id);
            assertThat(engine.measured()).hasSizeGreaterThan(10).allSatisfy(run -> assertThat(fitted)
                    .contains(key(
                            id,
                            run.model(),
                            run.accelerator(),
                            run.layout(),
                            run.streams(),
                            run.promptTokens(),
                            run.tokenMilliseconds())));
        }
    }

    private static String key(
            String engine, String model, String accelerator, String layout, int streams, int prompt, double token) {
        return String.format(
                Locale.ROOT, "%s %s %s %s %d %d %.3g", engine, model, accelerator, layout, streams, prompt, token);
    }

    /** Single-user runs of engines that split layers, by the formula that the advice uses. */
    @Test
    void localRunsLieInsideTheirInterval() {
        List<LocalRun> runs = LocalRun.all();
        long inside = runs.stream().filter(LocalRun::inside).count();
        assertThat(runs).hasSizeGreaterThan(12);
        assertThat((double) inside / runs.size()).isGreaterThanOrEqualTo(0.8);
        assertThat(SpeedFit.median(runs.stream().mapToDouble(LocalRun::off).toArray()))
                .isCloseTo(1, Percentage.withPercentage(25));
    }
}
