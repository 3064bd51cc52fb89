package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Network;
import advisor.facts.model.Attention;
import advisor.facts.model.LayerSpan;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The formulas against values worked out apart from this code, and against what they must do when a load changes. */
class SpeedModelTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(0.7);

    private static final Wires WIRES =
            new Wires(Map.of(Interconnect.NVLINK_SWITCH, 1.0, Interconnect.PCIE, 3.0), 1.22e-4, 1.3e-3, 5e10);

    private static final Coefficients SGLANG =
            new Coefficients(0.95, 0.839, 0.635, 0.69, 112, 6.64e-6, 0.677, 4.03e-5, 6.65e-5, 3.6e-7, 0.184, 17);

    private static final Coefficients VLLM =
            new Coefficients(0.95, 0.839, 0.635, 0.563, 112, 6.64e-6, 0.677, 5.62e-5, 7.27e-5, 1.0e-6, 0.0613, 6);

    private static final ModelShape R1 = new ModelShape(
            61,
            58,
            671_026_419_200.0,
            37_552_297_472.0,
            256,
            8,
            70_272,
            Shapes.LATENT,
            7168,
            AttentionWork.dense(61, 128 * 160),
            675.0e9);

    private static final ModelShape LLAMA_70B = new ModelShape(
            80,
            0,
            70_553_706_496.0,
            70_553_706_496.0,
            0,
            0,
            163_840,
            Shapes.GROUPED,
            8192,
            AttentionWork.dense(80, 64 * 128),
            72.65e9);

    private static final Machine EIGHT_H200 = nvlink(8, 4.8e12);

    @Test
    void eightH200WithSixtyFourLongPrompts() {
        Speed speed = SpeedModel.of(R1, EIGHT_H200, new Load(64, 64, 8192, 1024, 0), SGLANG, WIRES);
        assertThat(speed.stepSeconds()).isCloseTo(0.0356676, ROUNDING);
        assertThat(speed.tokenSeconds()).isCloseTo(0.0512012, ROUNDING);
        assertThat(speed.firstTokenSeconds()).isCloseTo(3.99638, ROUNDING);
        assertThat(speed.boxTokensPerSecond()).isCloseTo(1162.5, ROUNDING);
    }

    @Test
    void eightH200WithFourShortPrompts() {
        Speed speed = SpeedModel.of(R1, EIGHT_H200, new Load(4, 400, 1024, 1024, 0), SGLANG, WIRES);
        assertThat(speed.tokenSeconds()).isCloseTo(0.0101295, ROUNDING);
        assertThat(speed.firstTokenSeconds()).isCloseTo(0.18074, ROUNDING);
        assertThat(speed.boxTokensPerSecond()).isCloseTo(388.5, ROUNDING);
    }

    /** A step of one guess of which four of five are right takes little more and gives 1.8 tokens. */
    @Test
    void oneGuessAheadForOneUser() {
        Speed none = SpeedModel.of(R1, EIGHT_H200, new Load(1, 400, 1024, 1024, 0), SGLANG, WIRES);
        Speed one = SpeedModel.of(R1, EIGHT_H200, guessing(1, 0.82), SGLANG, WIRES);
        assertThat(none.tokenSeconds() / one.tokenSeconds()).isBetween(1.5, 1.8);
        assertThat(one.firstTokenSeconds()).isBetween(none.firstTokenSeconds(), 1.15 * none.firstTokenSeconds());
    }

    /** Guesses that are never right cost their rows; those that always are give a token each. */
    @Test
    void guessesNeverRightCostAndAlwaysRightGiveATokenEach() {
        double none =
                SpeedModel.of(R1, EIGHT_H200, guessing(0, 0), SGLANG, WIRES).tokenSeconds();
        for (int guesses = 1; guesses <= 8; guesses++) {
            double wrong = SpeedModel.of(R1, EIGHT_H200, guessing(guesses, 0), SGLANG, WIRES)
                    .tokenSeconds();
            double right = SpeedModel.of(R1, EIGHT_H200, guessing(guesses, 1), SGLANG, WIRES)
                    .tokenSeconds();
            assertThat(wrong).isGreaterThan(none);
            assertThat(right).isLessThan(none).isGreaterThan(none / (1 + guesses));
        }
    }

    private static Load guessing(int tokens, double acceptance) {
        return new Load(1, 400, 1024, 1024, 0, new Guess(tokens, acceptance));
    }

    /** Ten steps more, each as long as a token takes, of which one in 65 is spared. */
    @Test
    void theFirstTokenWaitsForStepsNotForSeconds() {
        Load load = new Load(64, 64, 8192, 1024, 0);
        Coefficients later =
                new Coefficients(0.95, 0.839, 0.635, 0.69, 112, 6.64e-6, 0.677, 4.03e-5, 6.65e-5, 3.6e-7, 0.184, 27);
        Speed soon = SpeedModel.of(R1, EIGHT_H200, load, SGLANG, WIRES);
        Speed late = SpeedModel.of(R1, EIGHT_H200, load, later, WIRES);
        assertThat(late.firstTokenSeconds() - soon.firstTokenSeconds())
                .isCloseTo(10 * 64 / 65.0 * soon.tokenSeconds(), Percentage.withPercentage(1e-6));
    }

    /** 1,000 rows to 8 experts in 58 layers, 7,168 values of 112 bytes each, on 8 × 4.8 TB/s. */
    @Test
    void rowsSentToExpertsCostAStepWhatTheyCostAPrompt() {
        Coefficients free =
                new Coefficients(0.95, 0.839, 0.635, 0.69, 0, 6.64e-6, 0.677, 4.03e-5, 6.65e-5, 3.6e-7, 0.184, 17);
        Load load = new Load(1000, 1000, 1, 1, 0);
        double traffic = SpeedModel.of(R1, EIGHT_H200, load, SGLANG, WIRES).stepSeconds()
                - SpeedModel.of(R1, EIGHT_H200, load, free, WIRES).stepSeconds();
        assertThat(traffic).isCloseTo(0.0097003, ROUNDING);
    }

    /** 2 × 128 heads × (2 × 512 + 64) in 61 layers for each of 40,000 tokens, at 0.635 of 989 TFLOPS on each of 8. */
    @Test
    void whereAllHeadsLookAtOneVectorTheyComputeLongerThanTheyRead() {
        Attention latent = new Attention.Latent(128, 512, 64, new LayerSpan(61, 0, 0));
        ModelShape narrow = new ModelShape(
                61,
                58,
                671_026_419_200.0,
                37_552_297_472.0,
                256,
                8,
                1,
                latent,
                7168,
                AttentionWork.dense(61, 128 * 160),
                675.0e9);
        double longer = SpeedModel.of(narrow, EIGHT_H200, new Load(100, 100, 40_000, 1, 0), SGLANG, WIRES)
                .stepSeconds();
        double shorter = SpeedModel.of(narrow, EIGHT_H200, new Load(100, 100, 1, 1, 0), SGLANG, WIRES)
                .stepSeconds();
        assertThat(longer - shorter).isCloseTo(100 * 16_990_208 * 40_000.0 / (8 * 0.635 * 989e12), ROUNDING);
    }

    @Test
    void aDenseModelOnTwoCards() {
        Speed speed = SpeedModel.of(LLAMA_70B, nvlink(2, 3.35e12), new Load(4, 100, 1024, 1024, 0), VLLM, WIRES);
        assertThat(speed.tokenSeconds()).isCloseTo(0.0177454, ROUNDING);
        assertThat(speed.boxTokensPerSecond()).isCloseTo(224.045, ROUNDING);
    }

    @Test
    void sixteenNodesOverEthernetTakeMostOfASecondForAToken() {
        Machine nodes = new Machine(
                16, 16, 16, 1, 1, 3.35e12, 1979e12, 989e12, 450e9, Interconnect.NVLINK_SWITCH, Network.ETHERNET);
        Speed speed = SpeedModel.of(R1, nodes, new Load(1, 100, 128, 128, 0), SGLANG, WIRES);
        assertThat(speed.userTokensPerSecond()).isBetween(1.4, 1.7);
    }

    @Test
    void whoDoesNotFitWaits() {
        Speed roomy = SpeedModel.of(R1, EIGHT_H200, new Load(64, 64, 1024, 1024, 0), SGLANG, WIRES);
        Speed tight = SpeedModel.of(R1, EIGHT_H200, new Load(64, 16, 1024, 1024, 0), SGLANG, WIRES);
        assertThat(tight.firstTokenSeconds()).isGreaterThan(10 * roomy.firstTokenSeconds());
        assertThat(tight.tokenSeconds()).isLessThan(roomy.tokenSeconds());
    }

    @Test
    void aLinkWithoutSwitchIsSlower() {
        Machine cards = new Machine(8, 1, 8, 1, 1, 4.8e12, 1979e12, 989e12, 64e9, Interconnect.PCIE, Network.NONE);
        Load load = new Load(16, 100, 4096, 1024, 0);
        assertThat(SpeedModel.of(R1, cards, load, SGLANG, WIRES).tokenSeconds())
                .isGreaterThan(
                        SpeedModel.of(R1, EIGHT_H200, load, SGLANG, WIRES).tokenSeconds());
    }

    @Test
    void replicasOfADenseModelOnTwoNodesDoNotTalkOverTheWireBetween() {
        Load load = new Load(16, 100, 4096, 1024, 0);
        Load half = new Load(8, 100, 4096, 1024, 0);
        Speed one = SpeedModel.of(LLAMA_70B, nvlink(8, 3.35e12), half, VLLM, WIRES);
        Speed two = SpeedModel.of(LLAMA_70B, twoNodes(8, 2, 1), load, VLLM, WIRES);
        assertThat(two.tokenSeconds()).isCloseTo(one.tokenSeconds(), Percentage.withPercentage(1e-6));
    }

    @Test
    void aGroupOverTwoNodesTalksOverTheWireBetween() {
        Load load = new Load(16, 100, 4096, 1024, 0);
        double inside =
                SpeedModel.of(LLAMA_70B, twoNodes(8, 2, 1), load, VLLM, WIRES).stepSeconds();
        double over =
                SpeedModel.of(LLAMA_70B, twoNodes(16, 1, 1), load, VLLM, WIRES).stepSeconds();
        assertThat(over - inside).isGreaterThan(2 * 80 * 1.22e-4 * 0.8);
    }

    @Test
    void expertsOnTwoNodesAreReachedOverTheWireBetween() {
        Load load = new Load(16, 100, 4096, 1024, 0);
        Machine joined =
                new Machine(16, 1, 8, 2, 1, 3.35e12, 1979e12, 989e12, 450e9, Interconnect.NVLINK_SWITCH, Network.NONE);
        double apart = SpeedModel.of(R1, twoNodes(8, 2, 1), load, SGLANG, WIRES).stepSeconds();
        double near = SpeedModel.of(R1, joined, load, SGLANG, WIRES).stepSeconds();
        assertThat(apart - near).isBetween(2 * 58 * 1.22e-4, 2 * 58 * 1.22e-4 * 1.2);
    }

    @Test
    void stagesOnTwoNodesHandOverOnce() {
        Load load = new Load(2, 100, 4096, 1024, 0);
        Machine joined =
                new Machine(16, 1, 8, 1, 2, 3.35e12, 1979e12, 989e12, 450e9, Interconnect.NVLINK_SWITCH, Network.NONE);
        double apart =
                SpeedModel.of(LLAMA_70B, twoNodes(8, 1, 2), load, VLLM, WIRES).stepSeconds();
        double near = SpeedModel.of(LLAMA_70B, joined, load, VLLM, WIRES).stepSeconds();
        assertThat(apart - near).isBetween(1.22e-4, 1.22e-4 * 1.1);
    }

    @Test
    void countsBeyondAnIntegerDoNotTurnOver() {
        Speed longest = SpeedModel.of(R1, EIGHT_H200, new Load(100_000, 100, 1_000_000, 100_000, 0), SGLANG, WIRES);
        Speed half = SpeedModel.of(R1, EIGHT_H200, new Load(100_000, 100, 500_000, 100_000, 0), SGLANG, WIRES);
        assertThat(longest.boxTokensPerSecond()).isPositive().isLessThan(half.boxTokensPerSecond());
        assertThat(longest.firstTokenSeconds()).isGreaterThan(half.firstTokenSeconds());
    }

    @Test
    void thePromptsShareOfTheWireGrowsWithThePrompt() {
        Machine wired = new Machine(8, 1, 8, 1, 1, 1e18, 1e21, 1e21, 1e9, Interconnect.PCIE, Network.NONE);
        Speed once = SpeedModel.of(R1, wired, new Load(1, 1, 200_000, 1, 0), SGLANG, WIRES);
        Speed twice = SpeedModel.of(R1, wired, new Load(1, 1, 400_000, 1, 0), SGLANG, WIRES);
        assertThat(promptSeconds(twice, SGLANG, 1) / promptSeconds(once, SGLANG, 1))
                .isCloseTo(2, Percentage.withPercentage(1));
    }

    /** Eight devices with a link to each other use seven of it, two of them one. */
    @Test
    void aGroupOfTwoUsesOneLinkOfAMesh() {
        Wires wires = new Wires(Map.of(Interconnect.PCIE, 3.0, Interconnect.HCCS_MESH, 3.0), 1.22e-4, 1.3e-3, 5e10);
        Load load = new Load(1, 1, 100_000, 1, 0);
        for (int devices : new int[] {2, 4, 8}) {
            double used = (devices - 1) / 7.0;
            Machine mesh = new Machine(
                    devices, 1, devices, 1, 1, 1e18, 1e21, 1e21, 2e11, Interconnect.HCCS_MESH, Network.NONE);
            Machine wired = new Machine(
                    devices, 1, devices, 1, 1, 1e18, 1e21, 1e21, 2e11 * used, Interconnect.PCIE, Network.NONE);
            assertThat(SpeedModel.of(R1, mesh, load, SGLANG, wires).firstTokenSeconds())
                    .isCloseTo(
                            SpeedModel.of(R1, wired, load, SGLANG, wires).firstTokenSeconds(),
                            Percentage.withPercentage(1e-6));
        }
    }

    @Test
    void copiesOfADenseModelHaveAQueueEach() {
        Speed one = SpeedModel.of(LLAMA_70B, nvlink(8, 3.35e12), new Load(8, 100, 4096, 1024, 0), VLLM, WIRES);
        Speed two = SpeedModel.of(LLAMA_70B, twoNodes(8, 2, 1), new Load(16, 100, 4096, 1024, 0), VLLM, WIRES);
        assertThat(two.firstTokenSeconds()).isCloseTo(one.firstTokenSeconds(), Percentage.withPercentage(1e-6));
    }

    @Test
    void noPromptWaitsLongerThanTheMachineTakesForAll() {
        Load load = new Load(512, 512, 4096, 1024, 0);
        Speed speed = SpeedModel.of(R1, twoNodes(1, 16, 1), load, SGLANG, WIRES);
        double ofTheOthers = (speed.tokenSeconds() - speed.stepSeconds()) * load.outputTokens();
        double allPrompts = ofTheOthers * load.streams() / (load.streams() - 1);
        assertThat(promptSeconds(speed, SGLANG, 512)).isLessThanOrEqualTo(allPrompts * (1 + 1e-9));
    }

    private static Machine twoNodes(int tensor, int data, int stages) {
        return new Machine(
                16, 2, tensor, data, stages, 3.35e12, 1979e12, 989e12, 450e9, Interconnect.NVLINK_SWITCH, Network.RDMA);
    }

    /**
     * What of the wait for the first token is prompts, its own and those of others.
     *
     * @param streams in one queue
     */
    private static double promptSeconds(Speed speed, Coefficients coefficients, int streams) {
        double steps = coefficients.firstTokenSteps() * streams / (streams + 1.0);
        return speed.firstTokenSeconds() - steps * speed.tokenSeconds();
    }

    private static Machine nvlink(int devices, double bytesPerSecond) {
        return new Machine(
                devices,
                1,
                devices,
                1,
                1,
                bytesPerSecond,
                1979e12,
                989e12,
                450e9,
                Interconnect.NVLINK_SWITCH,
                Network.NONE);
    }

    /** New tokens still attend to those that were seen: a quarter left to read takes more than a quarter of the time. */
    @Test
    void whatWasSeenBeforeIsNotReadAgain() {
        Speed anew = SpeedModel.of(R1, EIGHT_H200, new Load(1, 100, 65_536, 1024, 0), SGLANG, WIRES);
        Speed seen = SpeedModel.of(R1, EIGHT_H200, new Load(1, 100, 65_536, 1024, 0.75), SGLANG, WIRES);
        assertThat(promptSeconds(seen, SGLANG, 1) / promptSeconds(anew, SGLANG, 1))
                .isBetween(0.25, 0.45);
        assertThat(seen.boxTokensPerSecond()).isGreaterThan(anew.boxTokensPerSecond());
        assertThat(seen.stepSeconds()).isEqualTo(anew.stepSeconds());
    }
}
