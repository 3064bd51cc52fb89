package advisor.text;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days that a text names: {@code 2026-01-13}, {@code 2026-01}, {@code 2026}, January 2026, 2026 年 1 月. */
public final class NamedDays {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{Alnum},.#/_])(20\\d\\d)(?:-(\\d\\d))?(?:-(\\d\\d))?(?!,\\d|\\.?\\p{Alnum})");
    private static final Pattern ENGLISH = Pattern.compile("(" + String.join("|", MONTHS) + ") (20\\d\\d)");
    private static final Pattern CHINESE = Pattern.compile("(20\\d\\d) ?年 ?(\\d{1,2}) ?月");

    private NamedDays() {}

    /** Whether a text names a day, month or year that begins after a day. */
    public static boolean anyAfter(LocalDate day, String text) {
        return DIGITS.matcher(text).results().anyMatch(found -> isAfter(day, found.group(1), found, 2))
                || CHINESE.matcher(text).results().anyMatch(found -> isAfter(day, found.group(1), found, 2))
                || ENGLISH.matcher(text).results().anyMatch(found -> begins(
                                found.group(2), MONTHS.indexOf(found.group(1)) + 1, 1)
                        .isAfter(day));
    }

    private static boolean isAfter(LocalDate day, String year, MatchResult found, int month) {
        return begins(year, number(found.group(month)), found.groupCount() > month ? number(found.group(month + 1)) : 1)
                .isAfter(day);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** What is no day of the calendar counts as the nearest that is. */
    private static LocalDate begins(String year, int month, int day) {
        LocalDate first = LocalDate.of(Integer.parseInt(year), Math.min(Math.max(month, 1), 12), 1);
        return first.withDayOfMonth(Math.min(Math.max(day, 1), first.lengthOfMonth()));
    }
}
