package advisor.engine;

import java.util.List;

/**
 * What the rules say of one request.
 *
 * @param firings rules that spoke
 * @param suppressed rules that matched but speak only under the other lens
 * @param facts all that the rules looked at, findings included
 */
public record Judgement(List<Firing> firings, List<Firing> suppressed, List<Object> facts) {}
