package advisor.advice;

import advisor.rules.session.Judgement;

/** An advice, with all that the rules looked at and said. */
public record Assessment(Advice advice, Judgement judgement) {}
