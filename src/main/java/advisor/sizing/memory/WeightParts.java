package advisor.sizing.memory;

import advisor.facts.Layout;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Sized;
import advisor.text.Text;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's weights in one format, by how a layout treats them.
 *
 * @param all everything
 * @param experts routed experts, which data-parallel attention spreads over all devices
 * @param uncut what each of the devices that share the attention holds whole
 * @param embedding on the first stage of a pipeline; on the last, too, where it is the head as well
 * @param head on the last stage; nothing where it is the embedding
 * @param layers of each, whether it has experts
 * @param hiddenSize width of a token; {@code null} if it is not known
 */
record WeightParts(
        Sized all,
        Sized experts,
        Sized uncut,
        Sized embedding,
        Sized head,
        List<Boolean> layers,
        int routedExperts,
        @Nullable Integer hiddenSize) {
    static final Text USED = new Text("devices that take part", "参与的设备数");
    static final Text SHARING = new Text("devices that share the attention", "分担注意力的设备数");

    private static final Text ALL = new Text("all weights", "全部权重");
    private static final Text EXPERTS = new Text("routed experts", "路由专家");
    private static final Text UNCUT = new Text("what each of them holds whole", "各设备均整份保存的部分");
    private static final Text PADDED = new Text("share by which the engine widens experts", "引擎对专家宽度的填充比例");
    private static final Text EMBEDDING = new Text("embedding", "词嵌入");
    private static final Text HEAD = new Text("output head", "输出头");
    private static final Text OF_EXPERTS = new Text("share of the experts on the fullest device", "最满设备上的专家比例");
    private static final Text OF_LAYERS = new Text("share of the layers in the fullest stage", "最满一段的层比例");
    private static final Text OF_MIXED =
            new Text("share of the layers with experts in the fullest stage", "最满一段的专家层比例");

    /** In bytes. */
    static WeightParts of(
            double all,
            double experts,
            double uncut,
            double embedding,
            double head,
            List<Boolean> layers,
            int routedExperts,
            @Nullable Integer hiddenSize) {
        return new WeightParts(
                part(ALL, all),
                part(EXPERTS, experts),
                part(UNCUT, uncut),
                part(EMBEDDING, embedding),
                part(HEAD, head),
                layers,
                routedExperts,
                hiddenSize);
    }

    private static Sized part(Text name, double bytes) {
        return Sized.of(Operand.exactly(name, bytes, "B"));
    }

    /** What a layout holds beyond everything once: the fullest device counts for every one. */
    Sized copies(Layout layout) {
        Sized fullest = layout.pipelineStages() > 1 ? onFullestStage(layout) : onFullestDevice(layout);
        return fullest.times(USED, layout.usedDevices()).less(all);
    }

    /** What an engine adds that rounds the width of experts up to a multiple. */
    Sized padding(int multiple) {
        if (hiddenSize == null) {
            return part(EXPERTS, 0);
        }
        double padded = most(hiddenSize, multiple) * (double) multiple;
        return experts.times(PADDED, padded / hiddenSize - 1);
    }

    private Sized onFullestDevice(Layout layout) {
        return all.less(experts)
                .less(uncut)
                .dividedBy(SHARING, layout.tensorParallel())
                .plus(uncut)
                .plus(experts.times(OF_EXPERTS, shareOfExperts(layout)));
    }

    private Sized onFullestStage(Layout layout) {
        return Stage.of(layers, layout.pipelineStages()).stream()
                .map(stage -> onDeviceOf(stage, layout))
                .max(Comparator.comparingDouble(Sized::count))
                .orElseThrow();
    }

    private Sized onDeviceOf(Stage stage, Layout layout) {
        Sized shared = all.less(experts)
                .less(embedding)
                .less(head)
                .less(uncut)
                .times(OF_LAYERS, stage.layers() / (double) layers.size())
                .plus(ends(stage));
        return shared.dividedBy(SHARING, layout.tensorParallel())
                .plus(uncut.times(OF_LAYERS, stage.layers() / (double) layers.size()))
                .plus(experts.times(OF_MIXED, shareOfMixed(stage)).times(OF_EXPERTS, shareOfExperts(layout)));
    }

    private Sized ends(Stage stage) {
        Sized output = head.count() == 0 ? embedding : head;
        Sized none = part(EMBEDDING, 0);
        return (stage.first() ? embedding : none).plus(stage.last() ? output : none);
    }

    private double shareOfMixed(Stage stage) {
        long mixed = layers.stream().filter(mixture -> mixture).count();
        return mixed == 0 ? stage.layers() / (double) layers.size() : stage.expertLayers() / (double) mixed;
    }

    /** Of the routed experts, on the fullest device: each expert is cut, or whole ones are dealt out. */
    private double shareOfExperts(Layout layout) {
        int devices = layout.tensorParallel() * layout.dataParallel();
        boolean whole = layout.dealsOutExperts() && routedExperts > devices;
        return whole ? largestShare(routedExperts, devices) : 1.0 / devices;
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
