package advisor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.text.Language;
import org.junit.jupiter.api.Test;

class LoadTextTest {
    private static final Advice ADVICE =
            Shipped.advise("model", "qwen3-8b", "as-of", "2026-11-22", "users", "2000", "preset", "chat");

    @Test
    void theAdviceSaysHowTheLoadCameAboutInBothLanguages() {
        assertThat(new Uncertainties(Language.EN).of(ADVICE))
                .contains(
                        "Streams: 200 = 2,000 (users) × 0.1 [0.02–0.2] "
                                + "(Share of the users who are answered at once when most ask)",
                        "Prompt tokens: 2,000 tokens (Tokens of a prompt, chat)");
        assertThat(new Uncertainties(Language.ZH).of(ADVICE))
                .contains("并发路数：200 = 2,000 (用户数) × 0.1 [0.02–0.2] (最忙时同时得到回答的用户比例)");
    }

    @Test
    void whatFollowsFromTheWordsIsNoDefault() {
        assertThat(new Uncertainties(Language.EN).of(ADVICE))
                .filteredOn(line -> line.startsWith("Assumed because nothing was said"))
                .singleElement()
                .asString()
                .contains("36 months")
                .doesNotContain("streams", "prompts of", "answers of");
    }

    @Test
    void aLoadInFiguresNeedsNoWords() {
        Advice advice = Shipped.advise("model", "qwen3-8b", "as-of", "2026-11-22", "streams", "20");
        assertThat(LoadText.of(advice, new FormulaText(Language.EN, null), Language.EN))
                .isEmpty();
    }
}
