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
        String mean = "2,000 (users) × 6 requests/d [2 requests/d–23 requests/d] (Requests of a user in a day) × 4 "
                + "[1.25–6] (Requests of the busiest time over the mean of the day) × (400 tokens (tokens of an "
                + "answer) ÷ 20 tokens/s (Speed of a busy stream when the request names none)) ÷ 86,400 s (seconds of "
                + "a day)";
        assertThat(new Uncertainties(Language.EN).of(ADVICE))
                .contains(
                        "Streams: 17 = " + mean
                                + " + 1.65 (Deviations of chance kept free above the mean of the busiest time) × (("
                                + mean + ") ^ 0.5 (square root)), rounded up",
                        "Prompt tokens: 2,000 tokens (Tokens of a prompt, chat)");
        assertThat(new Uncertainties(Language.ZH).of(ADVICE)).anySatisfy(line -> assertThat(line)
                .startsWith("并发路数：17 = 2,000 (用户数) × 6 次/日 [2 次/日–23 次/日] (每位用户每日请求数) × 4 [1.25–6] "
                        + "(高峰请求率与全天均值之比) × (400 token (每个回答的 token) ÷ 20 token/秒 (请求未指定速度时每路繁忙并发的速度)) "
                        + "÷ 86,400 秒 (每日秒数) + 1.65 (高峰均值之上为随机波动预留的标准差倍数)")
                .endsWith(" ^ 0.5 (平方根))，向上取整"));
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
