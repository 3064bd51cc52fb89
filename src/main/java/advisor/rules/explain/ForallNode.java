package advisor.rules.explain;

import java.util.stream.Stream;

/** That every fact of a type satisfies a pattern. */
record ForallNode(int condition, PatternNode pattern) implements Node {
    @Override
    public Stream<PatternNode> allPatterns() {
        return Stream.of(pattern);
    }
}
