package advisor.sizing.model;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.HybridConfig;
import advisor.facts.model.ModelConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each layer of a model is. */
public final class Layers {
    private static final Set<String> FULL =
            Set.of("full_attention", "attention", "global_attention", "deepseek_sparse_attention");
    private static final Set<String> SLIDING = Set.of("sliding_attention", "local_attention");
    private static final Set<String> CHUNKED = Set.of("chunked_attention");
    private static final Set<String> LINEAR = Set.of("linear_attention", "kda", "mamba", "mamba2");
    private static final Set<String> WINDOW_IN_ALL = Set.of("mistral", "mixtral", "phi3");

    private Layers() {}

    /** How far back a layer sees. */
    enum Reach {
        ALL,
        WINDOW,
        CHUNK,
        /** No cache, a state of constant size. */
        STATE,
        /** No attention at all. */
        NONE
    }

    /** The reach of each layer; {@code null} if the configuration does not tell. */
    static @Nullable List<Reach> reaches(ModelConfig config) {
        Integer count = config.layers();
        AttentionConfig attention = config.attention();
        if (count == null || !attention.foreign().isEmpty()) {
            return null;
        }
        HybridConfig hybrid = config.hybrid();
        if (!hybrid.pattern().isEmpty()) {
            return hybrid.pattern().length() == count ? lettered(hybrid.pattern()) : null;
        }
        if (!hybrid.blocks().isEmpty()) {
            return hybrid.blocks().size() == count ? reduced(hybrid.blocks()) : null;
        }
        if (!attention.layerTypes().isEmpty()) {
            return named(withoutPrediction(config, count), count);
        }
        if (!attention.fullLayers().isEmpty()) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(layer -> attention.fullLayers().contains(layer) ? Reach.ALL : Reach.STATE)
                    .toList();
        }
        Integer interval = attention.fullLayerInterval();
        if (interval != null) {
            return every(interval, count, Reach.STATE);
        }
        return attention.chunk() == null ? windowed(config, count) : chunked(config, count);
    }

    /** A list may tell of the layers behind the last, too, which predict further tokens. */
    private static List<String> withoutPrediction(ModelConfig config, int count) {
        List<String> types = config.attention().layerTypes();
        Integer predicting = config.predictionLayers();
        return predicting != null && types.size() == count + predicting ? types.subList(0, count) : types;
    }

    /** {@code null} if a letter is not known. */
    private static @Nullable List<Reach> lettered(String pattern) {
        List<Reach> reaches = new ArrayList<>();
        for (char letter : pattern.toCharArray()) {
            switch (letter) {
                case 'M' -> reaches.add(Reach.STATE);
                case '*' -> reaches.add(Reach.ALL);
                case 'E', '-' -> reaches.add(Reach.NONE);
                default -> {
                    return null;
                }
            }
        }
        return reaches;
    }

    private static List<Reach> reduced(List<HybridConfig.Block> blocks) {
        return blocks.stream()
                .map(block -> block.headsOfAGroup() == null ? Reach.NONE : Reach.ALL)
                .toList();
    }

    private static @Nullable List<Reach> named(List<String> types, int count) {
        List<Reach> reaches = new ArrayList<>();
        for (String type : types) {
            Reach reach = reach(type);
            if (reach == null) {
                return null;
            }
            reaches.add(reach);
        }
        return reaches.size() == count ? reaches : null;
    }

    private static @Nullable Reach reach(String type) {
        if (FULL.contains(type)) {
            return Reach.ALL;
        }
        if (SLIDING.contains(type)) {
            return Reach.WINDOW;
        }
        if (CHUNKED.contains(type)) {
            return Reach.CHUNK;
        }
        return LINEAR.contains(type) ? Reach.STATE : null;
    }

    /** All layers reach as far as {@code others}, but every so many sees all. */
    private static List<Reach> every(int interval, int count, Reach others) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(layer -> layer % interval == 0 ? Reach.ALL : others)
                .toList();
    }

    /** Without a list of the layers that see a chunk only, as the published code has it; else an upper bound. */
    private static List<Reach> chunked(ModelConfig config, int count) {
        List<Integer> flags = config.attention().chunkedLayers();
        Integer interval = defaultInterval(config);
        if (flags.isEmpty() && interval != null) {
            return every(interval, count, Reach.CHUNK);
        }
        return flags.size() == count
                ? flags.stream()
                        .map(flag -> flag == 0 ? Reach.ALL : Reach.CHUNK)
                        .toList()
                : Collections.nCopies(count, Reach.ALL);
    }

    private static @Nullable Integer defaultInterval(ModelConfig config) {
        Family family = Family.of(config);
        return family == null ? null : family.fullLayerInterval();
    }

    private static @Nullable List<Reach> windowed(ModelConfig config, int count) {
        AttentionConfig attention = config.attention();
        Integer interval = attention.windowInterval() == null ? defaultInterval(config) : attention.windowInterval();
        Integer first = attention.windowFromLayer();
        if (attention.window() == null || Boolean.FALSE.equals(attention.windowed())) {
            return Collections.nCopies(count, Reach.ALL);
        }
        if (interval != null) {
            return every(interval, count, Reach.WINDOW);
        }
        if (Boolean.TRUE.equals(attention.windowed()) && first != null) {
            return IntStream.range(0, count)
                    .mapToObj(layer -> layer < first ? Reach.ALL : Reach.WINDOW)
                    .toList();
        }
        return WINDOW_IN_ALL.contains(config.type()) ? Collections.nCopies(count, Reach.WINDOW) : null;
    }

    /** What a layer was reduced to; {@code null} if there was no search. */
    static HybridConfig.@Nullable Block block(ModelConfig config, int layer) {
        List<HybridConfig.Block> blocks = config.hybrid().blocks();
        return layer < blocks.size() ? blocks.get(layer) : null;
    }

    /** Whether a layer has experts. */
    public static boolean hasExperts(ModelConfig config, int layer) {
        ExpertConfig experts = config.experts();
        String pattern = config.hybrid().pattern();
        if (!pattern.isEmpty()) {
            return layer < pattern.length() && pattern.charAt(layer) == 'E';
        }
        Integer firstDense = experts.firstDenseLayers();
        Integer interval = experts.interval();
        if (!experts.mixture() || experts.denseLayers().contains(layer)) {
            return false;
        }
        if (layer < experts.layerFlags().size()) {
            return experts.layerFlags().get(layer) != 0;
        }
        if (firstDense != null) {
            return layer >= firstDense && layer % (interval == null ? 1 : interval) == 0;
        }
        return interval == null || (layer + 1) % interval == 0;
    }
}
