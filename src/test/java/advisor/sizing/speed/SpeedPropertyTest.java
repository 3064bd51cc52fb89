package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Network;
import advisor.facts.unit.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What holds of the speed of every machine and load, on drawn ones. */
class SpeedPropertyTest {
    private static final Wires WIRES =
            new Wires(Map.of(Interconnect.NVLINK_SWITCH, 1.0, Interconnect.PCIE, 3.0), 1.22e-4, 1.3e-3, 5e10);
    private static final double ROUNDING = 1 + 1e-9;
    private static final int DRAWS = 3000;
    private static final List<MeasuredRun> RUNS = MeasuredRun.all();

    private final Random random = new Random(17);

    private record Drawn(ModelShape shape, Machine machine, Coefficients coefficients) {
        Speed under(Load load) {
            return SpeedModel.of(shape, machine, load, coefficients, WIRES);
        }

        /** The same so many times over, in as many more groups. */
        Drawn times(int times) {
            Machine more = new Machine(
                    times * machine.devices(),
                    machine.nodes(),
                    machine.tensorParallel(),
                    times * machine.dataParallel(),
                    machine.pipelineStages(),
                    machine.bytesPerSecond(),
                    machine.operationsPerSecond(),
                    machine.sixteenBitOperationsPerSecond(),
                    machine.linkBytesPerSecond(),
                    machine.link(),
                    machine.network());
            return new Drawn(shape, more, coefficients);
        }
    }

    @Test
    void theNextTokenDoesNotComeSoonerUnderMoreLoad() {
        for (int i = 0; i < DRAWS; i++) {
            Drawn drawn = drawn();
            Load load = load(1 + random.nextInt(500));
            Load more = new Load(
                    load.streams() + 1 + random.nextInt(100),
                    load.capacityStreams(),
                    load.promptTokens(),
                    load.outputTokens(),
                    load.seenShare());
            assertThat(drawn.under(more).tokenSeconds() * ROUNDING)
                    .as("%s, %s then %s", drawn, load, more)
                    .isGreaterThanOrEqualTo(drawn.under(load).tokenSeconds());
        }
    }

    @Test
    void theFirstTokenDoesNotComeSoonerAfterALongerPrompt() {
        for (int i = 0; i < DRAWS; i++) {
            Drawn drawn = drawn();
            Load load = load(1 + random.nextInt(500));
            int longer = load.promptTokens() + 1 + random.nextInt(20_000);
            double capacity = Math.max(1, Math.floor(load.capacityStreams() * load.promptTokens() / longer));
            Load more = new Load(load.streams(), capacity, longer, load.outputTokens(), load.seenShare());
            assertThat(drawn.under(more).firstTokenSeconds() * ROUNDING)
                    .as("%s, %s then %s", drawn, load, more)
                    .isGreaterThanOrEqualTo(drawn.under(load).firstTokenSeconds());
        }
    }

    /** Of one stream all that is left is its cache, which is longer by half of the answer on average. */
    @Test
    void howLongAnAnswerIsCountsForItsCacheAlone() {
        for (int i = 0; i < DRAWS; i++) {
            Drawn drawn = drawn();
            Load load = load(1);
            int shorter = 1 + random.nextInt(load.outputTokens());
            int promptOfSameContext = load.promptTokens() + (load.outputTokens() - shorter) / 2;
            Load same = new Load(
                    1,
                    load.capacityStreams(),
                    promptOfSameContext,
                    load.outputTokens() - 2 * (promptOfSameContext - load.promptTokens()),
                    0);
            assertThat(drawn.under(same).tokenSeconds())
                    .as("%s, %s then %s", drawn, load, same)
                    .isCloseTo(drawn.under(load).tokenSeconds(), Percentage.withPercentage(1e-6));
        }
    }

    /** Streams that are answered are never more tokens than the machine computes. */
    @Test
    void noRoundOfAllStreamsIsShorterThanItsPromptsAndSteps() {
        for (int i = 0; i < DRAWS; i++) {
            Drawn drawn = drawn();
            int streams = 1 + random.nextInt(500);
            Load load = new Load(streams, streams, 1 + random.nextInt(60_000), 1 + random.nextInt(2000), 0);
            Load alone = new Load(1, 1, load.promptTokens(), 1, 0);
            Speed speed = drawn.under(load);
            double prompts = streams
                    * (drawn.under(alone).firstTokenSeconds()
                            - steps(drawn, alone) * drawn.under(alone).tokenSeconds())
                    / groups(drawn.machine());
            double round = speed.firstTokenSeconds() + (load.outputTokens() - 1) * speed.tokenSeconds();
            assertThat(round * ROUNDING)
                    .as("%s, %s", drawn, load)
                    .isGreaterThanOrEqualTo(prompts + (load.outputTokens() - 1) * speed.stepSeconds());
        }
    }

    /** A lasting load takes in no more prompts than the machine reads in what its steps leave of the time. */
    @Test
    void noMorePromptsAreTakenInThanAreReadBesideTheSteps() {
        for (int i = 0; i < DRAWS; i++) {
            Drawn drawn = drawn();
            Load load = load(1 + random.nextInt(500));
            Speed speed = drawn.under(load);
            double answersASecond = speed.boxTokensPerSecond() / load.outputTokens();
            double reading = answersASecond * promptSeconds(drawn, load);
            double decoding = answersASecond * load.outputTokens() * speed.stepSeconds() / load.running();
            assertThat(reading + decoding)
                    .as("%s, %s", drawn, load)
                    .isPositive()
                    .isLessThanOrEqualTo(ROUNDING);
        }
    }

    /**
     * As many devices, groups and streams more keep step: none of them waits longer, were there no way between them to pay
     * for, but that a group reads with the others what it had read alone.
     */
    @Test
    void asManyGroupsAndStreamsMoreWaitNoLonger() {
        for (int i = 0; i < DRAWS; i++) {
            Drawn drawn = withoutTalk(drawn()).times(2);
            int times = 2 + random.nextInt(9);
            Load load = load(1 + random.nextInt(500));
            Load more = new Load(
                    times * load.streams(),
                    times * load.capacityStreams(),
                    load.promptTokens(),
                    load.outputTokens(),
                    load.seenShare());
            Speed few = drawn.under(load);
            Speed many = drawn.times(times).under(more);
            double apart = promptSeconds(drawn, load) / load.outputTokens();
            assertThat(many.tokenSeconds())
                    .as("%s times %s, %s", times, drawn, load)
                    .isLessThanOrEqualTo((few.tokenSeconds() + apart) * ROUNDING);
            assertThat(many.firstTokenSeconds())
                    .as("%s times %s, %s", times, drawn, load)
                    .isLessThanOrEqualTo(
                            few.firstTokenSeconds() * (few.tokenSeconds() + apart) / few.tokenSeconds() * ROUNDING);
        }
    }

    /** The prompts of others add to each token what there is of them, or a full step of every group. */
    @Test
    void eachGroupTakesAStepOfPromptsOfItsOwn() {
        for (int i = 0; i < DRAWS; i++) {
            Drawn drawn = withoutTalk(drawn()).times(2);
            Load flood = new Load(100_000, 100_000, 60_000, 1, 0);
            double added =
                    drawn.under(flood).tokenSeconds() - drawn.under(flood).stepSeconds();
            assertThat(drawn.times(4).under(flood).tokenSeconds()
                            - drawn.times(4).under(flood).stepSeconds())
                    .as("%s", drawn)
                    .isCloseTo(added, Percentage.withPercentage(1e-3));
        }
    }

    private Drawn withoutTalk(Drawn drawn) {
        Machine of = drawn.machine();
        Coefficients fitted = drawn.coefficients();
        return new Drawn(
                drawn.shape(),
                new Machine(
                        of.devices(),
                        1,
                        of.tensorParallel(),
                        of.dataParallel(),
                        1,
                        of.bytesPerSecond(),
                        of.operationsPerSecond(),
                        of.sixteenBitOperationsPerSecond(),
                        1e18,
                        of.link(),
                        of.network()),
                new Coefficients(
                        fitted.bandwidthShare(),
                        fitted.cacheBandwidthShare(),
                        fitted.decodeComputeShare(),
                        fitted.prefillComputeShare(),
                        fitted.expertRowBytes(),
                        0,
                        1,
                        fitted.layerSeconds(),
                        fitted.expertLayerSeconds(),
                        fitted.streamLayerSeconds(),
                        fitted.queueShare(),
                        fitted.firstTokenSteps()));
    }

    /** All devices' time for one prompt: what a lone stream waits for its first token beside half of the steps. */
    private static double promptSeconds(Drawn drawn, Load load) {
        Load alone = new Load(1, 1, load.promptTokens(), load.outputTokens(), load.seenShare());
        Speed speed = drawn.under(alone);
        double own = speed.firstTokenSeconds() - steps(drawn, alone) / 2 * speed.tokenSeconds();
        double groups = drawn.machine().dataParallel();
        return own / (drawn.shape().mixtureOfExperts() ? Math.max(1, groups / 2) : groups);
    }

    /** Groups that share experts start together, 60 steps later at most. */
    private static double steps(Drawn drawn, Load alone) {
        boolean together = drawn.shape().mixtureOfExperts() && drawn.machine().dataParallel() > 1;
        return drawn.coefficients().firstTokenSteps() + (together ? Math.min(60, alone.outputTokens()) : 0);
    }

    private static double groups(Machine machine) {
        return machine.dataParallel() * machine.pipelineStages();
    }

    private Drawn drawn() {
        ModelShape shape = RUNS.get(random.nextInt(RUNS.size())).shape();
        int tensor = 1 << random.nextInt(4);
        int data = random.nextInt(3) == 0 ? 1 << random.nextInt(3) : 1;
        double bandwidth = 3e11 + random.nextDouble() * 8e12;
        double sixteenBit = 3e13 + random.nextDouble() * 2e15;
        Machine machine = new Machine(
                tensor * data,
                1,
                tensor,
                data,
                1,
                bandwidth,
                sixteenBit * (1 + random.nextInt(4)),
                sixteenBit,
                3e10 + random.nextDouble() * 9e11,
                random.nextBoolean() ? Interconnect.NVLINK_SWITCH : Interconnect.PCIE,
                Network.NONE);
        Coefficients coefficients = new Coefficients(
                0.88,
                0.8,
                0.6,
                0.3 + random.nextDouble() * 0.7,
                random.nextBoolean() ? 120 : 1700,
                6e-6,
                0.65,
                5e-5,
                5e-5,
                5e-7,
                random.nextDouble() * 0.3,
                10);
        return new Drawn(shape, machine, coefficients);
    }

    private Load load(int streams) {
        return new Load(
                streams,
                1 + random.nextInt(600),
                1 + random.nextInt(60_000),
                1 + random.nextInt(4000),
                random.nextInt(3) == 0 ? random.nextDouble() : 0);
    }

    /** Hosts, processors and cards that split the layers too: of one stream, and under more load. */
    @Test
    void theSameHoldsWhereHostsCompute() {
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE));
        Candidate offloaded = Shipped.verdict(
                        Shipped.advise("model", "deepseek-r1", "streams", "1"), "ktransformers-epyc-4090")
                .best()
                .candidate();
        List<Double> tokens = IntStream.rangeClosed(0, 5)
                .mapToObj(i -> speed(parameters, offloaded, 1 << i, 512).tokensPerSecondPerUser())
                .map(interval -> -interval.likely())
                .toList();
        assertThat(tokens).isSorted();
        assertThat(speed(parameters, offloaded, 1, 16).tokensPerSecondPerUser().likely())
                .isCloseTo(
                        speed(parameters, offloaded, 1, 512)
                                .tokensPerSecondPerUser()
                                .likely(),
                        Percentage.withPercentage(5));
    }

    private static Performance speed(Parameters parameters, Candidate candidate, int streams, int output) {
        Request request = Shipped.request(
                "model", "deepseek-r1",
                "streams", Integer.toString(streams),
                "output-tokens", Integer.toString(output));
        return new SpeedSizing(request, Shapes.model("deepseek-r1"), parameters)
                .on(candidate.option(), candidate.plan(), null, candidate.memory());
    }
}
