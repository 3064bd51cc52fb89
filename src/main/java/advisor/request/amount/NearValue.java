package advisor.request.amount;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody may have meant who wrote a value otherwise than it is read. */
public final class NearValue {
    private static final Pattern YEARS = Pattern.compile("\\s*(\\d{1,2})\\s*(?:y|yr|yrs|years?|年)\\s*");

    /** No part of a decimal, and not so many thousands. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d{1,9}(?![\\d.]|\\s*[kKwWM千万亿])");

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,'](?=\\d{3}(?!\\d))");
    private static final int MONTHS_OF_A_YEAR = 12;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:(\\d{2})(\\d{2})|\\D(\\d{1,2})\\D(\\d{1,2})\\D?)");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    private static final List<String> MILLION = List.of("million", "mio", "mn", "mln");
    private static final Pattern DOTS = Pattern.compile("(?<=\\d)\\.(?=\\d{3}(?!\\d))");

    private NearValue() {}

    /**
     * The whole number in a text, years told as the months that are asked for; an example if it has none, or one out of
     * bounds.
     */
    public static String wholeNumber(String text, boolean months, int least, int most, int example) {
        Matcher years = YEARS.matcher(text);
        Stream<String> meant = months && years.matches()
                ? Stream.of(Integer.toString(MONTHS_OF_A_YEAR * Integer.parseInt(years.group(1))))
                : NUMBER.matcher(THOUSANDS.matcher(text).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .limit(1);
        return meant.map(Long::valueOf)
                .filter(number -> number >= least && number <= most)
                .map(number -> Long.toString(number))
                .findFirst()
                .orElse(Integer.toString(example));
    }

    /** The day in a text, written as days are read; an example if it has none, or one of two. */
    public static String day(String text, String example) {
        Matcher first = YEAR_FIRST.matcher(text.strip());
        if (first.matches()) {
            return first.group(2) == null
                    ? day(first.group(1), first.group(4), first.group(5), example)
                    : day(first.group(1), first.group(2), first.group(3), example);
        }
        Matcher last = YEAR_LAST.matcher(text.strip());
        if (!last.matches()) {
            return example;
        }
        String european = day(last.group(3), last.group(2), last.group(1), example);
        String american = day(last.group(3), last.group(1), last.group(2), example);
        boolean either = !text.contains(".") && !european.equals(example) && !american.equals(example);
        return european.equals(example) || either && !european.equals(american)
                ? either ? example : american
                : european;
    }

    private static String day(String year, String month, String day, String otherwise) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** The amount of money in a text, written as amounts are read; examples if it has none. */
    public static String amount(String text) {
        String plain = DOTS.matcher(text.strip()).replaceAll("").replace(" ", "");
        return Stream.concat(
                        MILLION.stream().map(word -> plain.replaceFirst("(?i)" + word, "M")),
                        Stream.of(plain, plain.replace("'", "")))
                .filter(read -> !read.equals(text) && Amount.parse(read).isPresent())
                .findFirst()
                .orElse(Amount.ACCEPTED);
    }
}
