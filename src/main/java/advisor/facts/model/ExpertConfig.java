package advisor.facts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says of the layers behind attention. What it does not say is {@code null} or empty.
 *
 * @param denseSize width of a dense layer
 * @param routed experts of a layer; {@code null} for a dense model
 * @param perToken experts that one token uses
 * @param size width of one routed expert
 * @param shared experts that every token uses, each as wide as a routed one
 * @param sharedSize width of the one shared expert, where the configuration gives it so
 * @param firstDenseLayers layers before the first with experts
 * @param interval every so many layers one has experts
 * @param denseLayers numbers of layers without experts
 * @param layerFlags 1 for each layer with experts, 0 for each without
 */
public record ExpertConfig(
        @Nullable Integer denseSize,
        @Nullable Integer routed,
        @Nullable Integer perToken,
        @Nullable Integer size,
        @Nullable Integer shared,
        @Nullable Integer sharedSize,
        @Nullable Integer firstDenseLayers,
        @Nullable Integer interval,
        List<Integer> denseLayers,
        List<Integer> layerFlags,
        boolean bias) {

    public boolean mixture() {
        return routed != null;
    }
}
