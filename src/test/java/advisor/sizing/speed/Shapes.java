package advisor.sizing.speed;

import advisor.Shipped;
import advisor.facts.machine.Accelerator;
import advisor.facts.model.Attention;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.LayerSpan;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.sizing.model.ModelSizing;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The models of the measured runs as the catalog has them, with the size of the checkpoints that were run. */
final class Shapes {
    private static final LayerSpan LAYERS = new LayerSpan(1, 0, 0);
    static final Attention LATENT = new Attention.Latent(128, 512, 64, LAYERS);
    static final Attention GROUPED = new Attention.Grouped(64, 8, 128, LAYERS);

    private static final Map<String, Double> GIGABYTES = Map.ofEntries(
            Map.entry("deepseek-r1 fp8", 675.0),
            Map.entry("deepseek-r1 fp4", 394.0),
            Map.entry("llama-3.1-70b fp8", 72.65),
            Map.entry("llama-3.1-70b fp4", 42.6),
            Map.entry("llama-3.1-8b bf16", 16.06),
            Map.entry("llama-3.1-8b fp8", 9.08),
            Map.entry("gpt-oss-120b fp4", 65.25),
            Map.entry("gpt-oss-20b fp4", 13.76),
            Map.entry("qwen3-30b-a3b fp4", 18.1),
            Map.entry("qwen3-235b-a22b fp4", 134.0),
            Map.entry("qwen3-235b-a22b fp8", 236.4),
            Map.entry("minimax-m2.5 fp8", 230.1),
            Map.entry("qwen3-235b-a22b-fp8 fp8", 236.4));

    private static final Map<String, LanguageModel> MODELS = new ConcurrentHashMap<>();

    private Shapes() {}

    /** @param contextTokens that a stream holds in the end */
    static ModelShape of(String id, Precision precision, String engine, int contextTokens) {
        return of(id, precision, cacheShare(model(id), precision, engine), contextTokens);
    }

    /** With a cache in 8 bits, but for gpt-oss where its weights are widened. */
    static ModelShape withShortCache(String id, Precision precision, Accelerator accelerator, int contextTokens) {
        boolean widened = precision == Precision.FP4 && !Boolean.TRUE.equals(accelerator.nativeFp4());
        return of(id, precision, widened ? 1 : 0.5, contextTokens);
    }

    private static ModelShape of(String id, Precision precision, double cacheShare, int contextTokens) {
        LanguageModel model = model(id);
        double cache =
                Objects.requireNonNull(model.attention().cache(contextTokens)).count() / contextTokens * cacheShare;
        Bytes weights = Bytes.ofGigabytes(Objects.requireNonNull(GIGABYTES.get(id + " " + key(precision))));
        return Objects.requireNonNull(new ModelShapes(model).of(weights, cache));
    }

    static LanguageModel model(String id) {
        return MODELS.computeIfAbsent(
                id, one -> ModelSizing.completed(Shipped.catalog().model(one)));
    }

    private static String key(Precision precision) {
        return advisor.text.Ids.of(precision);
    }

    /** TensorRT-LLM and vLLM keep an 8-bit cache for Llama in 8 and 4 bits: the load at which requests queue tells. */
    private static double cacheShare(LanguageModel model, Precision precision, String engine) {
        boolean shortened = model.id().startsWith("llama") && precision != Precision.BF16 && !engine.equals("sglang");
        return shortened ? 0.5 : 1;
    }

    static double memoryBytes(Accelerator accelerator) {
        Bytes measured = accelerator.measuredMemory();
        return (measured == null ? accelerator.memory() : measured).count();
    }
}
