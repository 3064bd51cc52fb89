package advisor.sizing.speed;

/**
 * What is asked of a machine.
 *
 * @param streams answers wanted at once
 * @param capacityStreams streams whose cache fits; the others wait
 */
public record Load(int streams, double capacityStreams, int promptTokens, int outputTokens) {

    /** Streams that run at once, at least one. */
    double running() {
        return Math.max(1, Math.min(streams, capacityStreams));
    }

    /** Tokens that a stream holds on average while it answers. */
    double meanContextTokens() {
        return promptTokens + outputTokens / 2.0;
    }
}
