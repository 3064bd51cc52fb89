package advisor.words;

import java.util.regex.Pattern;

/**
 * Chinese text has a space between a character and a name or number, but behind an amount, which its unit follows, and
 * none beside a bracket or mark of full width.
 */
final class Spacing {
    private static final Pattern BESIDE =
            Pattern.compile("(?<=\\p{IsHan})(?=[A-Za-z0-9])|(?<=[A-Za-z]\\d{0,6})(?=\\p{IsHan})");
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{IsHan}) +(?=\\p{IsHan})");
    private static final Pattern BEHIND_MARK = Pattern.compile("(?<=[），。；：、]) +(?=\\p{IsHan})");

    private Spacing() {}

    static String in(String sentence) {
        String spaced = BESIDE.matcher(sentence).replaceAll(" ");
        return BETWEEN.matcher(BEHIND_MARK.matcher(spaced).replaceAll("")).replaceAll("");
    }
}
