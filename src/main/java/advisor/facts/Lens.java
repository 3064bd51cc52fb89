package advisor.facts;

/** Whose judgement is applied: the founding documents to the letter, or what evidence since says. */
public enum Lens {
    FOUNDING,
    EVIDENCE
}
