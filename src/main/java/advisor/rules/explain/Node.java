package advisor.rules.explain;

import java.util.stream.Stream;

/** A part of a rule's conditions. */
sealed interface Node permits PatternNode, ExistenceNode, ForallNode, EitherNode, AccumulateNode {

    /** Its place among the rule's conditions. */
    int condition();

    /** Every pattern in it, at whatever depth. */
    Stream<PatternNode> allPatterns();

    /** The patterns in it whose facts a match holds. */
    default Stream<PatternNode> bindingPatterns() {
        return Stream.of();
    }
}
