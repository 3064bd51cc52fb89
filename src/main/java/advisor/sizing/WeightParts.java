package advisor.sizing;

import advisor.model.Layout;

/**
 * A model's weights in one format, by how a layout treats them. In bytes.
 *
 * @param all everything
 * @param experts routed experts, which data-parallel attention spreads over all devices
 * @param ends the larger of embedding and output head, which stand on the first and the last stage of a pipeline
 */
record WeightParts(double all, double experts, double ends, int layers, int routedExperts) {

    /** What the fullest device of a layout holds. */
    double onFullestDevice(Layout layout) {
        return layout.pipelineStages() > 1 ? onFullestStage(layout) : shared(layout) + experts(layout);
    }

    private double shared(Layout layout) {
        return (all - experts) / layout.tensorParallel();
    }

    /** Each expert is cut, or whole ones are dealt out. */
    private double experts(Layout layout) {
        return experts * shareOfExperts(layout);
    }

    /** Of the routed experts, on the fullest device. */
    double shareOfExperts(Layout layout) {
        int devices = layout.tensorParallel() * layout.dataParallel();
        boolean whole = layout.dealsOutExperts() && routedExperts > devices;
        return whole ? largestShare(routedExperts, devices) : 1.0 / devices;
    }

    /** The stage with most layers, or an end with fewer layers and an embedding or head. */
    private double onFullestStage(Layout layout) {
        double ofLayers = all - 2 * ends;
        double most = ofLayers * shareOfLayers(layout);
        double atAnEnd = ofLayers * shareOfLayersAtAnEnd(layout) + ends;
        return Math.max(most, atAnEnd) / layout.tensorParallel();
    }

    /** Of the layers, in the largest stage. */
    double shareOfLayers(Layout layout) {
        return largestShare(layers, layout.pipelineStages());
    }

    /** Of the layers, in the first or the last stage, which hold fewer. */
    double shareOfLayersAtAnEnd(Layout layout) {
        return (layers / layout.pipelineStages()) / (double) layers;
    }

    /** The largest share of so many whole things when they are dealt out. */
    static double largestShare(int things, int receivers) {
        return most(things, receivers) / (double) things;
    }

    /** The most that one receives when so many whole things are dealt out. */
    static int most(int things, int receivers) {
        return (things + receivers - 1) / receivers;
    }
}
