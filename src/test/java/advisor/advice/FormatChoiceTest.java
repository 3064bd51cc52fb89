package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Candidate;
import advisor.facts.Fidelity;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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

    /** Whether it takes many machines or not: what nobody knows to serve is no reason to leave what is known to. */
    @Test
    void anUndecidedFormatHidesNoneThatIsMoreFaithfulAndAdvised() {
        List<Verdict> formats = Shipped.advise(
                        "model", "qwen3-32b", "only-offers", "yes", "own", "2 x nvidia-h200-sxm-141gb")
                .verdicts()
                .get(0)
                .all();
        Verdict fine = stance(formats, Fidelity.EIGHT_BITS, Stance.RECOMMENDED, true);
        Verdict coarse = stance(formats, Fidelity.FOUR_BITS, Stance.UNDECIDED, false);
        assertThat(first(coarse, fine)).isEqualTo(fine);
        Verdict decided = stance(formats, Fidelity.FOUR_BITS, Stance.RECOMMENDED, false);
        assertThat(first(decided, fine)).isEqualTo(decided);
        Verdict unwise = stance(formats, Fidelity.EIGHT_BITS, Stance.NOT_RECOMMENDED, true);
        assertThat(first(coarse, unwise)).isEqualTo(coarse);
        Verdict unknown = stance(formats, Fidelity.AS_PUBLISHED, Stance.UNDECIDED, false);
        assertThat(first(decided, unknown)).isEqualTo(unknown);
    }

    private static Verdict first(Verdict... formats) {
        return Collections.min(List.of(formats), FormatChoice.bestFirst(List.of(formats)));
    }

    private static Verdict stance(List<Verdict> formats, Fidelity fidelity, Stance stance, boolean cramped) {
        Verdict found = formats.stream()
                .filter(format -> format.candidate().plan().fidelity() == fidelity)
                .filter(format -> format.candidate().plan().knownToRun())
                .findFirst()
                .orElseThrow();
        Candidate candidate = cramped ? found.candidate().cramped() : found.candidate();
        return new Verdict(candidate, stance, found.start(), found.score(), found.reasons());
    }

    private static double speed(Candidate format) {
        return Objects.requireNonNull(format.performance().likelyTokensPerSecondPerUser());
    }
}
