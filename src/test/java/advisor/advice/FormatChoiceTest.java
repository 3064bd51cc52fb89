package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Candidate;
import advisor.facts.Fidelity;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatChoiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"16", "64"})
    void ofFormatsThatAreAllTooSlowNoneOfFourBitsAndMoreIsTwiceAsFast(String streams) {
        Advice advice = Shipped.advise(
                "model", "deepseek-r1",
                "streams", streams,
                "only-offers", "yes",
                "own", "1 x apple-mac-studio-m3-ultra-512gb");
        OptionVerdict mac = advice.verdicts().get(0);
        assertThat(mac.best().candidate().plan().fastEnough()).isFalse();
        assertThat(mac.all())
                .filteredOn(format -> format.stance().viable())
                .extracting(Verdict::candidate)
                .filteredOn(format -> format.plan().fidelity() != Fidelity.FEWER_BITS)
                .hasSizeGreaterThan(1)
                .allMatch(format -> speed(format) <= 1 + 2 * speed(mac.best().candidate()));
    }

    private static double speed(Candidate format) {
        return Objects.requireNonNull(format.performance().likelyTokensPerSecondPerUser());
    }
}
