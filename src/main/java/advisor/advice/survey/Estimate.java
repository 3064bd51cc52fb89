package advisor.advice.survey;

import advisor.facts.model.ModelSize;
import advisor.facts.unit.Bytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes, without a machine to run it on.
 *
 * @param contextTokens tokens that one stream holds
 * @param cacheBytesPerToken what one more token adds once every window is full
 * @param cacheAtContext cache of one stream, in values of 16 bits
 * @param provenances how each figure was come by
 */
public record Estimate(
        ModelSize size,
        int contextTokens,
        @Nullable Long cacheBytesPerToken,
        @Nullable Bytes cacheAtContext,
        Map<String, Provenance> provenances) {}
