package advisor.sizing.model;

import static advisor.facts.model.TensorClass.DENSE_MLP;
import static advisor.facts.model.TensorClass.ROUTED_EXPERTS;
import static advisor.facts.model.TensorClass.ROUTER;
import static advisor.facts.model.TensorClass.SHARED_EXPERTS;

import advisor.facts.model.ExpertConfig;
import advisor.facts.model.HybridConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.TensorClass;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tensors of one layer behind attention: dense, or experts with their router. */
final class MlpTensors {
    /** Widths that a search found are multiples of this. */
    private static final long WIDTH_UNIT = 256;

    private final Family family;
    private final ExpertConfig experts;
    private final @Nullable Integer expertWidth;
    private final long hidden;
    private final String layer;
    private final Consumer<WeightTensor> add;

    MlpTensors(Family family, ModelConfig config, long hidden, String layer, Consumer<WeightTensor> add) {
        this.family = family;
        this.experts = config.experts();
        this.expertWidth = config.hybrid().expertWidth();
        this.hidden = hidden;
        this.layer = layer;
        this.add = add;
    }

    void add(boolean withExperts) {
        if (!withExperts) {
            dense(MissingKeys.present(
                    family.mlp() == Family.Mlp.SHARED_DENSE ? experts.sharedSize() : experts.denseSize()));
            return;
        }
        if (family.mlp() == Family.Mlp.GATED_BESIDE) {
            dense(MissingKeys.present(experts.denseSize()));
        }
        router();
        if (family.mlp() == Family.Mlp.BIASED_FUSED) {
            fused();
        } else {
            routed();
        }
        shared();
    }

    /** In a layer that was searched for: what it was reduced to. */
    void add(HybridConfig.Block block) {
        Double width = block.width();
        if (block.linearMlp()) {
            add.accept(WeightTensor.linear(layer + ".mlp.linear_mlp", DENSE_MLP, hidden, hidden));
        } else if (width != null) {
            long size = (long) (2 * width * hidden / 3);
            dense((size + WIDTH_UNIT - 1) / WIDTH_UNIT * WIDTH_UNIT);
        }
    }

    /** Where experts see a narrower token, two matrices bring it there and back. */
    private void routed() {
        long count = MissingKeys.present(experts.routed());
        if (expertWidth == null) {
            matrices(block() + ".experts.0", ROUTED_EXPERTS, MissingKeys.present(experts.size()), hidden, count);
            return;
        }
        matrices(block() + ".experts.0", ROUTED_EXPERTS, MissingKeys.present(experts.size()), expertWidth, count);
        add.accept(WeightTensor.linear(block() + ".fc1_latent_proj", SHARED_EXPERTS, expertWidth, hidden));
        add.accept(WeightTensor.linear(block() + ".fc2_latent_proj", SHARED_EXPERTS, hidden, expertWidth));
    }

    private String denseBlock() {
        return switch (family.mlp()) {
            case UNGATED_CORRECTED, FEED_FORWARD -> block();
            case SHARED_DENSE -> layer + ".shared_mlp";
            default -> layer + ".mlp";
        };
    }

    private String block() {
        return switch (family.mlp()) {
            case SPARSE_BLOCK, SPARSE_BLOCK_CORRECTED -> layer + ".block_sparse_moe";
            case UNGATED_CORRECTED -> layer + ".mixer";
            case GATED_BESIDE -> layer;
            case SHARED_DENSE -> layer + ".block_sparse_moe";
            case GATED_CORRECTED ->
                family == Family.MINIMAX_M3 || family == Family.KIMI_LINEAR
                        ? layer + ".block_sparse_moe"
                        : layer + ".mlp";
            case FEED_FORWARD -> layer + ".feed_forward";
            default -> layer + ".mlp";
        };
    }

    void dense(long size) {
        gated(denseBlock(), DENSE_MLP, size);
        if (experts.bias()) {
            vector("gate_proj.bias", DENSE_MLP, size);
            vector("up_proj.bias", DENSE_MLP, size);
            vector("down_proj.bias", DENSE_MLP, hidden);
        }
    }

    private void router() {
        String name = block() + (usesRouterName() ? ".router" : ".gate");
        WeightTensor router = WeightTensor.plain(name, ROUTER, MissingKeys.present(experts.routed()), hidden);
        add.accept(family.hasWideRouter() ? router.inFloat() : router);
        if (isCorrected()) {
            add.accept(WeightTensor.vector(
                            block() + ".e_score_correction_bias", ROUTER, MissingKeys.present(experts.routed()))
                    .inFloat());
        }
        if (family.mlp() == Family.Mlp.GATED_BESIDE) {
            add.accept(WeightTensor.vector(name + ".scale", ROUTER, hidden));
            add.accept(WeightTensor.vector(name + ".per_expert_scale", ROUTER, MissingKeys.present(experts.routed())));
        }
    }

    private boolean usesRouterName() {
        return switch (family.mlp()) {
            case BIASED_FUSED, FEED_FORWARD, GATED_BESIDE -> true;
            default -> false;
        };
    }

    private boolean isCorrected() {
        return switch (family.mlp()) {
            case GATED_CORRECTED, SPARSE_BLOCK_CORRECTED, UNGATED_CORRECTED -> true;
            default -> false;
        };
    }

    /** All experts in two tensors, with a bias for each. */
    private void fused() {
        long size = MissingKeys.present(experts.size());
        long count = MissingKeys.present(experts.routed());
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
            gated(block() + ".shared_expert", SHARED_EXPERTS, size);
            add.accept(WeightTensor.plain(block() + ".shared_expert_gate", SHARED_EXPERTS, 1, hidden));
        } else if (family.mlp() == Family.Mlp.FEED_FORWARD) {
            gated(block() + ".shared_expert", SHARED_EXPERTS, MissingKeys.present(experts.size()));
        } else if (size != null) {
            gated(block() + ".shared_experts", SHARED_EXPERTS, (long) size * Math.max(1, count));
        } else if (count > 0) {
            gated(block() + ".shared_experts", SHARED_EXPERTS, (long) MissingKeys.present(experts.size()) * count);
        }
    }

    private void gated(String name, TensorClass tensorClass, long size) {
        matrices(name, tensorClass, size, hidden, 1);
    }

    /** Three matrices with a gate, two without. */
    private void matrices(String name, TensorClass tensorClass, long size, long width, long copies) {
        if (family.mlp() != Family.Mlp.UNGATED_CORRECTED) {
            add.accept(WeightTensor.linear(name + ".gate_proj", tensorClass, size, width)
                    .times(copies));
        }
        add.accept(
                WeightTensor.linear(name + ".up_proj", tensorClass, size, width).times(copies));
        add.accept(WeightTensor.linear(name + ".down_proj", tensorClass, width, size)
                .times(copies));
    }

    private void vector(String part, TensorClass tensorClass, long length) {
        add.accept(WeightTensor.vector(block() + "." + part, tensorClass, length));
    }
}
