package advisor.sizing.speed;

/**
 * What is asked of a machine.
 *
 * @param streams answers wanted at once
 * @param capacityStreams streams whose cache fits; the others wait
 * @param seenShare of the tokens of a prompt, those that were seen before
 * @param guess tokens that are guessed ahead
 */
public record Load(
        int streams, double capacityStreams, int promptTokens, int outputTokens, double seenShare, Guess guess) {

    /** Without any guess. */
    public Load(int streams, double capacityStreams, int promptTokens, int outputTokens, double seenShare) {
        this(streams, capacityStreams, promptTokens, outputTokens, seenShare, Guess.NONE);
    }

    /** Streams that run at once, at least one. */
    double running() {
        return Math.max(1, Math.min(streams, capacityStreams));
    }

    /** Rows of a step: of each stream that runs its token and the guessed ones. */
    double rows() {
        return running() * guess.rows();
    }

    /** Tokens of a prompt that must be read. */
    double newPromptTokens() {
        return promptTokens * (1 - seenShare);
    }

    /** Tokens of a prompt that need not be. */
    double seenTokens() {
        return promptTokens * seenShare;
    }

    /** Tokens that a stream holds on average while it answers. */
    double meanContextTokens() {
        return promptTokens + outputTokens / 2.0;
    }
}
