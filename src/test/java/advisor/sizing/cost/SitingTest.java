package advisor.sizing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.CostPart;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitingTest {
    private static final String[] CHAT = {
        "model", "gpt-oss-120b", "preset", "chat", "jurisdiction", "US", "privacy", "on-premises"
    };

    @ParameterizedTest
    @CsvSource({
        "rtx-pro-6000-x1, 1, 1",
        "rtx-pro-6000-x1, 2, 1",
        "rtx-pro-6000-x1, 4, 0.5",
        "rtx-4090-x2, 2, 0.5",
        "rtx-pro-6000-x8, 1, 0",
        "h100-pcie-x2, 1, 0",
        "deepinfra, 1, 0",
    })
    void theFirstTwoDevicesStandUnderADesk(String option, int units, double share) {
        assertThat(Shipped.catalog().options().get(option).deskShare(units)).isEqualTo(share, Offset.offset(1e-12));
    }

    @Test
    void noFurtherBoxCostsMoreThanTwiceWhatTheOneBeforeItDid() {
        double[] totals = Stream.of("300", "700", "1000", "1300")
                .map(SitingTest::boxes)
                .mapToDouble(plan -> plan.cost().likelyTotal().amount().doubleValue())
                .toArray();
        IntStream.range(2, totals.length)
                .forEach(i -> assertThat(totals[i] - totals[i - 1]).isLessThan(2 * (totals[1] - totals[0])));
    }

    @Test
    void whoOwnsAMachineLooksAfterItAsItIs() {
        Cost own = owned("1 x nvidia-t4");
        Cost other = owned("1 x nvidia-rtx-3090");
        assertThat(own.part(CostPart.STAFF)).isEqualTo(other.part(CostPart.STAFF));
    }

    private static Candidate boxes(String users) {
        return advice("users", users, "active-share", "0.1")
                .verdict("rtx-pro-6000-x1")
                .best()
                .candidate();
    }

    private static Cost owned(String machine) {
        Advice advice = Shipped.advise("model", "qwen3-8b", "streams", "1", "jurisdiction", "DE", "own", machine);
        return advice.verdicts().stream()
                .filter(option -> option.option().owned())
                .findFirst()
                .orElseThrow()
                .best()
                .candidate()
                .cost();
    }

    private static Advice advice(String... more) {
        return Shipped.advise(Stream.concat(Stream.of(CHAT), Stream.of(more)).toArray(String[]::new));
    }
}
