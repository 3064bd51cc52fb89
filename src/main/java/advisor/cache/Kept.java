package advisor.cache;

/**
 * A content that was kept.
 *
 * @param packed whether it came with the program, so that it deserves as much trust as the program's own code
 */
public record Kept(byte[] content, boolean packed) {}
