package advisor.sizing.memory;

import advisor.facts.Layout;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.EngineMemory;
import advisor.facts.machine.KeptFree;
import advisor.facts.machine.Workspace;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.ModelFacts;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Sized;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an engine takes or keeps free on each device beside weights and cache. The largest of what it makes of one batch
 * counts: the layers of its tokens, or the scores over the vocabulary from which the next tokens are picked.
 */
final class WorkspaceSizing {
    private static final Text SEQUENCES = new Text("sequences of a batch", "单批序列数");
    private static final Text VOCABULARY = new Text("entries of the vocabulary", "词表大小");
    private static final Text LOGIT = new Text("bytes of each score while tokens are picked", "采样时每个得分的字节");
    private static final Text TOKENS = new Text("tokens of a batch", "单批 token 数");
    private static final Text VALUES = new Text("values that a layer makes of a token", "每层每 token 的中间数值");
    private static final Text COPIES = new Text("how often these are held", "中间数值的份数");
    private static final Text VALUE = new Text("bytes of a value", "每个数值的字节");
    private static final Text OUTSIDE = new Text("driver and runtime on a device", "单设备驱动与运行时");
    private static final Text PEER = new Text("buffers for each other device", "与每个其他设备通信的缓冲");
    private static final Text PEERS = new Text("other devices of the node", "同节点其他设备数");
    private static final Text GRAPHS = new Text("captured graphs", "捕获的计算图");
    private static final Text FIXED = new Text("kept free whatever runs", "固定留空");
    private static final Text OF_TOKEN = new Text("kept free for each token of a batch", "单批每 token 留空");
    private static final Text OF_SEQUENCE = new Text("kept free for each sequence of a batch", "单批每序列留空");
    private static final Text OF_DEVICE = new Text("kept free for each device that shares the model", "每个参与设备留空");
    private static final Text OF_GROUP = new Text("kept free for each sequence and group", "每序列每组留空");
    private static final Text SHARING = new Text("devices that share the model", "分担模型的设备数");
    private static final Text GROUPS = new Text("groups that attend to different streams", "注意力数据并行组数");
    private static final Text LEAST = new Text("kept free at least", "至少留空");
    private static final int BYTES_PER_VALUE = 2;
    private static final int HIDDEN_STATES = 4;
    private static final int PARTS_OF_GATED_LAYER = 3;

    private final Request request;
    private final @Nullable ModelConfig config;

    WorkspaceSizing(Request request, LanguageModel model) {
        ModelFacts facts = model.facts();
        this.request = request;
        this.config = facts == null ? null : facts.config();
    }

    /**
     * What is taken on one device; {@code null} if the engine was not measured, or the configuration does not tell.
     *
     * @param peers other devices of the node that share the model
     */
    @Nullable Sized taken(@Nullable EngineMemory engine, Accelerator device, Bytes memory, Layout layout, int peers) {
        Workspace workspace = engine == null ? null : engine.workspace();
        Integer vocabulary = config == null ? null : config.vocabulary();
        Double values = config == null ? null : values(config, layout.tensorParallel());
        if (workspace == null || vocabulary == null || values == null) {
            return null;
        }
        Workspace.Batch batch = batch(workspace, device, memory);
        Sized scores = Sized.of(Operand.exactly(SEQUENCES, batch.sequences(), "1"))
                .times(VOCABULARY, vocabulary)
                .times(read(LOGIT, workspace.bytesPerLogit(), "B", workspace));
        Sized layers = Sized.of(Operand.exactly(TOKENS, batch.tokens(), "1"))
                .times(VALUES, values)
                .times(Operand.exactly(VALUE, BYTES_PER_VALUE, "B"))
                .times(read(COPIES, workspace.layerCopies(), "1", workspace));
        Sized all = scores.orMore(layers)
                .plus(read(OUTSIDE, workspace.outside(), workspace))
                .plus(read(PEER, workspace.ofEachPeer(), workspace).times(PEERS, peers));
        return request.asOf().isBefore(workspace.graphsFrom())
                ? all
                : all.plus(read(GRAPHS, workspace.graphs(), workspace));
    }

    /** What is kept free on one device, by an engine that reckons it. */
    @Nullable Sized kept(EngineMemory engine, Accelerator device, Bytes memory, Layout layout) {
        KeptFree kept = engine.kept();
        Workspace workspace = engine.workspace();
        if (kept == null || workspace == null) {
            return null;
        }
        Workspace.Batch batch = batch(workspace, device, memory);
        Sized all = read(FIXED, kept.fixed(), engine)
                .plus(read(OF_TOKEN, kept.ofEachToken(), engine).times(TOKENS, batch.tokens()))
                .plus(read(OF_SEQUENCE, kept.ofEachSequence(), engine).times(SEQUENCES, batch.sequences()))
                .plus(read(OF_DEVICE, kept.ofEachDevice(), engine).times(SHARING, layout.usedDevices()));
        Sized withGroups = layout.dataParallel() == 1
                ? all
                : all.plus(read(OF_GROUP, kept.ofEachSequenceAndGroup(), engine)
                        .times(SEQUENCES, batch.sequences())
                        .times(GROUPS, layout.dataParallel()));
        return memory.compareTo(kept.above()) > 0 ? withGroups.orMore(read(LEAST, kept.least(), engine)) : withGroups;
    }

    private Workspace.Batch batch(Workspace workspace, Accelerator device, Bytes memory) {
        Workspace.Batch batch = workspace.batch(device, memory, request.asOf());
        Integer asked = request.batchedTokens();
        return asked == null ? batch : batch.ofTokens(asked);
    }

    /** Of one token in the widest layer; {@code null} if the configuration does not tell. */
    private static @Nullable Double values(ModelConfig config, int group) {
        Integer hidden = config.hiddenSize();
        ExpertConfig experts = config.experts();
        Integer size = experts.size();
        Integer perToken = experts.perToken();
        double widest = Stream.ofNullable(experts.denseSize())
                .mapToDouble(width -> PARTS_OF_GATED_LAYER * (double) width / group)
                .sum();
        if (hidden == null) {
            return null;
        }
        double routed = size == null || perToken == null
                ? widest
                : perToken * (PARTS_OF_GATED_LAYER * (double) size / group + hidden);
        return HIDDEN_STATES * (double) hidden + Math.max(widest, routed);
    }

    private static Sized read(Text name, Bytes bytes, Sourced origin) {
        return Sized.of(read(name, bytes.count(), "B", origin));
    }

    private static Operand read(Text name, double value, String unit, Sourced origin) {
        return new Operand(name, Interval.exactly(value), unit, origin);
    }
}
