package advisor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first reason that people read is the one that decides most. */
class OptionGroupsTest {
    @Test
    void whatNeedsALicenceIsNotOnlyTooDear() {
        assertThat(rejected("deepseek-r1", "2000000CNY"))
                .anyMatch(line -> line.startsWith("Server with 8 × H200: a licence is decided case by case")
                        && line.contains("; besides, CNY")
                        && line.contains("falls due"));
    }

    @Test
    void whatNoAuthorityHasToSayIsOnlyTooDear() {
        assertThat(rejected("qwen3-8b", "20000CNY"))
                .anyMatch(line -> line.matches("\\d+ options: over the budget \\(.*DGX Spark.*"));
    }

    private static List<String> rejected(String model, String budget) {
        Advice advice = Shipped.advise(
                "model",
                model,
                "as-of",
                "2026-11-29",
                "jurisdiction",
                "CN",
                "privacy",
                "on-premises",
                "budget",
                budget);
        return new OptionGroups(Language.EN).of(advice.rejected());
    }
}
