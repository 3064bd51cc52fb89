package advisor.words;

import java.util.regex.Pattern;

/** One of what English sentences count: {@code 1 streams} is written {@code 1 stream}. */
final class Singular {
    /** Behind a 1 that is neither the end of a larger number nor of a range. */
    private static final Pattern ONE = Pattern.compile(
            "(?<![\\d.,–-])1 (stream|month|node|device|option|card|token|server|year|hour|unit|user|request|run)s\\b");

    private static final Pattern ARE = Pattern.compile("(?<![\\d.,–-])(1 (?:user|stream|request)) are\\b");

    private Singular() {}

    static String in(String sentence) {
        return ARE.matcher(ONE.matcher(sentence).replaceAll("1 $1")).replaceAll("$1 is");
    }
}
