package advisor.rules.explain;

/** What became of a rule for one candidate: exactly one of these. */
public enum Outcome {
    FIRED,
    /** A condition on the candidate does not hold. */
    NOT_FIRED,
    /** A condition on the request, the model or a parameter does not hold: the rule is not about this question. */
    NOT_APPLICABLE,
    /** A figure that it compares is not known. */
    UNKNOWN,
    /** All conditions hold, but it speaks under the other lens, or could not be known on that day. */
    SUPPRESSED,
    /** It broke while it ran. */
    ERROR
}
