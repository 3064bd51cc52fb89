package advisor.facts.model;

import advisor.facts.unit.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * All tensors of one class that are stored in one format.
 *
 * @param format the storage type as engines name it: {@code BF16}, {@code FP8}, {@code Q4_K}
 * @param parameters weights in them; scales are not counted; {@code null} if packed files do not tell
 * @param bytes what they take, scales included
 */
public record TensorGroup(TensorClass tensorClass, String format, @Nullable Long parameters, Bytes bytes) {}
