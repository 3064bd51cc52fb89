package advisor.sizing.speed;

/**
 * A likely speed.
 *
 * @param stepSeconds one decoding step of all running streams
 * @param tokenSeconds from one token of a stream to the next, the others' prompts included
 * @param firstTokenSeconds from a prompt to its first token, waiting included
 * @param boxTokensPerSecond output tokens of all streams together
 */
public record Speed(double stepSeconds, double tokenSeconds, double firstTokenSeconds, double boxTokensPerSecond) {
    public double userTokensPerSecond() {
        return 1 / tokenSeconds;
    }
}
