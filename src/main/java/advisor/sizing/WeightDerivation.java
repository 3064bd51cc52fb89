package advisor.sizing;

import advisor.model.Bytes;
import advisor.model.Checkpoint;
import advisor.model.Figure;
import advisor.model.Formula;
import advisor.model.Formula.Operand;
import advisor.model.Formula.Operator;
import advisor.model.Interval;
import advisor.model.LanguageModel;
import advisor.model.Layout;
import advisor.model.Parameters;
import advisor.model.Precision;
import advisor.model.Text;
import org.jspecify.annotations.Nullable;

/** How the weights were calculated, in bytes. */
final class WeightDerivation {
    private static final Text CHECKPOINT = new Text("published files", "已发布文件");
    private static final Text PREDICTION = new Text("multi-token-prediction module, not loaded", "多 token 预测模块（不加载）");
    private static final Text COUNT = new Text("parameters", "参数量");
    private static final Operand BITS_OF_A_BYTE = Operand.exactly(new Text("bits of a byte", "每字节位数"), 8, "1");
    private static final Text ALL = new Text("all weights", "全部权重");
    private static final Text EXPERTS = new Text("routed experts", "路由专家");
    private static final Text ENDS = new Text("embedding or output head, the larger", "词嵌入与输出头中较大者");
    private static final Text SHARING = new Text("devices that share the attention", "分担注意力的设备数");
    private static final Text OF_EXPERTS = new Text("share of the experts on the fullest device", "最满设备上的专家比例");
    private static final Text OF_LAYERS = new Text("share of the layers in the largest stage", "最大一段的层比例");
    private static final Text OF_END = new Text("share of the layers beside an end", "首尾段的层比例");
    private static final Text USED = new Text("devices that take part", "参与的设备数");
    private static final Operand TWO = Operand.exactly(new Text("both ends", "首尾两端"), 2, "1");

    private final LanguageModel model;
    private final WeightSizing sizing;
    private final Parameters parameters;

    WeightDerivation(LanguageModel model, WeightSizing sizing, Parameters parameters) {
        this.model = model;
        this.sizing = sizing;
        this.parameters = parameters;
    }

    /** What is loaded, once; {@code null} if not known. */
    @Nullable Formula loaded(Precision precision) {
        Formula stored = sizing.isExact(precision) ? published(precision) : estimated(precision);
        Bytes left = sizing.notLoaded(precision);
        return stored == null || left.count() == 0
                ? stored
                : Operator.DIFFERENCE.of(stored, Operand.exactly(PREDICTION, left.count(), "B"));
    }

    private Formula published(Precision precision) {
        Checkpoint checkpoint = model.checkpoint(precision).orElseThrow();
        return new Operand(CHECKPOINT, Interval.exactly(checkpoint.bytes().count()), "B", checkpoint);
    }

    private @Nullable Formula estimated(Precision precision) {
        Long count = model.totalParameters();
        if (count == null) {
            return null;
        }
        Figure figure = model.figures().stream()
                .filter(one -> one.name().equals("total"))
                .findFirst()
                .orElse(null);
        Formula bits = Operator.PRODUCT.of(
                new Operand(COUNT, Interval.exactly(count), "1", figure),
                Operand.likely(parameters.get(WeightSizing.bitsParameter(precision))));
        return Operator.QUOTIENT.of(bits, BITS_OF_A_BYTE);
    }

    /** What a layout holds beyond that; {@code null} if not known. */
    @Nullable Formula copies(Precision precision, Layout layout) {
        WeightParts parts = sizing.parts(precision);
        if (parts == null) {
            return null;
        }
        Formula fullest = layout.pipelineStages() > 1 ? stage(parts, layout) : group(parts, layout);
        Formula held = Operator.PRODUCT.of(fullest, Operand.exactly(USED, layout.usedDevices(), "1"));
        return Operator.DIFFERENCE.of(held, all(parts));
    }

    private static Formula group(WeightParts parts, Layout layout) {
        Operand experts = Operand.exactly(EXPERTS, parts.experts(), "B");
        Formula shared = Operator.QUOTIENT.of(Operator.DIFFERENCE.of(all(parts), experts), sharing(layout));
        return Operator.SUM.of(
                shared, Operator.PRODUCT.of(experts, Operand.exactly(OF_EXPERTS, parts.shareOfExperts(layout), "1")));
    }

    private static Formula stage(WeightParts parts, Layout layout) {
        Operand ends = Operand.exactly(ENDS, parts.ends(), "B");
        Formula ofLayers = Operator.DIFFERENCE.of(all(parts), Operator.PRODUCT.of(ends, TWO));
        Operand most = Operand.exactly(OF_LAYERS, parts.shareOfLayers(layout), "1");
        Operand least = Operand.exactly(OF_END, parts.shareOfLayersAtAnEnd(layout), "1");
        Formula larger = Operator.LARGEST.of(
                Operator.PRODUCT.of(ofLayers, most), Operator.SUM.of(Operator.PRODUCT.of(ofLayers, least), ends));
        return Operator.QUOTIENT.of(larger, sharing(layout));
    }

    private static Operand all(WeightParts parts) {
        return Operand.exactly(ALL, parts.all(), "B");
    }

    private static Operand sharing(Layout layout) {
        return Operand.exactly(SHARING, layout.tensorParallel(), "1");
    }
}
