package advisor.sizing.speed;

/**
 * What the speed of a model depends on.
 *
 * @param expertLayers layers with routed experts; 0 for a dense model
 * @param totalParameters without the multi-token-prediction module
 * @param keyValueHeads heads whose cache can be split over devices; 0 for one shared latent cache
 * @param attentionWidth heads times the mean of query-key and value head size
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
        int keyValueHeads,
        int hiddenSize,
        double attentionWidth,
        double weightBytes) {

    boolean mixtureOfExperts() {
        return routedExperts > 0;
    }

    /** Bytes of all routed experts; 0 for a dense model. */
    double expertBytes() {
        if (!mixtureOfExperts()) {
            return 0;
        }
        double oneExpert = (totalParameters - activeParameters) / (routedExperts - expertsPerToken);
        return routedExperts * oneExpert * weightBytes / totalParameters;
    }

    /** Bytes that every token reads. */
    double sharedBytes() {
        return weightBytes - expertBytes();
    }

    /** Which share of the experts a step of so many streams reads. */
    double touchedShare(double streams) {
        return mixtureOfExperts() ? 1 - Math.pow(1 - (double) expertsPerToken / routedExperts, streams) : 0;
    }

    /** How many devices of a tensor-parallel group hold the same cache. */
    double cacheCopies(int tensorParallel) {
        return keyValueHeads == 0 ? tensorParallel : Math.max(1, (double) tensorParallel / keyValueHeads);
    }
}
