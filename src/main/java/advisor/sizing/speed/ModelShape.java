package advisor.sizing.speed;

import advisor.facts.model.Attention;
import advisor.sizing.model.Experts;

/**
 * What the speed of a model depends on.
 *
 * @param expertLayers layers with routed experts; 0 for a dense model
 * @param totalParameters without the multi-token-prediction module
 * @param attention how the cache is shared out over devices
 * @param attentionWork what attention computes and reads
 * @param weightBytes the checkpoint in the format it is run in
 */
public record ModelShape(
        int layers,
        int expertLayers,
        double totalParameters,
        double activeParameters,
        int routedExperts,
        int expertsPerToken,
        double cacheBytesPerToken,
        Attention attention,
        int hiddenSize,
        AttentionWork attentionWork,
        double weightBytes) {

    boolean mixtureOfExperts() {
        return routedExperts > 0;
    }

    /** Bytes of all routed experts; 0 for a dense model. */
    double expertBytes() {
        return experts().parameters() * weightBytes / totalParameters;
    }

    private Experts experts() {
        return Experts.of(totalParameters, activeParameters, routedExperts, expertsPerToken);
    }

    /** Bytes that every token reads. */
    double sharedBytes() {
        return weightBytes - expertBytes();
    }

    /** Which share of the experts a step of so many streams reads. */
    double touchedShare(double streams) {
        return experts().touchedShare(streams);
    }

    /** How many devices of a tensor-parallel group hold the same cache. */
    double cacheCopies(int tensorParallel) {
        return attention.copies(tensorParallel);
    }
}
