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
        int devices = layout.tensorParallel() * layout.dataParallel();
        boolean whole = layout.dealsOutExperts() && routedExperts > devices;
        return experts * (whole ? largestShare(routedExperts, devices) : 1.0 / devices);
    }

    /** The stage with most layers, or an end with fewer layers and an embedding or head. */
    private double onFullestStage(Layout layout) {
        int stages = layout.pipelineStages();
        double ofLayers = all - 2 * ends;
        double most = ofLayers * largestShare(layers, stages);
        double atAnEnd = ofLayers * (layers / stages) / layers + ends;
        return Math.max(most, atAnEnd) / layout.tensorParallel();
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
