package advisor.sizing.speed;

/**
 * Decoding and prefill of a model on a machine, in SI units.
 *
 * <p>A decoding step takes the longer of reading the weights that it touches and of computing with them, the reading of
 * the cache, the talk between devices, and fixed times for each layer and stream. Every token also waits for its share
 * of the other streams' prompts, of which engines put only so many tokens into one step. Its own prompt a stream reads
 * before its first token and never again. Tokens that are guessed ahead are checked in the same step: they cost their
 * rows and the layers that guess them, and a step gives more than one token.
 */
public final class SpeedModel {
    private static final double OPERATIONS_PER_PARAMETER = 2;
    private static final double BYTES_PER_ACTIVATION = 2;
    private static final double BYTES_SENT_TO_AN_EXPERT = 1.5;
    private static final double ALL_REDUCES_PER_LAYER = 2;
    private static final double TRIPS_TO_THE_EXPERTS = 2;
    private static final int MOST_REMOTE_NODES_OF_A_TOKEN = 4;
    private static final double PROMPT_TOKENS_OF_A_STEP = 8192;
    /** For which a group with a prompt waits at most for the others to have one, in the runs whose groups share experts. */
    private static final double MOST_STEPS_UNTIL_GROUPS_START = 60;

    private final ModelShape shape;
    private final Machine machine;
    private final Load load;
    private final Coefficients coefficients;
    private final Wire inGroup;
    private final Wire inNode;
    private final Wire overall;

    private SpeedModel(ModelShape shape, Machine machine, Load load, Coefficients coefficients, Wires wires) {
        this.shape = shape;
        this.machine = machine;
        this.load = load;
        this.coefficients = coefficients;
        this.inGroup = wires.inGroup(machine, coefficients);
        this.inNode = wires.insideNode(machine, coefficients);
        this.overall = wires.overall(machine, coefficients);
    }

    public static Speed of(ModelShape shape, Machine machine, Load load, Coefficients coefficients, Wires wires) {
        return new SpeedModel(shape, machine, load, coefficients, wires).speed();
    }

    private Speed speed() {
        double step = stepSeconds() / load.guess().tokensOfAStep();
        double prefill = prefillSeconds();
        double token = step + othersPromptSeconds(prefill);
        double first = firstTokenSeconds(prefill, step, token);
        double box = (double) load.streams() * load.outputTokens() / (first + (load.outputTokens() - 1) * token);
        return new Speed(step, token, first, box);
    }

    /**
     * What the prompts of the other streams add to each token: as they come, or as many as one step of every group takes.
     * Copies of a dense model have prompts of their own.
     */
    private double othersPromptSeconds(double prefill) {
        double apart = shape.mixtureOfExperts() ? 1 : machine.dataParallel();
        double asTheyCome = Math.max(0, load.running() - apart) * prefill / load.outputTokens();
        double fullStep = prefill * machine.groups() * PROMPT_TOKENS_OF_A_STEP / Math.max(1, load.newPromptTokens());
        return Math.min(asTheyCome, fullStep / load.guess().tokensOfAStep());
    }

    private double stepSeconds() {
        double checked = Math.max(readSeconds(), workSeconds())
                + expertTrafficSeconds(load.rows())
                + cacheSeconds()
                + communicationSeconds()
                + fixedSeconds();
        return checked * guessingGrowth();
    }

    /** Each guess runs one more layer, after the other. */
    private double guessingGrowth() {
        return 1 + (double) load.guess().tokens() / shape.layers();
    }

    private double readSeconds() {
        double running = Math.max(1, load.rows() / machine.pipelineStages());
        double experts = shape.expertBytes() * shape.touchedShare(running) / machine.devicesOfALayer();
        double shared = shape.sharedBytes() / machine.tensorParallel();
        return (experts + shared) / (machine.bytesPerSecond() * coefficients.bandwidthShare());
    }

    private double workSeconds() {
        double operations = OPERATIONS_PER_PARAMETER * shape.activeParameters() * load.rows();
        return operations / (machine.devices() * machine.operationsPerSecond() * coefficients.decodeComputeShare());
    }

    private double cacheSeconds() {
        double held =
                streamsOfAGroup() * shape.attentionWork().read(load.meanContextTokens()) * shape.cacheBytesPerToken();
        double onOneDevice = held * shape.cacheCopies(machine.tensorParallel()) / machine.tensorParallel();
        return Math.max(
                onOneDevice / (machine.bytesPerSecond() * coefficients.cacheBandwidthShare()), lookingSeconds());
    }

    /** Where all heads look at the same vector, what they compute with it may take longer than to read it. */
    private double lookingSeconds() {
        double seen = streamsOfAGroup() * shape.attentionWork().read(load.meanContextTokens());
        double operations = seen * load.guess().rows() * shape.attention().sharedOperationsPerToken();
        return operations
                / (machine.tensorParallel()
                        * machine.sixteenBitOperationsPerSecond()
                        * coefficients.decodeComputeShare());
    }

    private double streamsOfAGroup() {
        return load.running() / machine.groups();
    }

    private double communicationSeconds() {
        double rows = load.rows() / machine.groups();
        return allReduceSeconds(rows) + expertCommunicationSeconds(rows) + handOverSeconds(rows);
    }

    /** Two all-reduces a layer, for so many rows. */
    private double allReduceSeconds(double rows) {
        int group = machine.tensorParallel();
        if (group == 1) {
            return 0;
        }
        double bytes = rows * shape.hiddenSize() * BYTES_PER_ACTIVATION * 2 * (group - 1) / group;
        return ALL_REDUCES_PER_LAYER * shape.layers() * inGroup.seconds(bytes);
    }

    /** Rows to the experts' devices and back, where attention is data-parallel. */
    private double expertCommunicationSeconds(double rows) {
        if (!sharesExpertsOverGroups()) {
            return 0;
        }
        double leaving = (machine.devices() - 1.0) / machine.devices();
        double bytes = rows * crossings() * shape.hiddenSize() * BYTES_SENT_TO_AN_EXPERT * leaving;
        return TRIPS_TO_THE_EXPERTS * shape.expertLayers() * overall.seconds(bytes);
    }

    /** Rows from each stage of a pipeline to the next. */
    private double handOverSeconds(double rows) {
        double bytes = rows * shape.hiddenSize() * BYTES_PER_ACTIVATION;
        int betweenNodes = Math.min(machine.pipelineStages(), machine.nodes()) - 1;
        int insideNodes = machine.pipelineStages() - 1 - betweenNodes;
        return betweenNodes * overall.seconds(bytes) + insideNodes * inNode.seconds(bytes);
    }

    /** Groups that attend apart and meet at the experts. */
    private boolean sharesExpertsOverGroups() {
        return shape.mixtureOfExperts() && machine.dataParallel() > 1;
    }

    /** How often a token's row crosses the narrowest wire. */
    private int crossings() {
        return machine.nodes() == 1
                ? shape.expertsPerToken()
                : Math.min(shape.expertsPerToken(), Math.min(machine.nodes() - 1, MOST_REMOTE_NODES_OF_A_TOKEN));
    }

    private double fixedSeconds() {
        return shape.layers() * coefficients.layerSeconds()
                + shape.expertLayers() * coefficients.expertLayerSeconds()
                + load.rows() / machine.groups() * shape.layers() * coefficients.streamLayerSeconds();
    }

    /** All devices' time for one prompt. */
    private double prefillSeconds() {
        return prefillWorkSeconds() + expertTrafficSeconds(load.newPromptTokens()) + prefillTalkSeconds();
    }

    private double prefillWorkSeconds() {
        double linear = OPERATIONS_PER_PARAMETER
                * shape.activeParameters()
                * load.newPromptTokens()
                / machine.operationsPerSecond();
        double attention = OPERATIONS_PER_PARAMETER
                * (shape.attentionWork().ofPrompt(load.promptTokens())
                        - shape.attentionWork().ofPrompt(load.seenTokens()))
                / machine.sixteenBitOperationsPerSecond();
        return (linear + attention) / (machine.devices() * coefficients.prefillComputeShare());
    }

    /** Rows are written out for each of their experts and read again. */
    private double expertTrafficSeconds(double rows) {
        double copies = (double) shape.expertLayers() * shape.expertsPerToken() * rows;
        double bytes = copies * shape.hiddenSize() * coefficients.expertRowBytes();
        return bytes / (machine.devices() * machine.bytesPerSecond());
    }

    /** Groups and stages talk at the same time, each of other prompts. */
    private double prefillTalkSeconds() {
        double row = (double) shape.hiddenSize() * load.newPromptTokens();
        double own = prefillAllReduceSeconds(row) + handOverSeconds(load.newPromptTokens());
        return own / machine.groups() + prefillExpertCommunicationSeconds(row / machine.dataParallel());
    }

    private double prefillAllReduceSeconds(double row) {
        int group = machine.tensorParallel();
        double bytes = row * BYTES_PER_ACTIVATION * 2 * (group - 1) / group;
        return ALL_REDUCES_PER_LAYER * shape.layers() * bytes / inGroup.bytesPerSecond();
    }

    private double prefillExpertCommunicationSeconds(double row) {
        double sent = row * crossings() * BYTES_SENT_TO_AN_EXPERT / overall.bytesPerSecond();
        return sharesExpertsOverGroups() ? TRIPS_TO_THE_EXPERTS * shape.expertLayers() * sent : 0;
    }

    /** Own prefill and a share of the others'; those beyond the capacity wait for a place (Little's law). */
    private double firstTokenSeconds(double prefill, double step, double token) {
        double queued = Math.max(queuedPrefillSeconds(prefill), backlogSeconds(prefill, step, token));
        double served = deliverySteps() * token * load.guess().tokensOfAStep() + queued;
        double waiting = (load.streams() - load.running()) / load.running();
        return served + Math.max(0, waiting) * (served + (load.outputTokens() - 1) * token);
    }

    /** Steps before the first token is out, beside its prompt. Alone it takes half of them, as one published run did. */
    private double deliverySteps() {
        double ahead = othersAhead();
        return (coefficients.firstTokenSteps() + stepsUntilGroupsStart()) * (1 + ahead) / (2 + ahead);
    }

    /** Groups that share experts read prompts together: so many steps lie between two prompts of the others. */
    private double stepsUntilGroupsStart() {
        double between = load.outputTokens() / Math.max(1, streamsOfAGroup());
        return sharesExpertsOverGroups() ? Math.min(MOST_STEPS_UNTIL_GROUPS_START, between) : 0;
    }

    /** What of a round of all running streams, their prompts and their answers, is over before the answer begins. */
    private double backlogSeconds(double prefill, double step, double token) {
        return load.running() * prefill - (load.outputTokens() - 1) * (token - step);
    }

    /** A prompt among others: never longer than all devices take for all prompts, unless it takes as long alone. */
    private double queuedPrefillSeconds(double prefill) {
        double own = prefill * groupShare() * machine.pipelineStages();
        double queued = own + coefficients.queueShare() * othersAhead() * prefill * groupShare();
        return Math.min(queued, Math.max(own, load.running() * prefill));
    }

    /** How much longer a prompt takes on one group than on all. Where only attention is apart, all share the experts. */
    private double groupShare() {
        int groups = machine.dataParallel();
        return shape.mixtureOfExperts() ? Math.max(1, groups / 2.0) : groups;
    }

    /** Each group has a queue of its own. */
    private double othersAhead() {
        return Math.max(0, load.running() / machine.dataParallel() - 1);
    }
}
