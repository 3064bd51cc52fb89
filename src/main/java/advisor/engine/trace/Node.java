package advisor.engine.trace;

/** A part of a rule's conditions. */
sealed interface Node permits PatternNode, ExistenceNode, AccumulateNode, OtherNode {

    /** Its place among the rule's conditions. */
    int condition();
}
