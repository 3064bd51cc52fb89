package advisor.sizing.memory;

import advisor.facts.Layout;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Sized;
import advisor.text.Text;

/**
 * A model's weights in one format, by how a layout treats them.
 *
 * @param all everything
 * @param experts routed experts, which data-parallel attention spreads over all devices
 * @param ends the larger of embedding and output head, which stand on the first and the last stage of a pipeline
 */
record WeightParts(Sized all, Sized experts, Sized ends, int layers, int routedExperts) {
    static final Text USED = new Text("devices that take part", "参与的设备数");
    static final Text SHARING = new Text("devices that share the attention", "分担注意力的设备数");

    private static final Text ALL = new Text("all weights", "全部权重");
    private static final Text EXPERTS = new Text("routed experts", "路由专家");
    private static final Text ENDS = new Text("embedding or output head, the larger", "词嵌入与输出头中较大者");
    private static final Text OF_EXPERTS = new Text("share of the experts on the fullest device", "最满设备上的专家比例");
    private static final Text OF_LAYERS = new Text("share of the layers in the largest stage", "最大一段的层比例");
    private static final Text OF_END = new Text("share of the layers beside an end", "首尾段的层比例");
    private static final Text BOTH_ENDS = new Text("both ends", "首尾两端");

    /** In bytes. */
    static WeightParts of(double all, double experts, double ends, int layers, int routedExperts) {
        return new WeightParts(part(ALL, all), part(EXPERTS, experts), part(ENDS, ends), layers, routedExperts);
    }

    private static Sized part(Text name, double bytes) {
        return Sized.of(Operand.exactly(name, bytes, "B"));
    }

    /** What a layout holds beyond everything once: the fullest device counts for every one. */
    Sized copies(Layout layout) {
        Sized fullest = layout.pipelineStages() > 1 ? onFullestStage(layout) : onFullestDevice(layout);
        return fullest.times(USED, layout.usedDevices()).less(all);
    }

    private Sized onFullestDevice(Layout layout) {
        return all.less(experts)
                .dividedBy(SHARING, layout.tensorParallel())
                .plus(experts.times(OF_EXPERTS, shareOfExperts(layout)));
    }

    /** Of the routed experts, on the fullest device: each expert is cut, or whole ones are dealt out. */
    private double shareOfExperts(Layout layout) {
        int devices = layout.tensorParallel() * layout.dataParallel();
        boolean whole = layout.dealsOutExperts() && routedExperts > devices;
        return whole ? largestShare(routedExperts, devices) : 1.0 / devices;
    }

    /** The stage with most layers, or an end with fewer layers and an embedding or head. */
    private Sized onFullestStage(Layout layout) {
        Sized ofLayers = all.less(ends.times(BOTH_ENDS, 2));
        Sized most = ofLayers.times(OF_LAYERS, largestShare(layers, layout.pipelineStages()));
        Sized atAnEnd = ofLayers.times(OF_END, shareOfLayersAtAnEnd(layout)).plus(ends);
        return most.orMore(atAnEnd).dividedBy(SHARING, layout.tensorParallel());
    }

    /** Of the layers, in the first or the last stage, which hold fewer. */
    private double shareOfLayersAtAnEnd(Layout layout) {
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
