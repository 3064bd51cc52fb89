package advisor.advice.change;

/** Who could lift a blocker. */
public enum Lifter {
    /** The one who asks: a change of the request lifts it. */
    REQUESTER,
    /** The one who sells: no change of the request that was tried lifts it, but one of the offer does. */
    VENDOR,
    /** Nobody who reads this: it rests on what an authority says. */
    NOBODY,
    /** No single change that was tried lifts it. */
    OPEN
}
