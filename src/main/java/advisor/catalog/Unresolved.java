package advisor.catalog;

/**
 * Why a citation resolves to nothing.
 *
 * @param hint what may be meant; empty if nothing is near
 */
public record Unresolved(String message, String hint) {}
