package advisor.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.report.screen.Screen;
import advisor.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerPageTest {
    /** Many plans that work, and many reasons why others do not. */
    private static final Advice ADVICE = Shipped.advise(
            "model",
            "llama-3.1-70b",
            "budget",
            "$5000k",
            "jurisdiction",
            "US",
            "privacy",
            "on-premises",
            "streams",
            "800",
            "as-of",
            "2026-11-22");

    @Test
    void aShortPageCutsThePlansAndTheReasonsAndSaysSo() {
        List<String> lines = page(40);
        assertThat(lines).hasSizeLessThanOrEqualTo(40);
        assertThat(lines)
                .anyMatch(line -> line.matches(" {5}\\d+ more: advise --all"))
                .anyMatch(line -> line.matches(" {2}- \\d+ more: advise --all"));
    }

    @Test
    void aLongPageCutsNothingThatFits() {
        assertThat(page(100)).hasSizeGreaterThan(45).noneMatch(line -> line.matches("  - \\d more: .*"));
    }

    private static List<String> page(int most) {
        return AnswerPage.of(most, ADVICE, Screen.file(Language.EN)).lines().toList();
    }
}
