package advisor.facts.model;

import org.jspecify.annotations.Nullable;

/**
 * What a configuration says of the part that sees images, as it says it.
 *
 * @param type its {@code model_type}, or that of the whole where it has none
 * @param patch pixels of a patch's side
 * @param frames that one patch spans; {@code null} if not said
 * @param merged patches of a side that become one token; {@code null} if not said
 * @param positions that have an embedding of their own; {@code null} if not said
 * @param image pixels of an image's side; {@code null} if not said
 * @param output values of a token that the language model gets; {@code null} if not said
 * @param adapted values between the two layers of an adapter; {@code null} if not said
 * @param handedOn layers whose output the language model gets as well; {@code null} if not said
 */
public record VisionConfig(
        String type,
        int layers,
        int hidden,
        int size,
        int patch,
        @Nullable Integer frames,
        @Nullable Integer merged,
        @Nullable Integer positions,
        @Nullable Integer image,
        @Nullable Integer output,
        @Nullable Integer adapted,
        @Nullable Integer handedOn) {}
