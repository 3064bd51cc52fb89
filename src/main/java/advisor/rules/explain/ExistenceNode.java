package advisor.rules.explain;

import java.util.List;
import java.util.stream.Stream;

/**
 * That parts hold together of some facts, or of none.
 *
 * @param wanted whether they must
 */
record ExistenceNode(int condition, boolean wanted, List<Node> parts) implements Node {
    @Override
    public Stream<PatternNode> allPatterns() {
        return parts.stream().flatMap(Node::allPatterns);
    }
}
