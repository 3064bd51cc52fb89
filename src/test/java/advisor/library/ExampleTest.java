package advisor.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.request.BadRequestException;
import advisor.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a program in Java asks the advisor. */
class ExampleTest {
    private static final DeploymentAdvisor ADVISOR = DeploymentAdvisor.over(Path.of("rules"), Path.of("catalog"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void aProgramAsksAndReadsTheVerdicts() {
        Advice advice = ADVISOR.judge(Map.of("model", "deepseek-r1", "budget", "3000000CNY"), DAY);
        OptionVerdict first = advice.recommended().orElseThrow();
        String sentence = "%s: %s, score %s"
                .formatted(
                        first.option().title().in(Language.EN),
                        first.stance().id(),
                        first.best().score());
        assertThat(sentence).isEqualTo("DeepInfra API: strongly-recommended, score 82");
        assertThat(advice.verdict("rtx-5090-x1")
                        .best()
                        .decisive()
                        .orElseThrow()
                        .rule()
                        .id())
                .isEqualTo("memory/does-not-fit");
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        assertThatThrownBy(() -> ADVISOR.judge(Map.of("modell", "x", "budget", "much"), DAY))
                .isInstanceOfSatisfying(BadRequestException.class, faults -> assertThat(faults.faults())
                        .hasSize(3));
    }
}
