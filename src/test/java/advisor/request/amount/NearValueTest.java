package advisor.request.amount;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes a value otherwise is told the value that was meant, and not another. */
class NearValueTest {
    @ParameterizedTest
    @CsvSource({
        "horizon, 3y, 36",
        "horizon, 2 years, 24",
        "horizon, 五年, 36",
        "horizon, 48m, 48",
        "streams, 16x, 16",
        "streams, about 200, 200",
        "streams, many, 16",
        "streams, 1万, 16",
        "requests-per-day, '10,000', 10000",
        "horizon, 1.5y, 36",
        "as-of, 2026-11, 2026-11-22",
        "as-of, 202611, 2026-11-22",
        "as-of, 01.02.2026, 2026-02-01",
        "as-of, 2026/2/1, 2026-02-01",
        "as-of, 20260201, 2026-02-01",
        "as-of, 13/02/2026, 2026-02-13",
        "as-of, 02/13/2026, 2026-02-13",
        "as-of, yesterday, 2026-11-22",
        "budget, 3 million, 3M",
        "budget, 3.000.000, 3000000",
        "budget, 3.000.000 EUR, 3000000EUR"
    })
    void theNearestValueIsNamed(String field, String typed, String meant) {
        CommandRun run = CommandRun.of("advise", "--model=deepseek-r1", "--lang=en", "--" + field + "=" + typed);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines().filter(line -> line.startsWith("Maybe "))).containsExactly("Maybe " + meant + "?");
    }

    /** The shell has taken the two words apart. */
    @Test
    void anAmountInTwoWordsIsPutTogether() {
        CommandRun run = CommandRun.of("advise", "--model=deepseek-r1", "--lang=en", "--budget", "300K", "USD");
        assertThat(run.err()).contains("Not known here: USD.", "Maybe --budget \"300K USD\"?");
    }

    /** The second of January or the first of February: neither is guessed. */
    @Test
    void aDayThatMayBeEitherIsNotGuessed() {
        assertThat(NearValue.day("01/02/2026", "2026-11-22")).isEqualTo("2026-11-22");
        assertThat(NearValue.day("02/02/2026", "2026-11-22")).isEqualTo("2026-02-02");
    }
}
