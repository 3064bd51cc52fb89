package advisor.sizing.model;

import static advisor.facts.model.TensorClass.OTHER;

import advisor.facts.model.ModelConfig;
import advisor.facts.model.VisionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tensors of the part that sees images, where its architecture is known. */
final class VisionTensors {
    private static final Set<String> MERGED_LAST = Set.of("qwen3_5", "qwen3_5_moe", "qwen3_vl", "qwen3_vl_moe");
    private static final Set<String> PROJECTED = Set.of("siglip_vision_model");
    private static final int COLOURS = 3;

    private final VisionConfig vision;
    private final List<WeightTensor> tensors = new ArrayList<>();

    private VisionTensors(VisionConfig vision) {
        this.vision = vision;
    }

    /** Whether the part for images can be counted. */
    static boolean isKnown(ModelConfig config) {
        return config.vision() != null && (isMerged(config.vision()) || isProjected(config.vision()));
    }

    static List<WeightTensor> of(ModelConfig config) {
        VisionConfig vision = config.vision();
        return vision == null || !isKnown(config)
                ? List.of()
                : new VisionTensors(vision).all(config.hiddenSize() == null ? 0 : config.hiddenSize());
    }

    private static boolean isMerged(VisionConfig vision) {
        return MERGED_LAST.contains(vision.type()) && vision.positions() != null && vision.output() != null;
    }

    private static boolean isProjected(VisionConfig vision) {
        return PROJECTED.contains(vision.type()) && vision.image() != null;
    }

    private List<WeightTensor> all(int textWidth) {
        blocks();
        if (isMerged(vision)) {
            merger();
        } else {
            projector(textWidth);
        }
        return tensors;
    }

    private void blocks() {
        long hidden = vision.hidden();
        long pixels = (long) COLOURS * vision.frames() * vision.patch() * vision.patch();
        matrix("patch_embed", hidden, pixels, true);
        matrix("pos_embed", positions(), hidden, false);
        for (int layer = 0; layer < vision.layers(); layer++) {
            String block = "blocks." + layer;
            matrix(block + ".attn.qkv", 3 * hidden, hidden, true);
            matrix(block + ".attn.proj", hidden, hidden, true);
            matrix(block + ".mlp.fc1", vision.size(), hidden, true);
            matrix(block + ".mlp.fc2", hidden, vision.size(), true);
            vector(block + ".norms", 2 * 2 * hidden);
        }
        vector("norm", 2 * hidden);
    }

    private long positions() {
        Integer given = vision.positions();
        Integer image = vision.image();
        long side = image == null ? 0 : image / vision.patch();
        return given == null ? side * side : given;
    }

    private void merger() {
        long merged = (long) vision.hidden() * vision.merged() * vision.merged();
        long output = vision.output() == null ? 0 : vision.output();
        matrix("merger.linear_fc1", merged, merged, true);
        matrix("merger.linear_fc2", output, merged, true);
    }

    private void projector(int textWidth) {
        matrix("multi_modal_projector.mm_input_projection_weight", vision.hidden(), textWidth, false);
        vector("multi_modal_projector.mm_soft_emb_norm", vision.hidden());
    }

    private void matrix(String name, long rows, long columns, boolean biased) {
        tensors.add(WeightTensor.plain("visual." + name, OTHER, rows, columns));
        if (biased) {
            vector(name + ".bias", rows);
        }
    }

    private void vector(String name, long length) {
        tensors.add(WeightTensor.vector("visual." + name, OTHER, length));
    }
}
