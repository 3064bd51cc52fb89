package advisor.sizing.model;

import static advisor.facts.model.TensorClass.DENSE_MLP;
import static advisor.facts.model.TensorClass.ROUTED_EXPERTS;
import static advisor.facts.model.TensorClass.ROUTER;
import static advisor.facts.model.TensorClass.SHARED_EXPERTS;

import advisor.facts.model.ExpertConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.TensorClass;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tensors of one layer behind attention: dense, or experts with their router. */
final class MlpTensors {
    private final Family family;
    private final ExpertConfig experts;
    private final long hidden;
    private final String layer;
    private final Consumer<WeightTensor> add;

    MlpTensors(Family family, ModelConfig config, long hidden, String layer, Consumer<WeightTensor> add) {
        this.family = family;
        this.experts = config.experts();
        this.hidden = hidden;
        this.layer = layer;
        this.add = add;
    }

    void add(boolean withExperts) {
        if (!withExperts) {
            dense();
            return;
        }
        router();
        if (family.mlp() == Family.Mlp.BIASED_FUSED) {
            fused();
        } else {
            gated(block() + ".experts.0", ROUTED_EXPERTS, number(experts.size()), number(experts.routed()));
        }
        shared();
    }

    private String block() {
        return switch (family.mlp()) {
            case SPARSE_BLOCK, SPARSE_BLOCK_CORRECTED -> layer + ".block_sparse_moe";
            case FEED_FORWARD -> layer + ".feed_forward";
            default -> layer + ".mlp";
        };
    }

    private void dense() {
        long size = number(experts.denseSize());
        gated(block(), DENSE_MLP, size, 1);
        if (experts.bias()) {
            vector("gate_proj.bias", DENSE_MLP, size);
            vector("up_proj.bias", DENSE_MLP, size);
            vector("down_proj.bias", DENSE_MLP, hidden);
        }
    }

    private void router() {
        String name = block() + (usesRouterName() ? ".router" : ".gate");
        WeightTensor router = WeightTensor.plain(name, ROUTER, number(experts.routed()), hidden);
        add.accept(family.hasWideRouter() ? router.inFloat() : router);
        if (isCorrected()) {
            add.accept(WeightTensor.vector(block() + ".e_score_correction_bias", ROUTER, number(experts.routed()))
                    .inFloat());
        }
    }

    private boolean usesRouterName() {
        return family.mlp() == Family.Mlp.BIASED_FUSED || family.mlp() == Family.Mlp.FEED_FORWARD;
    }

    private boolean isCorrected() {
        return family.mlp() == Family.Mlp.GATED_CORRECTED || family.mlp() == Family.Mlp.SPARSE_BLOCK_CORRECTED;
    }

    /** All experts in two tensors, with a bias for each. */
    private void fused() {
        long size = number(experts.size());
        long count = number(experts.routed());
        vector("router.bias", ROUTER, count);
        add.accept(WeightTensor.linear(block() + ".experts.gate_up_proj", ROUTED_EXPERTS, 2 * size, hidden)
                .times(count));
        add.accept(WeightTensor.linear(block() + ".experts.down_proj", ROUTED_EXPERTS, hidden, size)
                .times(count));
        vector("experts.gate_up_proj_bias", ROUTED_EXPERTS, 2 * size * count);
        vector("experts.down_proj_bias", ROUTED_EXPERTS, hidden * count);
    }

    private void shared() {
        Integer size = experts.sharedSize();
        int count = Objects.requireNonNullElse(experts.shared(), 0);
        if (family.mlp() == Family.Mlp.GATED_SHARED && size != null) {
            gated(block() + ".shared_expert", SHARED_EXPERTS, size, 1);
            add.accept(WeightTensor.plain(block() + ".shared_expert_gate", SHARED_EXPERTS, 1, hidden));
        } else if (family.mlp() == Family.Mlp.FEED_FORWARD) {
            gated(block() + ".shared_expert", SHARED_EXPERTS, number(experts.size()), 1);
        } else if (count > 0) {
            gated(block() + ".shared_experts", SHARED_EXPERTS, number(experts.size()) * count, 1);
        }
    }

    private void gated(String name, TensorClass tensorClass, long size, long copies) {
        add.accept(WeightTensor.linear(name + ".gate_proj", tensorClass, size, hidden)
                .times(copies));
        add.accept(WeightTensor.linear(name + ".up_proj", tensorClass, size, hidden)
                .times(copies));
        add.accept(WeightTensor.linear(name + ".down_proj", tensorClass, hidden, size)
                .times(copies));
    }

    private void vector(String part, TensorClass tensorClass, long length) {
        add.accept(WeightTensor.vector(block() + "." + part, tensorClass, length));
    }

    /** A size that {@link MissingKeys} has found present. */
    private static long number(@Nullable Integer size) {
        if (size == null) {
            throw new IllegalStateException("A size is missing that was found present.");
        }
        return size;
    }
}
