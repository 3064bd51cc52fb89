package advisor.sizing.speed;

/**
 * What was fitted to measured runs, of one engine.
 *
 * @param bandwidthShare share of printed bandwidth reached when weights are read
 * @param cacheBandwidthShare the same, when the cache is read
 * @param decodeComputeShare share of dense compute reached in decoding
 * @param prefillComputeShare share of dense compute reached in prefill
 * @param expertRowBytes memory traffic in prefill for each element of each row sent to an expert
 * @param hopSeconds one small all-reduce over an NVLink switch
 * @param linkShare share of the one-way link rate reached
 * @param layerSeconds fixed time of a layer in a step
 * @param expertLayerSeconds fixed time that a layer of experts adds
 * @param streamLayerSeconds time that each stream adds to a layer of a step
 * @param queueShare share of the other streams' prefills that a prompt waits for
 * @param firstTokenSteps steps until the first token leaves
 */
public record Coefficients(
        double bandwidthShare,
        double cacheBandwidthShare,
        double decodeComputeShare,
        double prefillComputeShare,
        double expertRowBytes,
        double hopSeconds,
        double linkShare,
        double layerSeconds,
        double expertLayerSeconds,
        double streamLayerSeconds,
        double queueShare,
        double firstTokenSteps) {

    /** The same where so much of the share of compute is left in prefill. */
    Coefficients withPrefill(double share) {
        return new Coefficients(
                bandwidthShare,
                cacheBandwidthShare,
                decodeComputeShare,
                prefillComputeShare * share,
                expertRowBytes,
                hopSeconds,
                linkShare,
                layerSeconds,
                expertLayerSeconds,
                streamLayerSeconds,
                queueShare,
                firstTokenSteps);
    }
}
