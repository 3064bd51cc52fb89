package advisor.sizing.model;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.ModelConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each layer of a model is. */
public final class Layers {
    private static final Set<String> FULL = Set.of("full_attention", "attention", "global_attention");
    private static final Set<String> SLIDING = Set.of("sliding_attention", "local_attention");
    private static final Set<String> CHUNKED = Set.of("chunked_attention");
    private static final Set<String> LINEAR = Set.of("linear_attention", "kda");
    private static final Set<String> WINDOW_IN_ALL = Set.of("mistral", "mixtral", "phi3");

    private Layers() {}

    /** How far back a layer sees. */
    enum Reach {
        ALL,
        WINDOW,
        CHUNK,
        /** No cache, a state of constant size. */
        STATE
    }

    /** The reach of each layer; {@code null} if the configuration does not tell. */
    static @Nullable List<Reach> reaches(ModelConfig config) {
        Integer count = config.layers();
        AttentionConfig attention = config.attention();
        if (count == null || !attention.foreign().isEmpty()) {
            return null;
        }
        if (!attention.layerTypes().isEmpty()) {
            return named(attention.layerTypes(), count);
        }
        if (!attention.fullLayers().isEmpty()) {
            int full = Math.min(count, attention.fullLayers().size());
            return IntStream.range(0, count)
                    .mapToObj(layer -> layer < full ? Reach.ALL : Reach.STATE)
                    .toList();
        }
        Integer interval = attention.fullLayerInterval();
        if (interval != null) {
            return every(interval, count, Reach.STATE);
        }
        return attention.chunk() == null ? windowed(config, count) : chunked(attention, count);
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

    /** Without a list of the layers that see a chunk only, all count in full: an upper bound. */
    private static List<Reach> chunked(AttentionConfig attention, int count) {
        List<Integer> flags = attention.chunkedLayers();
        return flags.size() == count
                ? flags.stream()
                        .map(flag -> flag == 0 ? Reach.ALL : Reach.CHUNK)
                        .toList()
                : Collections.nCopies(count, Reach.ALL);
    }

    private static @Nullable List<Reach> windowed(ModelConfig config, int count) {
        AttentionConfig attention = config.attention();
        Integer interval = attention.windowInterval();
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

    /** Whether a layer has experts. */
    public static boolean hasExperts(ModelConfig config, int layer) {
        ExpertConfig experts = config.experts();
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
