package advisor.http.call;

/** How long a call may take, waiting for its turn included. */
public enum Pace {
    /** One advice, or something as quick. */
    QUICK,

    /** Some tens or hundreds of advices. */
    SLOW
}
