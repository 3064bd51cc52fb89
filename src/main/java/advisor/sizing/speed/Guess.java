package advisor.sizing.speed;

/**
 * Speculative decoding: tokens that are guessed ahead of each step and checked in it, until one is wrong.
 *
 * @param tokens guessed ahead; 0 for none
 * @param acceptance share of the guesses that are right, where all before it were
 */
public record Guess(int tokens, double acceptance) {
    public static final Guess NONE = new Guess(0, 0);

    /** Rows that a step computes for each stream: the known token and the guessed ones. */
    double rows() {
        return 1.0 + tokens;
    }

    /** Tokens that a step gives each stream on average: its own, and the guesses before the first wrong one. */
    double tokensOfAStep() {
        double all = 1;
        for (int i = tokens; i > 0; i--) {
            all = 1 + acceptance * all;
        }
        return all;
    }
}
