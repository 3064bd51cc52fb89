package advisor.catalog.modelfile;

import advisor.catalog.yaml.LooseSection;
import advisor.facts.model.VisionConfig;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration says of the part that sees images. */
final class VisionReader {
    private static final String HANDED_ON = "deepstack_visual_indexes";

    private VisionReader() {}

    /** {@code null} if there is none, or if its sizes are not all given. */
    static @Nullable VisionConfig read(LooseSection top, String outer) {
        LooseSection vision = top.section("vision_config");
        if (vision == null) {
            return null;
        }
        Integer layers = vision.positive("depth", "num_hidden_layers");
        Integer hidden = vision.positive("hidden_size");
        Integer size = vision.positive("intermediate_size");
        Integer patch = vision.positive("patch_size");
        return layers == null || hidden == null || size == null || patch == null
                ? null
                : new VisionConfig(
                        vision.textOr(outer, "model_type"),
                        layers,
                        hidden,
                        size,
                        patch,
                        vision.positive("temporal_patch_size"),
                        vision.positive("spatial_merge_size"),
                        vision.positive("num_position_embeddings"),
                        vision.positive("image_size"),
                        vision.positive("out_hidden_size", "vision_output_dim"),
                        vision.positive("projector_input_dim"),
                        vision.has(HANDED_ON)
                                ? Integer.valueOf(vision.wholes(HANDED_ON).size())
                                : null);
    }
}
