package advisor.catalog;

import advisor.text.Text;

/**
 * Why a citation resolves to nothing.
 *
 * @param hint what may be meant; empty if nothing is near
 */
public record Unresolved(Text message, Text hint) {}
