package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Layout;
import advisor.facts.model.Precision;
import advisor.facts.offer.OptionKind;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayingTest {
    private static final Set<Precision> FILES = Set.of(Precision.GGUF_Q4, Precision.GGUF_Q2, Precision.GGUF_Q1);

    @Test
    void streamsWaitRatherThanRunInAPipelineThatNobodyMeasured() {
        Layout layout = candidate("b200-x8", Precision.FP4, "2000").plan().layout();
        assertThat(layout.pipelineStages()).isEqualTo(1);
    }

    @Test
    void twoThousandStreamsAreNotServedFromFilesOfFewBits() {
        Advice advice = Shipped.advise("model", "deepseek-r1", "streams", "2000");
        assertThat(advice.viable())
                .isNotEmpty()
                .filteredOn(verdict -> verdict.best().candidate().plan().fastEnough())
                .noneMatch(verdict -> FILES.contains(verdict.best().candidate().precision()));
    }

    @Test
    void aCardThatHoldsItsOwnLayersComputesForLargeBatchesAlone() {
        double few = boxSpeed("16");
        double many = boxSpeed("256");
        double rate = 989e12 * 0.15 / (2 * 37_552_297_472.0);
        assertThat(many).isBetween(few, rate);
    }

    /** Sixteen groups that attend apart held so many copies that 0.7 GB of 1,224 GB was left. */
    @Test
    void ofLayoutsThatAreAsFastAsWishedOrAllSlowerOneWithRoomIsTaken() {
        Candidate roomy = candidate("glm-5-fp8", "h100-x16-single-card-nodes", Precision.FP8, "100");
        assertThat(roomy.memory().spareShare()).isGreaterThanOrEqualTo(0.05);
        assertThat(roomy.plan().layout().dataParallel()).isLessThan(16);
        Candidate full = candidate("glm-5-fp8", "ascend-910b-x16", Precision.INT8, "50");
        assertThat(full.memory().spareShare()).isLessThan(0.05);
        assertThat(full.plan().layout().dataParallel()).isEqualTo(2);
    }

    private static double boxSpeed(String streams) {
        Candidate candidate = candidate("h200-sxm-x8-self-built", Precision.GGUF_Q1, streams);
        return candidate.performance().outputTokensPerSecond().likely()
                / candidate.plan().units();
    }

    private static Candidate candidate(String option, Precision precision, String streams) {
        return candidate("deepseek-r1", option, precision, streams);
    }

    private static Candidate candidate(String model, String option, Precision precision, String streams) {
        var verdict = Shipped.verdict(Shipped.advise("model", model, "streams", streams), option);
        assertThat(verdict.option().kind()).isEqualTo(OptionKind.PURCHASE);
        return Stream.concat(Stream.of(verdict.best()), verdict.variants().stream())
                .map(Verdict::candidate)
                .filter(candidate -> candidate.precision() == precision)
                .findFirst()
                .orElseThrow();
    }
}
