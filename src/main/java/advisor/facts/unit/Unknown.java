package advisor.facts.unit;

import advisor.text.Text;

/**
 * A figure that cannot be derived, or not without an assumption, and why.
 *
 * @param figure its path in {@code size/1}: {@code kvCache}, {@code checkpoint.bytes}
 */
public record Unknown(String figure, Text reason) {}
