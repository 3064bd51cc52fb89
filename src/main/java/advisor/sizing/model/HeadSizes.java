package advisor.sizing.model;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.HybridConfig.Block;
import advisor.facts.model.HybridConfig.Heads;
import advisor.facts.model.ModelConfig;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The heads of one attention layer.
 *
 * @param sharedValues whether the key's projection makes the value, too
 */
record HeadSizes(int heads, int kvHeads, int keyDim, int valueDim, boolean sharedValues) {

    /** @throws IllegalStateException without a size that {@link MissingKeys} asks for */
    static HeadSizes of(ModelConfig config, Layers.Reach reach, int layer) {
        AttentionConfig attention = config.attention();
        Heads own = own(config, reach);
        int heads = first(own == null ? null : own.heads(), attention.heads());
        int keyDim = first(own == null ? null : own.keyDim(), HeadSize.of(config));
        Integer value = own == null || own.valueDim() == null ? attention.valueHeadDim() : own.valueDim();
        int kvHeads = first(own == null ? null : own.kvHeads(), kvHeads(config, heads, layer));
        return new HeadSizes(
                heads, kvHeads, keyDim, Objects.requireNonNullElse(value, keyDim), own != null && own.sharedValues());
    }

    private static Integer kvHeads(ModelConfig config, int heads, int layer) {
        Block block = Layers.block(config, layer);
        Integer shared = block == null ? null : block.headsOfAGroup();
        Integer given = config.attention().kvHeads();
        return shared != null ? Integer.valueOf(heads / shared) : given == null ? Integer.valueOf(heads) : given;
    }

    private static @Nullable Heads own(ModelConfig config, Layers.Reach reach) {
        return reach == Layers.Reach.ALL
                ? config.hybrid().global()
                : config.hybrid().windowed();
    }

    private static int first(@Nullable Integer own, @Nullable Integer common) {
        return MissingKeys.present(own == null ? common : own);
    }
}
