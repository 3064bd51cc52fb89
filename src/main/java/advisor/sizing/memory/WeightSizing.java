package advisor.sizing.memory;

import advisor.facts.Lens;
import advisor.facts.model.Checkpoint;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Sized;
import advisor.sizing.model.Experts;
import advisor.sizing.model.Layers;
import advisor.sizing.model.ModelSizing;
import advisor.sizing.model.Uncut;
import advisor.text.Ids;
import advisor.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model's weights take in a format.
 *
 * <p>Under the evidence lens a published checkpoint's real bytes count; under the founding lens, and where there is no
 * checkpoint, parameters times bits a weight. Safe for several threads.
 */
final class WeightSizing {
    private static final Text CHECKPOINT = new Text("published files", "已发布文件");
    private static final Text PREDICTION = new Text("multi-token-prediction module, not loaded", "多 token 预测模块（不加载）");
    private static final Text PREDICTING = new Text("multi-token-prediction module", "多 token 预测模块");
    private static final Text COUNT = new Text("parameters", "参数量");
    private static final Text BITS_OF_A_BYTE = new Text("bits of a byte", "每字节位数");
    private static final Set<TensorClass> DEALT_OUT =
            EnumSet.of(TensorClass.ROUTED_EXPERTS, TensorClass.MULTI_TOKEN_PREDICTION);

    private static final Text KEPT_COUNT = new Text("those left as published", "其中按原样保留的");
    private static final Text KEPT = new Text("embedding, head and what else is left as published", "按原样保留的词嵌入、输出头等");

    /** Left alone by whoever makes smaller files for engines that serve many. */
    private static final Set<TensorClass> ENDS = EnumSet.of(TensorClass.EMBEDDING, TensorClass.HEAD);

    /** Formats of llama.cpp, whose files are smaller throughout. */
    private static final Set<Precision> CUTS_ALL = EnumSet.of(Precision.GGUF_Q4, Precision.GGUF_Q2, Precision.GGUF_Q1);

    private static final String ENDS_SHARE = "sizing/uncounted-ends-share";
    private static final String ENDS_MOST = "sizing/uncounted-ends-most";
    private static final String ATTENTION_SHARE = "sizing/uncounted-attention-share";

    private static final String UNCUT_SHARE = "sizing/uncounted-whole-share";

    private final Lens lens;
    private final LanguageModel model;
    private final Parameters parameters;
    private final List<TensorGroup> published;
    private final long uncutBytes;
    private final Map<List<Object>, InFormat> known = new ConcurrentHashMap<>();

    WeightSizing(Lens lens, LanguageModel model, Parameters parameters) {
        this.lens = lens;
        this.model = model;
        this.parameters = parameters;
        this.published = published(model);
        this.uncutBytes = Stream.ofNullable(model.facts())
                .filter(facts -> lens == Lens.EVIDENCE)
                .mapToLong(Uncut::bytes)
                .sum();
    }

    private static List<TensorGroup> published(LanguageModel model) {
        ModelSize size = model.facts() == null ? null : ModelSizing.of(model);
        return size == null ? List.of() : size.groups();
    }

    /**
     * The weights in one format; {@code null} if neither a checkpoint nor the parameter count is known.
     *
     * @param exact whether they were published so
     * @param checkpoint all that is published, or what it would be
     * @param loaded what of it is loaded: engines leave the multi-token-prediction module of a checkpoint aside unless
     *     they are told to predict with it
     * @param parts that, by how a layout treats it
     */
    record InFormat(boolean exact, @Nullable Bytes checkpoint, @Nullable Sized loaded, @Nullable WeightParts parts) {}

    /** @param speculates whether the module is loaded that guesses tokens ahead */
    InFormat in(Precision precision, boolean speculates) {
        return known.computeIfAbsent(List.of(precision, speculates), format -> computed(precision, speculates));
    }

    private InFormat computed(Precision precision, boolean speculates) {
        boolean exact = lens == Lens.EVIDENCE && model.checkpoint(precision).isPresent();
        Sized stored = exact ? published(precision) : estimated(precision);
        if (stored == null) {
            return new InFormat(exact, null, null, null);
        }
        boolean asPublished =
                exact && precision.storedAs() == model.nativePrecision().storedAs();
        Sized loaded = loaded(stored, precision, asPublished, speculates);
        return new InFormat(exact, stored.bytes(), loaded, split(loaded.bytes(), precision));
    }

    private Sized published(Precision precision) {
        Checkpoint checkpoint = model.checkpoint(precision).orElseThrow();
        return Sized.of(
                new Operand(CHECKPOINT, Interval.exactly(checkpoint.bytes().count()), "B", checkpoint));
    }

    private @Nullable Sized estimated(Precision precision) {
        Long count = model.totalParameters();
        if (count == null) {
            return null;
        }
        Figure figure = model.figures().stream()
                .filter(one -> one.name().equals("total"))
                .findFirst()
                .orElse(null);
        Kept kept = kept(precision, count);
        Sized all = Sized.of(new Operand(COUNT, Interval.exactly(count), "1", figure));
        Sized cut = kept.count() == 0 ? all : all.less(Sized.of(Operand.exactly(KEPT_COUNT, kept.count(), "1")));
        Sized reckoned = cut.times(Operand.likely(parameters.get(bitsParameter(precision))))
                .dividedBy(BITS_OF_A_BYTE, Byte.SIZE);
        return kept.count() == 0 ? reckoned : reckoned.plus(Sized.of(Operand.exactly(KEPT, kept.bytes(), "B")));
    }

    /** Parameters that a smaller file leaves as published, and what they take. */
    private record Kept(double count, double bytes) {
        static final Kept NONE = new Kept(0, 0);
    }

    private Kept kept(Precision precision, long count) {
        boolean smaller = precision.weightBits() < model.nativePrecision().weightBits();
        if (lens != Lens.EVIDENCE || !smaller || CUTS_ALL.contains(precision.storedAs())) {
            return Kept.NONE;
        }
        boolean attentionToo = model.mixtureOfExperts() && precision.weightBits() < Byte.SIZE;
        if (published.isEmpty()) {
            return uncounted(count, attentionToo);
        }
        List<TensorGroup> groups = kept(attentionToo);
        return new Kept(parameters(groups), bytes(groups));
    }

    /** As much as of any model whose tensors are counted: what is not known must not make it smaller. */
    private Kept uncounted(long count, boolean attentionToo) {
        double ends = Math.min(parameters.value(ENDS_SHARE) * count, parameters.value(ENDS_MOST));
        double kept = ends + (attentionToo ? parameters.value(ATTENTION_SHARE) * count : 0);
        return new Kept(kept, kept * 2);
    }

    /** What makers of smaller files leave as it was published, as far as the tensors are counted. */
    private List<TensorGroup> kept(boolean attentionToo) {
        return published.stream()
                .filter(group -> group.parameters() != null)
                .filter(group -> ENDS.contains(group.tensorClass())
                        || attentionToo && group.tensorClass() == TensorClass.ATTENTION)
                .toList();
    }

    private static long parameters(List<TensorGroup> groups) {
        return groups.stream()
                .mapToLong(group -> Objects.requireNonNull(group.parameters()))
                .sum();
    }

    private static long bytes(List<TensorGroup> groups) {
        return groups.stream().mapToLong(group -> group.bytes().count()).sum();
    }

    /** Published files hold the module, if there is one; what is reckoned from the parameters does not. */
    private Sized loaded(Sized stored, Precision precision, boolean asPublished, boolean speculates) {
        double module = bytes(EnumSet.of(TensorClass.MULTI_TOKEN_PREDICTION));
        if (module == 0 || asPublished == speculates) {
            return stored;
        }
        return asPublished
                ? stored.less(Sized.of(Operand.exactly(PREDICTION, module, "B")))
                : stored.plus(Sized.of(Operand.exactly(PREDICTING, growth(precision) * module, "B")));
    }

    private WeightParts split(Bytes weights, Precision precision) {
        double all = weights.count();
        double outside = Math.min(all, outsideExperts(all, precision));
        double embedding = end(TensorClass.EMBEDDING, outside, precision);
        double head = end(TensorClass.HEAD, outside - embedding, precision);
        double uncut = Math.min(outside - embedding - head, uncut(outside, precision));
        return WeightParts.of(
                all, all - outside, uncut, embedding, head, layersWithExperts(), model.routedExperts(), hiddenSize());
    }

    /** Where the tensors are not counted, as large a part of what is no expert as it is of any model that is. */
    private double uncut(double outside, Precision precision) {
        boolean counted = lens != Lens.EVIDENCE || !model.mixtureOfExperts() || !published.isEmpty();
        return counted ? growth(precision) * uncutBytes : parameters.value(UNCUT_SHARE) * outside;
    }

    private @Nullable Integer hiddenSize() {
        ModelFacts facts = model.facts();
        return facts == null ? null : facts.config().hiddenSize();
    }

    /** One for each layer; all alike where the configuration does not tell. */
    private List<Boolean> layersWithExperts() {
        ModelFacts facts = model.facts();
        return IntStream.range(0, Math.max(1, model.layers()))
                .mapToObj(layer -> facts == null ? model.mixtureOfExperts() : Layers.hasExperts(facts.config(), layer))
                .toList();
    }

    /** In a smaller format what is no expert usually stays as published; in a wider one it grows with the rest. */
    private double outsideExperts(double all, Precision precision) {
        if (!model.mixtureOfExperts()) {
            return all;
        }
        return published.isEmpty()
                ? all * (1 - expertShareOfParameters()) * Math.max(1, shrinkage(precision))
                : growth(precision) * bytes(EnumSet.complementOf(EnumSet.copyOf(DEALT_OUT)));
    }

    private double end(TensorClass which, double most, Precision precision) {
        return Math.min(most, growth(precision) * bytes(EnumSet.of(which)));
    }

    private double growth(Precision precision) {
        return Math.max(1, 1 / shrinkage(precision));
    }

    /** How much smaller a weight is than as published. */
    private double shrinkage(Precision precision) {
        return bitsPerWeight(model.nativePrecision()) / bitsPerWeight(precision);
    }

    private double bytes(Set<TensorClass> classes) {
        return bytes(published.stream()
                .filter(group -> classes.contains(group.tensorClass()))
                .toList());
    }

    private double expertShareOfParameters() {
        Experts experts = Experts.of(model);
        Long total = model.totalParameters();
        if (experts == null || total == null) {
            return 0;
        }
        return Math.min(1, experts.parameters() / total);
    }

    private double bitsPerWeight(Precision precision) {
        return parameters.value(bitsParameter(precision));
    }

    private static String bitsParameter(Precision precision) {
        return "sizing/bits-per-weight-" + Ids.of(precision.storedAs());
    }
}
