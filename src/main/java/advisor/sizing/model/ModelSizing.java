package advisor.sizing.model;

import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.facts.model.Quantisation;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.facts.model.ValueType;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model's size from what its files say: parameters, bytes by tensor class, cache. The only place where these are
 * calculated.
 */
public final class ModelSizing {
    /** Beyond this share of difference two that tell a size contradict each other. */
    static final double MOST_DIFFERENCE = 0.02;

    private final ModelFacts facts;
    private final ModelConfig config;
    private final List<Unknown> unknown = new ArrayList<>();

    private ModelSizing(ModelFacts facts) {
        this.facts = facts;
        this.config = facts.config();
    }

    /** The size that follows from facts; what does not follow is {@code null} and named. */
    public static ModelSize of(ModelFacts facts) {
        return new ModelSizing(facts).size();
    }

    /** The size of a model, catalogued figures filling in what does not follow from its configuration. */
    public static ModelSize of(LanguageModel model) {
        return CataloguedSize.of(model, model.facts() == null ? null : of(model.facts()));
    }

    /** Whether a configuration determines the parameters. */
    public static boolean counts(ModelFacts facts) {
        return new ModelSizing(facts).count().reason() == null;
    }

    /** A catalogued model with the figures that its configuration gives and no source does. */
    public static LanguageModel completed(LanguageModel model) {
        return model.facts() == null ? model : DerivedModel.completed(model, of(model));
    }

    /** A model that nobody has catalogued. */
    public static LanguageModel languageModel(ModelFacts facts) {
        return DerivedModel.of(facts, of(facts));
    }

    private ModelSize size() {
        Counted counted = count();
        List<TensorGroup> groups = groups(counted);
        AttentionShape shape = AttentionShape.of(config);
        Long total = total(counted, groups);
        Precision precision = precision(groups);
        Bytes checkpoint = checkpoint(groups);
        Long active = active(counted, groups, total);
        Long predicting = prediction(counted, groups);
        noteOtherParts();
        noteKeys();
        unknown.addAll(shape.unknown());
        return new ModelSize(
                facts.id(),
                total,
                active,
                predicting,
                precision,
                checkpoint,
                groups,
                shape.attention(),
                Objects.requireNonNullElse(config.layers(), 0),
                Objects.requireNonNullElse(config.experts().routed(), 0),
                Objects.requireNonNullElse(config.experts().perToken(), 0),
                config.contextTokens(),
                List.copyOf(unknown));
    }

    /** The tensors of the configuration, or why there are none; sums beyond counting are a reason, too. */
    private Counted count() {
        try {
            return Counted.of(config);
        } catch (ArithmeticException e) {
            return Counted.impossible(
                    new Text("the sizes in the configuration are too large to be true", "配置中的尺寸大得不可信"));
        }
    }

    private List<TensorGroup> groups(Counted counted) {
        if (!facts.tensors().isEmpty()) {
            return new StoredSizing(facts).groups();
        }
        noteContradiction(counted.groups());
        return counted.groups();
    }

    /** An index is often wrong: DeepSeek's counts two bytes for every FP8 weight. */
    private void noteContradiction(List<TensorGroup> groups) {
        Bytes indexed = facts.indexedBytes();
        if (indexed == null || groups.isEmpty()) {
            return;
        }
        long derived = sum(groups).count();
        if (Math.abs(indexed.count() - derived) <= MOST_DIFFERENCE * derived) {
            return;
        }
        note(
                "checkpoint.bytes",
                "the index says %s, the configuration comes to %s: the latter is given"
                        .formatted(indexed.count(), derived),
                "索引写作 %s，按配置为 %s：取后者".formatted(indexed.count(), derived));
    }

    private @Nullable Long total(Counted counted, List<TensorGroup> groups) {
        Long stored = stored(groups, group -> isLanguage(group.tensorClass()));
        Long total =
                counted.reason() == null ? Long.valueOf(counted.parameters()) : stored == null ? indexed() : stored;
        if (total == null) {
            note("parameters", Objects.requireNonNull(counted.reason()));
        } else if (counted.reason() == null) {
            counted.assumptions().forEach(assumption -> note("parameters", assumption));
        }
        return total;
    }

    /** All values that the index counts or, of a checkpoint in one type, that its bytes come to. */
    private @Nullable Long indexed() {
        Bytes bytes = facts.indexedBytes();
        ValueType type = config.valueType();
        boolean plain = config.quantisation().scheme() == Quantisation.Scheme.NONE
                && config.quantisation().named().isEmpty();
        Long derived = plain && bytes != null && type != null ? Long.valueOf(bytes.count() / type.bytes()) : null;
        Long all = facts.indexedParameters() == null ? derived : facts.indexedParameters();
        if (all != null) {
            note(
                    "parameters.total",
                    "as the index of the checkpoint gives them, with all parts that it holds",
                    "取自检查点索引，含其中全部部分");
        }
        return all;
    }

    private @Nullable Long active(Counted counted, List<TensorGroup> groups, @Nullable Long total) {
        if (counted.reason() == null) {
            return counted.activeParameters();
        }
        Long routed = stored(groups, group -> group.tensorClass() == TensorClass.ROUTED_EXPERTS);
        Integer experts = config.experts().routed();
        Integer perToken = config.experts().perToken();
        if (total == null || routed == null) {
            if (total != null && experts != null) {
                note("parameters.active", new Text("the index does not tell experts from the rest", "索引未区分专家与其余部分"));
            }
            boolean dense =
                    experts == null && config.notUnderstood().stream().noneMatch(key -> key.matches(".*(exper|moe).*"));
            return total != null && dense && facts.tensors().isEmpty() ? total : null;
        }
        if (routed == 0 && experts == null) {
            return total;
        }
        if (experts == null || perToken == null) {
            note("parameters.active", new Text("how many experts a token uses is not known", "每个 token 使用的专家数未知"));
            return null;
        }
        return total - routed + Math.round((double) routed * perToken / experts);
    }

    private @Nullable Long prediction(Counted counted, List<TensorGroup> groups) {
        if (!facts.tensors().isEmpty()) {
            Long stored = stored(groups, group -> group.tensorClass() == TensorClass.MULTI_TOKEN_PREDICTION);
            return stored == null && counted.reason() == null ? Long.valueOf(counted.predictingParameters()) : stored;
        }
        if (counted.reason() != null) {
            return null;
        }
        if (counted.doubt() != null) {
            note("parameters.multiTokenPrediction", counted.doubt());
            return null;
        }
        return counted.predictingParameters();
    }

    /** The sum over stored tensors; {@code null} without files, or if a packed tensor does not tell. */
    private @Nullable Long stored(List<TensorGroup> groups, Predicate<TensorGroup> which) {
        if (facts.tensors().isEmpty()) {
            return null;
        }
        long sum = 0;
        for (TensorGroup group : groups) {
            Long parameters = which.test(group) ? group.parameters() : Long.valueOf(0);
            if (parameters == null) {
                return null;
            }
            sum += parameters;
        }
        return sum;
    }

    private static boolean isLanguage(TensorClass tensorClass) {
        return tensorClass != TensorClass.MULTI_TOKEN_PREDICTION && tensorClass != TensorClass.OTHER;
    }

    private @Nullable Precision precision(List<TensorGroup> groups) {
        Quantisation quantisation = config.quantisation();
        boolean fromFiles = !facts.tensors().isEmpty() && quantisation.scheme() == Quantisation.Scheme.NONE;
        Precision precision = fromFiles ? StoredSizing.precision(groups) : quantisation.precision();
        if (precision == null) {
            String name = fromFiles ? String.valueOf(StoredSizing.mostBytes(groups)) : OpenPoints.name(quantisation);
            note("checkpoint.precision", OpenPoints.noFormat(name));
        } else if (quantisation.scheme() == Quantisation.Scheme.MLX) {
            note("checkpoint.precision", OpenPoints.PACKED_FOR_MLX);
        }
        return precision;
    }

    private @Nullable Bytes checkpoint(List<TensorGroup> groups) {
        if (!groups.isEmpty()) {
            return sum(groups);
        }
        Bytes indexed = facts.indexedBytes();
        if (indexed == null) {
            note("checkpoint.bytes", OpenPoints.noBytes(config.quantisation()));
        }
        return indexed;
    }

    private void noteOtherParts() {
        if (config.otherParts() && facts.tensors().isEmpty() && !VisionTensors.isKnown(config)) {
            note(
                    "checkpoint.bytes",
                    "parts for images or sound are not counted, the language model alone is",
                    "仅计语言模型，图像或声音部分未计入");
        }
    }

    private void noteKeys() {
        if (!config.notUnderstood().isEmpty()) {
            boolean settled = !facts.tensors().isEmpty() || facts.indexedBytes() != null;
            note("config", OpenPoints.keys(config.notUnderstood(), settled));
        }
    }

    private static Bytes sum(List<TensorGroup> groups) {
        return groups.stream().map(TensorGroup::bytes).reduce(Bytes.ZERO, Bytes::plus);
    }

    private void note(String figure, String en, String zh) {
        note(figure, new Text(en, zh));
    }

    private void note(String figure, Text reason) {
        unknown.add(new Unknown(figure, reason));
    }
}
