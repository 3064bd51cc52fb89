package advisor.sizing;

import advisor.model.Attention;
import advisor.model.Formula;
import advisor.model.Formula.Operand;
import advisor.model.Formula.Operator;
import advisor.model.LanguageModel;
import advisor.model.Layout;
import advisor.model.Request;
import advisor.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the cache was calculated, in bytes. */
final class CacheDerivation {
    private static final Text VALUES = new Text("values a token and layer", "每 token 每层的数值");
    private static final Text BYTES = new Text("bytes of a value", "每个数值的字节");
    private static final Text LAYERS = new Text("layers that keep every token", "保留全部 token 的层数");
    private static final Text TOKENS = new Text("tokens of a stream, prompt and answer", "每路 token（提示与回答）");
    private static final Text SLIDING = new Text("layers that keep a window", "只保留窗口的层数");
    private static final Text WINDOW = new Text("tokens of the window", "窗口 token");
    private static final Text STREAMS = new Text("streams", "并发路数");
    private static final Text STREAMS_OF_GROUP = new Text("streams of the fullest group of devices", "负载最多的设备组的并发路数");
    private static final Text STAGE = new Text("share of the largest group of layers", "最大一段层所占比例");
    private static final Text COPIES = new Text("devices of a group that hold the same", "组内持有同样内容的设备数");
    private static final Text SHARING = new Text("devices that share the attention", "分担注意力的设备数");
    private static final Text USED = new Text("devices that take part", "参与的设备数");

    private final Request request;
    private final LanguageModel model;

    CacheDerivation(Request request, LanguageModel model) {
        this.request = request;
        this.model = model;
    }

    /** On all devices of a layout; {@code null} for an unknown scheme. */
    @Nullable Formula on(Layout layout) {
        if (model.attention().kind() == Attention.Kind.UNKNOWN) {
            return null;
        }
        List<Formula> factors = new ArrayList<>();
        factors.add(ofOneStream());
        factors.add(Operand.exactly(
                layout.dataParallel() > 1 ? STREAMS_OF_GROUP : STREAMS,
                WeightParts.most(request.streams(), layout.dataParallel()),
                "1"));
        if (layout.pipelineStages() > 1) {
            double share = WeightParts.largestShare(Math.max(1, model.layers()), layout.pipelineStages());
            factors.add(Operand.exactly(STAGE, share, "1"));
        }
        if (layout.usedDevices() > 1) {
            factors.add(Operand.exactly(COPIES, CacheSizing.copies(model.attention(), layout), "1"));
            factors.add(Operand.exactly(USED, layout.usedDevices(), "1"));
        }
        return Operator.QUOTIENT.of(
                Operator.PRODUCT.of(factors), Operand.exactly(SHARING, layout.tensorParallel(), "1"));
    }

    private Formula ofOneStream() {
        Attention attention = model.attention();
        long tokens = request.contextTokens();
        Formula full = kept(LAYERS, attention.fullLayers(), TOKENS, tokens);
        long window = Math.min(tokens, attention.slidingWindow());
        return attention.slidingLayers() == 0
                ? full
                : Operator.SUM.of(full, kept(SLIDING, attention.slidingLayers(), WINDOW, window));
    }

    private Formula kept(Text layersName, int layers, Text tokensName, long tokens) {
        return Operator.PRODUCT.of(
                Operand.exactly(VALUES, model.attention().valuesPerTokenAndLayer(), "1"),
                Operand.exactly(BYTES, CacheSizing.BYTES_PER_VALUE, "B"),
                Operand.exactly(layersName, layers, "1"),
                Operand.exactly(tokensName, tokens, "1"));
    }
}
