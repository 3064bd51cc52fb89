package advisor.sizing.model;

import advisor.facts.model.ModelConfig;
import advisor.facts.model.Quantisation;
import advisor.facts.model.Quantisation.Scheme;
import advisor.facts.model.TensorClass;
import advisor.facts.model.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** In which format a checkpoint keeps a tensor, and how many bytes that takes with its scales. */
final class Storage {
    private static final int FLOAT_BYTES = 4;
    private static final int SHORT_BYTES = 2;

    private final Quantisation quantisation;
    private final IgnoredModules ignored;
    private final Map<IgnoredModules, Quantisation> named = new LinkedHashMap<>();
    private final ValueType valueType;
    private final int blockScaleBytes;

    Storage(ModelConfig config, boolean shortScales) {
        this.quantisation = config.quantisation();
        this.ignored = new IgnoredModules(quantisation.ignored());
        quantisation.named().forEach(way -> named.put(new IgnoredModules(way.targets()), way));
        this.valueType = Objects.requireNonNullElse(config.valueType(), ValueType.BF16);
        this.blockScaleBytes = shortScales ? SHORT_BYTES : FLOAT_BYTES;
    }

    /** A tensor's format as engines name it, and its bytes over all copies. */
    record Stored(String format, long bytes) {}

    /** @throws ArithmeticException if nobody could count so far */
    Stored of(WeightTensor tensor) {
        Quantisation way = way(tensor);
        boolean head = way.scheme() == Scheme.EXL && tensor.tensorClass() == TensorClass.HEAD;
        boolean table = head || packsTables(way) && isTable(tensor);
        boolean quantised = (tensor.linear() || table) && !ignored.contain(tensor.name());
        if (!quantised || way.scheme() == Scheme.NONE) {
            return plain(tensor);
        }
        long bytes = Math.multiplyExact(
                new Packing(way, blockScaleBytes).bytes(tensor.rows(), tensor.columns()), tensor.copies());
        return new Stored(format(way), bytes);
    }

    private Quantisation way(WeightTensor tensor) {
        return named.entrySet().stream()
                .filter(entry -> entry.getKey().contain(tensor.name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(quantisation);
    }

    private static boolean packsTables(Quantisation way) {
        return way.scheme() == Scheme.MLX || way.scheme() == Scheme.MLX_FLOAT;
    }

    private static boolean isTable(WeightTensor tensor) {
        return tensor.tensorClass() == TensorClass.EMBEDDING || tensor.tensorClass() == TensorClass.HEAD;
    }

    private Stored plain(WeightTensor tensor) {
        boolean fixed = tensor.fixedBytes() == FLOAT_BYTES;
        int each = fixed ? FLOAT_BYTES : valueType.bytes();
        String format = fixed ? ValueType.FP32.name() : valueType.name();
        return new Stored(format, Math.multiplyExact(tensor.parameters(), (long) each));
    }

    private static String format(Quantisation quantisation) {
        return switch (quantisation.scheme()) {
            case FP8_BLOCK -> "FP8 %s×%s".formatted(quantisation.blockRows(), quantisation.blockColumns());
            case FP8_CHANNEL -> "FP8 row";
            case FP8_TENSOR -> "FP8";
            case INT8_CHANNEL -> "INT8 row";
            case MXFP4, MLX_FLOAT -> "MXFP4";
            case MXFP8 -> "MXFP8";
            case BLOCKWISE, BLOCKWISE_NESTED, EXL -> "%s %s".formatted(quantisation.method(), quantisation.bits());
            case NVFP4 -> "NVFP4";
            case AWQ, GPTQ, MLX, PACKED_GROUP ->
                "INT%s %s%s".formatted(quantisation.bits(), quantisation.method(), group(quantisation));
            case NONE, UNKNOWN -> quantisation.method();
        };
    }

    private static String group(Quantisation quantisation) {
        return quantisation.groupSize() == null ? "" : " g" + quantisation.groupSize();
    }
}
