package advisor.catalog.modelfile;

import advisor.catalog.yaml.LooseSection;
import advisor.facts.model.Quantisation;
import advisor.facts.model.Quantisation.Scheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how a checkpoint is quantised: it outranks {@code torch_dtype}, which keeps the type of the original. */
final class QuantisationReader {
    private static final int MICRO_GROUP = 32;
    private static final int NV_GROUP = 16;

    private static final int BITSANDBYTES_BLOCK = 64;
    private static final int PUBLISHED_BLOCK = 128;

    private static final String METHOD = "quant_method";

    private final LooseSection text;
    private final LooseSection top;
    private @Nullable LooseSection section;
    private @Nullable LooseSection mlx;

    QuantisationReader(LooseSection text, LooseSection top) {
        this.text = text;
        this.top = top;
    }

    /** @param beside {@code hf_quant_config.json}, if there is one */
    Quantisation read(@Nullable LooseSection beside) {
        section = section("quantization_config");
        mlx = section("quantization");
        LooseSection producer = beside == null ? null : beside.section("quantization");
        Quantisation read = section == null && mlx == null && producer != null
                ? modelOptimizer(producer)
                : byKeys(section == null ? mlx : section);
        String experts = text.text("expert_dtype");
        return experts == null || read.scheme() == Scheme.NONE ? read : unknown(read.method() + ", experts " + experts);
    }

    /** Keys of its own that nobody here understands; to be asked after it was read. */
    List<String> notUnderstood() {
        return Stream.of(section, mlx)
                .flatMap(Stream::ofNullable)
                .flatMap(found -> ConfigKeys.notUnderstoodOfQuantisation(found).stream())
                .map(key -> "quantization_config." + key)
                .distinct()
                .toList();
    }

    private @Nullable LooseSection section(String key) {
        LooseSection own = text.section(key);
        return own == null ? top.section(key) : own;
    }

    private Quantisation byKeys(@Nullable LooseSection found) {
        if (found == null) {
            return Quantisation.NONE;
        }
        return mlx != null && found.textOr("", METHOD).isEmpty() ? mlx(mlx) : byMethod(found);
    }

    private static Quantisation byMethod(LooseSection section) {
        String method = section.textOr("", METHOD).toLowerCase(Locale.ROOT);
        return switch (method) {
            case "fp8" -> fp8(section);
            case "fbgemm_fp8" ->
                section.has("modules_to_not_convert")
                        ? of(Scheme.FP8_CHANNEL, method, Byte.SIZE, null, false, section)
                        : unknown(method + " (modules_to_not_convert)");
            case "mxfp4" -> of(Scheme.MXFP4, method, 4, MICRO_GROUP, false, section);
            case "awq" -> grouped(Scheme.AWQ, method, section, zeroPoints(section));
            case "gptq" -> grouped(Scheme.GPTQ, method, section, true);
            case "compressed-tensors" -> compressed(section);
            case "modelopt", "modelopt_fp4" -> modelOptimizer(section);
            case "bitsandbytes" -> bitsAndBytes(section);
            case "exl2", "exl3" -> meanBits(method, section);
            case "mxfp8" -> of(Scheme.MXFP8, method, Byte.SIZE, MICRO_GROUP, false, section);
            case "quark" -> quark(section);
            case "" ->
                section.has("quant_algo") ? modelOptimizer(section) : unknown("quantization_config (quant_method)");
            default -> unknown(section.has("bits") ? method + " (bits " + section.text("bits") + ")" : method);
        };
    }

    /** MLX keeps embeddings in few bits, too, and layers with other bits, or none, by their names. */
    private static Quantisation mlx(LooseSection section) {
        List<Quantisation> named = new ArrayList<>();
        section.nested()
                .forEach((name, own) ->
                        named.add(mlxOf(own, section.textOr("affine", "mode")).of(List.of(name))));
        List<String> plain = section.falseKeys();
        if (!plain.isEmpty()) {
            named.add(Quantisation.NONE.of(plain));
        }
        return mlxOf(section, "affine").with(named);
    }

    private static Quantisation mlxOf(LooseSection section, String usual) {
        String mode = section.textOr(usual, "mode");
        return switch (mode) {
            case "affine" -> grouped(Scheme.MLX, "mlx", section, false);
            case "mxfp4" -> grouped(Scheme.MLX_FLOAT, "mlx", section, false);
            default -> unknown("mlx (" + mode + ")");
        };
    }

    private static Quantisation bitsAndBytes(LooseSection section) {
        boolean eight = section.isSet("load_in_8bit") || section.isSet("_load_in_8bit");
        if (!eight && !section.has("bnb_4bit_use_double_quant")) {
            return unknown("bitsandbytes (4 bits, bnb_4bit_use_double_quant)");
        }
        Scheme four = section.isSet("bnb_4bit_use_double_quant") ? Scheme.BLOCKWISE_NESTED : Scheme.BLOCKWISE;
        List<String> skipped = section.texts("llm_int8_skip_modules");
        return new Quantisation(
                eight ? Scheme.INT8_CHANNEL : four,
                "bitsandbytes",
                eight ? Byte.SIZE : Byte.SIZE / 2,
                eight ? null : Integer.valueOf(BITSANDBYTES_BLOCK),
                0,
                0,
                false,
                skipped.isEmpty() ? List.of("lm_head") : skipped);
    }

    /** Bits are a mean over the layers; the head has its own. */
    private static Quantisation meanBits(String method, LooseSection section) {
        Double bits = section.real("bits");
        Double head = section.has("head_bits") ? section.real("head_bits") : Double.valueOf(6);
        if (bits == null || head == null) {
            return unknown(method + " (bits)");
        }
        return thousandths(method, bits, section)
                .with(List.of(thousandths(method, head, section).of(List.of("lm_head"))));
    }

    private static Quantisation thousandths(String method, double bits, LooseSection section) {
        return of(Scheme.EXL, method, (int) Math.round(bits * 1000), null, false, section);
    }

    /** AMD's. */
    private static Quantisation quark(LooseSection section) {
        LooseSection global = section.section("global_quant_config");
        LooseSection weight = global == null ? null : global.section("weight");
        if (weight == null
                || section.isNested("layer_quant_config")
                        && !section.keysOf("layer_quant_config").isEmpty()) {
            return unknown("quark (global_quant_config)");
        }
        String kind = weight.textOr("", "dtype") + "/" + weight.textOr("", "qscheme");
        List<String> left = section.texts("exclude");
        Quantisation read =
                switch (kind) {
                    case "fp4/per_group" -> of(Scheme.MXFP4, "mxfp4", 4, MICRO_GROUP, false, section);
                    case "fp8_e4m3/per_tensor" -> of(Scheme.FP8_TENSOR, "fp8", Byte.SIZE, null, false, section);
                    case "fp8_e4m3/per_channel" -> of(Scheme.FP8_CHANNEL, "fp8", Byte.SIZE, null, false, section);
                    case "int8/per_channel", "int8/per_tensor" ->
                        of(Scheme.INT8_CHANNEL, "quark", Byte.SIZE, null, false, section);
                    default -> unknown("quark " + kind);
                };
        return read.leaving(left);
    }

    private static boolean zeroPoints(LooseSection section) {
        return !section.has("zero_point") || section.isSet("zero_point");
    }

    private static Quantisation fp8(LooseSection section) {
        List<Integer> block = section.wholes("weight_block_size");
        return block.size() == 2
                ? blocks(block, section)
                : of(Scheme.FP8_TENSOR, "fp8", Byte.SIZE, null, false, section);
    }

    private static Quantisation blocks(List<Integer> block, LooseSection section) {
        if (block.size() != 2 || block.contains(0)) {
            return unknown("fp8, weight_block_size " + block);
        }
        return new Quantisation(
                Scheme.FP8_BLOCK, "fp8", Byte.SIZE, null, block.get(0), block.get(1), false, ignored(section));
    }

    private static Quantisation grouped(Scheme scheme, String method, LooseSection section, boolean zeroPoints) {
        Integer bits = section.positive("bits", "w_bit");
        Integer size = section.anyWhole("group_size", "q_group_size");
        if (bits == null || size == null || size == 0) {
            return unknown(method + " (bits, group_size)");
        }
        return of(scheme, method, bits, size < 0 ? null : size, zeroPoints, section);
    }

    private static Quantisation compressed(LooseSection section) {
        LooseSection groups = section.section("config_groups");
        List<LooseSection> all =
                groups == null ? List.of() : List.copyOf(groups.nested().values());
        List<Quantisation> ways = new ArrayList<>();
        for (LooseSection group : all) {
            LooseSection weights = group.section("weights");
            List<String> targets = group.texts("targets");
            Quantisation way = weights == null ? Quantisation.NONE : compressed(weights, section);
            ways.add(targets.equals(List.of("Linear")) ? way : way.of(targets));
        }
        List<Quantisation> usual =
                ways.stream().filter(way -> way.targets().isEmpty()).toList();
        List<Quantisation> named = ways.stream()
                .filter(way -> !way.targets().isEmpty())
                .sorted(Comparator.comparingInt(Quantisation::bits))
                .toList();
        if (ways.isEmpty() || usual.size() > 1) {
            return unknown("compressed-tensors (config_groups, targets)");
        }
        return usual.isEmpty()
                ? Quantisation.NONE.leaving(ignored(section)).with(named)
                : usual.get(0).with(named);
    }

    private static Quantisation compressed(LooseSection weights, LooseSection section) {
        String kind = weights.textOr("", "type") + weights.textOr("", "num_bits");
        Integer size = weights.positive("group_size");
        String strategy = weights.textOr(kind.startsWith("int") && size != null ? "group" : "", "strategy");
        return switch (kind + "/" + strategy) {
            case "int4/group", "int8/group" ->
                size == null ? unknown(compressed(kind, strategy)) : packed(weights, size, section);
            case "int4/channel" -> packed(weights, size, section);
            case "int8/channel", "int8/tensor" -> int8(section, size);
            case "float8/channel" -> of(Scheme.FP8_CHANNEL, "fp8", Byte.SIZE, null, false, section);
            case "float8/tensor" -> of(Scheme.FP8_TENSOR, "fp8", Byte.SIZE, null, false, section);
            case "float8/group" ->
                size != null && size == MICRO_GROUP
                        ? of(Scheme.MXFP8, "mxfp8", Byte.SIZE, MICRO_GROUP, false, section)
                        : unknown(compressed(kind, strategy));
            case "float8/block" -> blocks(weights.wholes("block_structure"), section);
            case "float4/tensor_group" -> of(Scheme.NVFP4, "nvfp4", 4, size == null ? NV_GROUP : size, false, section);
            case "float4/group", "float4/" -> microScaled(kind, strategy, size, section);
            default -> unknown(compressed(kind, strategy));
        };
    }

    /** Four bits in groups of 32 with a shared exponent, whether or not a strategy is named. */
    private static Quantisation microScaled(
            String kind, String strategy, @Nullable Integer size, LooseSection section) {
        boolean named = section.textOr("", "format").startsWith("mxfp4");
        return named && size == null || size != null && size == MICRO_GROUP
                ? of(Scheme.MXFP4, "mxfp4", 4, MICRO_GROUP, false, section)
                : unknown(compressed(kind, strategy));
    }

    private static String compressed(String kind, String strategy) {
        String told = strategy.isEmpty() ? kind : kind + ", " + strategy;
        return "compressed-tensors (" + (told.isEmpty() ? "weights" : told) + ")";
    }

    private static Quantisation packed(LooseSection weights, @Nullable Integer size, LooseSection section) {
        Integer bits = weights.positive("num_bits");
        boolean symmetric = !weights.has("symmetric") || weights.isSet("symmetric");
        return of(Scheme.PACKED_GROUP, "compressed-tensors", bits == null ? 4 : bits, size, !symmetric, section);
    }

    private static Quantisation int8(LooseSection section, @Nullable Integer size) {
        return section.textOr("", "format").equals("pack-quantized")
                ? of(Scheme.PACKED_GROUP, "compressed-tensors", Byte.SIZE, size, false, section)
                : of(Scheme.INT8_CHANNEL, "compressed-tensors", Byte.SIZE, null, false, section);
    }

    private static Quantisation modelOptimizer(LooseSection section) {
        String algorithm = section.textOr("", "quant_algo").toUpperCase(Locale.ROOT);
        Integer size = section.positive("group_size");
        section.section("config_groups");
        return algorithm.equals("MIXED_PRECISION") ? byModule(section) : modelOptimizer(algorithm, size, section);
    }

    /** Each module has its algorithm; those of a layer's experts are alike. */
    private static Quantisation byModule(LooseSection section) {
        LooseSection layers = section.section("quantized_layers");
        if (layers == null) {
            return unknown("modelopt MIXED_PRECISION");
        }
        Map<Quantisation, Set<String>> modules = new LinkedHashMap<>();
        layers.nested().forEach((name, own) -> modules.computeIfAbsent(
                        modelOptimizer(
                                own.textOr("", "quant_algo").toUpperCase(Locale.ROOT),
                                own.positive("group_size"),
                                section),
                        way -> new LinkedHashSet<>())
                .add(name.replaceFirst("(\\.experts)\\..*", "$1")));
        List<Quantisation> named = modules.entrySet().stream()
                .map(entry -> entry.getKey().of(List.copyOf(entry.getValue())))
                .sorted(Comparator.comparingInt(Quantisation::bits))
                .toList();
        return Quantisation.NONE.leaving(ignored(section)).with(named);
    }

    private static Quantisation modelOptimizer(String algorithm, @Nullable Integer size, LooseSection section) {
        return switch (algorithm) {
            case "MXFP8" -> of(Scheme.MXFP8, "mxfp8", Byte.SIZE, MICRO_GROUP, false, section);
            case "FP8_PB_WO" -> blocks(List.of(PUBLISHED_BLOCK, PUBLISHED_BLOCK), section);
            case "NVFP4", "W4A16_NVFP4", "NVFP4_AWQ" ->
                of(Scheme.NVFP4, "nvfp4", 4, size == null ? NV_GROUP : size, false, section);
            case "FP8" -> of(Scheme.FP8_TENSOR, "fp8", Byte.SIZE, null, false, section);
            default -> unknown("modelopt " + algorithm);
        };
    }

    private static Quantisation unknown(String method) {
        return new Quantisation(Scheme.UNKNOWN, method, 0, null, 0, 0, false, List.of());
    }

    private static Quantisation of(
            Scheme scheme,
            String method,
            int bits,
            @Nullable Integer groupSize,
            boolean zeroPoints,
            LooseSection section) {
        return new Quantisation(scheme, method, bits, groupSize, 0, 0, zeroPoints, ignored(section));
    }

    private static List<String> ignored(LooseSection section) {
        return section.texts("modules_to_not_convert", "ignored_layers", "ignore", "exclude_modules");
    }
}
