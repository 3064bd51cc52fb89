package advisor.text;

/** Points as people write them, with a sign of their own. */
public final class Points {
    private Points() {}

    /** {@code +5}, {@code −5} or {@code 0}. */
    public static String of(int points) {
        return points > 0 ? "+" + points : points < 0 ? "−" + -points : "0";
    }

    /** The same where a list tells what counts, and a dot marks what does not. */
    public static String orDot(int points) {
        return points == 0 ? "·" : of(points);
    }
}
