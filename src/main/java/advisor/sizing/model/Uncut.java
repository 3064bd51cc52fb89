package advisor.sizing.model;

import advisor.facts.model.ModelConfig;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.TensorClass;
import java.util.regex.Pattern;

/**
 * What devices that share the attention of a layer each hold whole: the projections into the small vectors of latent
 * attention, what picks the tokens of sparse attention, and the routers.
 */
public final class Uncut {
    private static final Pattern NAMES = Pattern.compile("q_a_proj|kv_a_proj|\\.indexer\\.");

    private Uncut() {}

    /** Bytes in the published format; 0 where the configuration does not tell. */
    public static long bytes(ModelFacts facts) {
        ModelConfig config = facts.config();
        Family family = Family.of(config);
        if (family == null || !config.quantisation().counted()) {
            return 0;
        }
        Storage storage = new Storage(config, family.hasShortScales());
        return WeightTensors.of(config).tensors().stream()
                .filter(Uncut::isUncut)
                .mapToLong(tensor -> storage.of(tensor).bytes())
                .sum();
    }

    private static boolean isUncut(WeightTensor tensor) {
        return tensor.tensorClass() == TensorClass.ROUTER
                || tensor.tensorClass() == TensorClass.ATTENTION
                        && NAMES.matcher(tensor.name()).find();
    }
}
