package advisor.engine.trace;

import org.jspecify.annotations.Nullable;

/**
 * A value that a condition looked at.
 *
 * @param path as it is written: {@code memory.usable}, {@code $limit}
 * @param value {@code null} if it is not known
 */
public record Operand(String path, @Nullable Object value) {}
