package advisor.sizing.speed;

import advisor.facts.Plan;
import advisor.facts.machine.Accelerator;
import advisor.facts.model.Attention;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.Precision;
import advisor.facts.unit.Parameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kernels that were measured to be slower than the fitted ones: of experts that somebody else than the model's maker put
 * into four bits, and of latent attention on NVIDIA generations for which the fast ones are not written, and on Apple's.
 */
final class SlowKernels {
    /** Ways of storing four bits of those who put a published model into them. */
    private static final Set<String> OF_OTHERS = Set.of("awq", "gptq");

    /** Whose engines have kernels of their own: what they lose was measured with latent attention. */
    private static final String APPLE = "Apple";

    private final Parameters parameters;
    private final boolean experts;
    private final boolean latent;
    private final boolean inFourBitsByItsMaker;
    private final int rowValues;

    SlowKernels(LanguageModel model, Parameters parameters) {
        this.parameters = parameters;
        this.experts = model.mixtureOfExperts();
        this.latent = model.attention() instanceof Attention.Latent;
        this.inFourBitsByItsMaker =
                model.nativePrecision() == Precision.INT4 && !OF_OTHERS.contains(method(model.facts()));
        this.rowValues = rowValues(model.facts());
    }

    private static String method(@Nullable ModelFacts facts) {
        return facts == null ? "" : facts.config().quantisation().method();
    }

    private static int rowValues(@Nullable ModelFacts facts) {
        Integer hidden = facts == null ? null : facts.config().hiddenSize();
        return hidden == null ? 0 : hidden;
    }

    /** What a layer of experts takes beyond the fitted time. */
    double expertLayerSeconds(Plan plan, Accelerator accelerator) {
        if (onApple(accelerator)) {
            return experts && latent ? parameters.value("performance/apple-latent-expert-layer-seconds") : 0;
        }
        if (!inFourBits(plan)) {
            return 0;
        }
        String whose = inFourBitsByItsMaker ? "four-bit" : "widened";
        return rowValues * parameters.value("performance/" + whose + "-expert-value-seconds");
    }

    /** Memory traffic for each element of each row sent to an expert; of such experts measured with DeepSeek alone. */
    double rowBytes(Plan plan, Accelerator accelerator) {
        return parameters.value("performance/" + rowBytesId(plan, accelerator));
    }

    private String rowBytesId(Plan plan, Accelerator accelerator) {
        if (latent && onApple(accelerator)) {
            return "apple-latent-expert-row-bytes";
        }
        if (!latent || inFourBitsByItsMaker || !inFourBits(plan)) {
            return "expert-row-bytes";
        }
        boolean sinceHopper = accelerator.afterAmpere() && !accelerator.beforeHopper();
        return sinceHopper ? "widened-expert-row-bytes" : "widened-expert-row-bytes-of-others";
    }

    /** What is reached of the fitted share of bandwidth where a cache is read. */
    double cacheShare(Accelerator accelerator) {
        return latent && accelerator.beforeHopper()
                ? parameters.value("performance/latent-cache-share-before-hopper")
                : 1;
    }

    private boolean inFourBits(Plan plan) {
        return experts && plan.precision() == Precision.INT4;
    }

    private static boolean onApple(Accelerator accelerator) {
        return accelerator.vendor().equals(APPLE);
    }
}
