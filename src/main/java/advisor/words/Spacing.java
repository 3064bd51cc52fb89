package advisor.words;

import java.util.regex.Pattern;

/** Chinese text has a space between a character and a letter or digit, and none beside a bracket or mark of full width. */
final class Spacing {
    private static final Pattern BEFORE = Pattern.compile("(?<=\\p{IsHan})(?=[A-Za-z0-9])");
    private static final Pattern BEHIND_MARK = Pattern.compile("(?<=[），。；：、]) +(?=\\p{IsHan})");

    private Spacing() {}

    static String in(String sentence) {
        return BEHIND_MARK.matcher(BEFORE.matcher(sentence).replaceAll(" ")).replaceAll("");
    }
}
