package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.OptionVerdict;
import org.junit.jupiter.api.Test;

/** What a service takes for answers after thought. */
class ReasoningPriceTest {
    @Test
    void thoughtIsPaidAtItsOwnPriceWhereAProviderHasOne() {
        assertThat(total("reasoning") / total("chat")).isBetween(2.3, 2.5);
    }

    @Test
    void ofTwoReleasesThatIsTakenWhichTheUseCountsOn() {
        assertThat(served("reasoning")).isEqualTo("Qwen3-Next-80B-A3B-Thinking");
        assertThat(served("rag")).isEqualTo("Qwen3-Next-80B-A3B-Instruct");
    }

    private static double total(String preset) {
        return verdict("qwen3-235b-a22b", preset)
                .best()
                .candidate()
                .cost()
                .likelyTotal()
                .amount()
                .doubleValue();
    }

    private static String served(String preset) {
        return verdict("qwen3-next-80b-a3b", preset).option().offers().get(0).serves();
    }

    private static OptionVerdict verdict(String model, String preset) {
        return Shipped.advise(
                        "model",
                        model,
                        "preset",
                        preset,
                        "jurisdiction",
                        "CN",
                        "privacy",
                        "in-country",
                        "streams",
                        "10",
                        "prompt-tokens",
                        "300",
                        "output-tokens",
                        "4700",
                        "as-of",
                        "2026-11-28")
                .verdict("alibaba-cn");
    }
}
