package advisor.http;

/** How long a call may take, waiting for its turn included. */
enum Pace {
    /** One advice, or something as quick. */
    QUICK,

    /** Some tens or hundreds of advices. */
    SLOW
}
