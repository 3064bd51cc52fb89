package advisor.sizing.model;

import static advisor.facts.model.TensorClass.OTHER;

import advisor.facts.model.ModelConfig;
import advisor.facts.model.VisionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tensors of the part that sees images, where its architecture is known. */
final class VisionTensors {
    /** Of these the language model gets the output of some layers as well, each through a merger of its own. */
    private static final Set<String> HANDING_ON = Set.of("qwen3_vl", "qwen3_vl_moe");

    private static final Set<String> MERGED_LAST = Set.of("qwen3_5", "qwen3_5_moe");
    private static final String PROJECTED = "siglip_vision_model";
    private static final String PROJECTING = "gemma3";
    private static final String SHUFFLED = "llama4_vision_model";
    private static final int COLOURS = 3;

    private final VisionConfig vision;
    private final List<WeightTensor> tensors = new ArrayList<>();

    private VisionTensors(VisionConfig vision) {
        this.vision = vision;
    }

    /** Whether the part for images can be counted. */
    static boolean isKnown(ModelConfig config) {
        return !of(config).isEmpty();
    }

    /** Empty if nobody knows how it is built, or if a size is not said. */
    static List<WeightTensor> of(ModelConfig config) {
        VisionConfig vision = config.vision();
        if (vision == null) {
            return List.of();
        }
        VisionTensors tensors = new VisionTensors(vision);
        if (vision.type().equals(PROJECTED)) {
            return config.type().startsWith(PROJECTING) ? tensors.projected(config.hiddenSize()) : List.of();
        }
        if (vision.type().equals(SHUFFLED)) {
            return tensors.shuffled(config.hiddenSize());
        }
        Integer mergers = MERGED_LAST.contains(vision.type()) ? Integer.valueOf(0) : vision.handedOn();
        boolean merging = MERGED_LAST.contains(vision.type()) || HANDING_ON.contains(vision.type());
        return merging && mergers != null ? tensors.merged(mergers) : List.of();
    }

    private List<WeightTensor> merged(int handedOn) {
        Integer positions = vision.positions();
        Integer output = vision.output();
        Integer frames = vision.frames();
        Integer side = vision.merged();
        if (positions == null || output == null || frames == null || side == null) {
            return List.of();
        }
        blocks(positions, frames, true);
        vector("norm", 2L * vision.hidden());
        long merged = (long) vision.hidden() * side * side;
        merger("merger", merged, output);
        for (int layer = 0; layer < handedOn; layer++) {
            String name = "deepstack_merger_list." + layer;
            vector(name + ".norm", 2 * merged);
            merger(name, merged, output);
        }
        return tensors;
    }

    private void merger(String name, long merged, int output) {
        matrix(name + ".linear_fc1", merged, merged, true);
        matrix(name + ".linear_fc2", output, merged, true);
    }

    private List<WeightTensor> projected(@Nullable Integer textWidth) {
        Integer image = vision.image();
        if (image == null || textWidth == null) {
            return List.of();
        }
        long side = image / vision.patch();
        Integer positions = vision.positions();
        blocks(positions == null ? side * side : positions, 1, true);
        vector("norm", 2L * vision.hidden());
        matrix("multi_modal_projector.mm_input_projection_weight", vision.hidden(), textWidth, false);
        vector("multi_modal_projector.mm_soft_emb_norm", vision.hidden());
        return tensors;
    }

    /** Patches side by side become one token, which an adapter of two layers and a projector hand on. */
    private List<WeightTensor> shuffled(@Nullable Integer textWidth) {
        Integer image = vision.image();
        Integer output = vision.output();
        Integer adapted = vision.adapted();
        if (image == null || output == null || adapted == null || textWidth == null) {
            return List.of();
        }
        long side = image / vision.patch();
        blocks(side * side + 1, 1, false);
        vector("class_embedding", vision.hidden());
        vector("layernorms", 2L * 2 * vision.hidden());
        matrix("vision_adapter.mlp.fc1", adapted, vision.size(), false);
        matrix("vision_adapter.mlp.fc2", output, adapted, false);
        matrix("multi_modal_projector.linear_1", textWidth, output, false);
        return tensors;
    }

    private void blocks(long positions, int frames, boolean patchBiased) {
        long hidden = vision.hidden();
        matrix("patch_embed", hidden, (long) COLOURS * frames * vision.patch() * vision.patch(), patchBiased);
        matrix("pos_embed", positions, hidden, false);
        for (int layer = 0; layer < vision.layers(); layer++) {
            String block = "blocks." + layer;
            matrix(block + ".attn.qkv", 3 * hidden, hidden, true);
            matrix(block + ".attn.proj", hidden, hidden, true);
            matrix(block + ".mlp.fc1", vision.size(), hidden, true);
            matrix(block + ".mlp.fc2", hidden, vision.size(), true);
            vector(block + ".norms", 2 * 2 * hidden);
        }
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
