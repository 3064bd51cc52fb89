package advisor.sizing.speed;

import advisor.facts.model.Attention;

/** The three models and two accelerators of the measured runs, by their published configurations. */
final class Shapes {
    private static final Attention.Span LAYERS = new Attention.Span(1, 0, 0);
    static final Attention LATENT = new Attention.Latent(128, 512, 64, LAYERS);
    static final Attention GROUPED = new Attention.Grouped(64, 8, 128, LAYERS);

    private Shapes() {}

    static ModelShape of(String model, String precision, String engine) {
        return switch (model) {
            case "deepseek-v3" ->
                new ModelShape(
                        61, 58, 671_026_419_200.0, 37_552_297_472.0, 256, 8, 70_272, LATENT, 7168, 128 * 160, 675.0e9);
            case "llama-3.1-70b" ->
                new ModelShape(
                        80,
                        0,
                        70_553_706_496.0,
                        70_553_706_496.0,
                        0,
                        0,
                        327_680 * cacheShare(precision, engine),
                        GROUPED,
                        8192,
                        64 * 128,
                        precision.equals("fp8") ? 72.65e9 : 141.107e9);
            case "llama-3.1-8b" ->
                new ModelShape(
                        32,
                        0,
                        8_030_261_248.0,
                        8_030_261_248.0,
                        0,
                        0,
                        131_072 * cacheShare(precision, engine),
                        GROUPED,
                        4096,
                        32 * 128,
                        precision.equals("fp8") ? 9.08e9 : 16.06e9);
            default -> throw new AssertionError("no shape for " + model);
        };
    }

    /** TensorRT-LLM and vLLM keep an 8-bit cache for FP8 Llama: the load at which requests begin to queue tells. */
    private static double cacheShare(String precision, String engine) {
        return precision.equals("fp8") && !engine.equals("sglang") ? 0.5 : 1;
    }

    static double memoryBytes(String accelerator) {
        return accelerator.contains("h200") ? 150.75e9 : 85.9e9;
    }
}
