package advisor.sizing.memory;

import advisor.facts.Layout;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Sized;
import advisor.text.Text;
import org.jspecify.annotations.Nullable;

/** What the cache of a request's streams takes on the devices of a layout. */
final class CacheSizing {
    private static final Text STREAMS = new Text("streams", "并发路数");
    private static final Text STREAMS_OF_GROUP = new Text("streams of the fullest group of devices", "负载最多的设备组的并发路数");
    private static final Text STAGE = new Text("share of the largest group of layers", "最大一段层所占比例");
    private static final Text COPIES = new Text("devices of a group that hold the same", "组内持有同样内容的设备数");
    private static final Text PREDICTION = new Text("layers, with those that guess tokens ahead", "层数（含 MTP 层）之比");
    private static final Operand NOT_PLANNED =
            Operand.exactly(new Text("cache is not planned for quantised weights", "量化权重不另计缓存"), 0, "B");
    private static final Operand GIGABYTE = Operand.exactly(new Text("bytes of a gigabyte", "每 GB 字节数"), 1e9, "B/GB");
    private static final int BITS_PER_BYTE = 8;

    private final Lens lens;
    private final LanguageModel model;
    private final Parameters parameters;
    private final long tokens;
    private final @Nullable Sized ofOneStream;

    CacheSizing(Request request, LanguageModel model, Parameters parameters) {
        this.lens = request.lens();
        this.model = model;
        this.parameters = parameters;
        this.tokens = request.contextTokens();
        this.ofOneStream = model.attention().cache(tokens);
    }

    /** On all devices that take part; {@code null} for an unknown scheme. */
    @Nullable Sized on(Loading plan, int streams) {
        if (ofOneStream == null) {
            return null;
        }
        Layout layout = plan.layout();
        Sized ofOne = plan.speculates() ? ofOneStream.times(PREDICTION, predictionGrowth()) : ofOneStream;
        Sized all = ofOne.times(
                layout.dataParallel() > 1 ? STREAMS_OF_GROUP : STREAMS,
                WeightParts.most(streams, layout.dataParallel()));
        if (layout.pipelineStages() > 1) {
            all = all.times(STAGE, WeightParts.largestShare(Math.max(1, model.layers()), layout.pipelineStages()));
        }
        if (layout.usedDevices() > 1) {
            all = all.times(COPIES, model.attention().copies(layout.tensorParallel(), tokens))
                    .times(WeightParts.USED, layout.usedDevices());
        }
        return all.dividedBy(WeightParts.SHARING, layout.tensorParallel());
    }

    /** The module that guesses tokens ahead keeps a cache like that of the other layers. */
    private double predictionGrowth() {
        return 1 + (double) model.predictionLayers() / Math.max(1, model.layers());
    }

    /** What is said to be held: as computed or, by the founding documents, as planned. */
    @Nullable Sized held(Loading plan, int streams) {
        return lens == Lens.FOUNDING ? planned(plan.precision()) : on(plan, streams);
    }

    /** The founding documents plan a cache for weights of eight bits and more. */
    private Sized planned(Precision precision) {
        if (precision.weightBits() < BITS_PER_BYTE) {
            return Sized.of(NOT_PLANNED);
        }
        String figure = precision.weightBits() > BITS_PER_BYTE ? "planned-cache-bf16-gb" : "planned-cache-gb";
        return Sized.of(Operand.of(parameters.get("sizing/" + figure))).times(GIGABYTE);
    }
}
