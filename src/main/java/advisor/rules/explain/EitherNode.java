package advisor.rules.explain;

import java.util.List;
import java.util.stream.Stream;

/** That the parts of one branch hold together, whichever. */
record EitherNode(int condition, List<List<Node>> branches) implements Node {
    @Override
    public Stream<PatternNode> allPatterns() {
        return branches.stream().flatMap(List::stream).flatMap(Node::allPatterns);
    }

    @Override
    public Stream<PatternNode> bindingPatterns() {
        return branches.stream().flatMap(List::stream).flatMap(Node::bindingPatterns);
    }
}
