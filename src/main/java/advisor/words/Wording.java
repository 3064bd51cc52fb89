package advisor.words;

import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.text.Language;
import advisor.text.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes amounts and sentences as people write them in one language. */
public final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][\\w.]*)(%?)\\}");
    /** The name of a year, which is no quantity. */
    private static final Pattern YEAR = Pattern.compile("(^y|Y)ear$");

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final List<DecimalFormat> FORMATS = List.of(format(0), format(1), format(2));
    private static final String MONEY = "money.";
    private static final String OTHER_MONEY = "money.other";
    private static final long BYTES_SHOWN_AS_GIGABYTES = 100_000_000;
    private static final long BYTES_SHOWN_AS_BYTES = 5_000_000;
    private static final BigDecimal SMALLEST_MIDDLE = BigDecimal.valueOf(10_000);
    /** Below it two decimals are no longer two digits. */
    private static final BigDecimal CENTS = new BigDecimal("0.1");

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final Language language;
    private final ResourceBundle words;

    public Wording(Language language) {
        this.language = language;
        this.words = PhraseFiles.of("amounts", language);
    }

    /** A rule's sentence in both languages. */
    public static Text sentence(Text template, Map<String, @Nullable Object> arguments) {
        return new Text(
                new Wording(Language.EN).fill(template.en(), arguments),
                new Wording(Language.ZH).fill(template.zh(), arguments));
    }

    /** Replaces {@code {path}} by the value under that path, and {@code {path%}} by it in per cent. */
    String fill(String template, Map<String, @Nullable Object> arguments) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        String filled = matcher.replaceAll(match -> Matcher.quoteReplacement(value(
                match.group(1), arguments.get(match.group(1)), !match.group(2).isEmpty())));
        return language == Language.EN ? Singular.in(filled) : filled;
    }

    private String value(String path, @Nullable Object value, boolean percent) {
        if (value instanceof Integer year && YEAR.matcher(path).find()) {
            return Integer.toString(year);
        }
        return percent && value instanceof Number number ? percent(number.doubleValue()) : value(value);
    }

    /** Any value of the fact model. */
    public String value(@Nullable Object value) {
        if (value == null) {
            return unknown();
        }
        if (value instanceof Bytes bytes) {
            return bytes(bytes);
        }
        if (value instanceof Money money) {
            return money(money);
        }
        if (value instanceof MoneyRange range) {
            return range(range);
        }
        if (value instanceof Interval interval) {
            return interval(interval);
        }
        if (value instanceof Text text) {
            return text.in(language);
        }
        if (value instanceof Precision precision) {
            return precision.label();
        }
        return value instanceof Number number ? number(number.doubleValue()) : listed(value.toString());
    }

    /** Names that the facts have joined, with the mark of the language between them. */
    private String listed(String names) {
        return language == Language.ZH ? names.replace(", ", "、") : names;
    }

    public String unknown() {
        return words.getString("unknown");
    }

    /** Decimal gigabytes, with two digits below a tenth; plain bytes for what these do not show. */
    public String bytes(@Nullable Bytes bytes) {
        if (bytes == null) {
            return unknown();
        }
        if (Math.abs(bytes.count()) < BYTES_SHOWN_AS_BYTES) {
            return plain(bytes);
        }
        return grouped(bytes.gigabytes(), isSmall(bytes) ? 2 : 1) + " GB";
    }

    private String plain(Bytes bytes) {
        return whole(bytes.count()) + " B";
    }

    /** Decimal gigabytes with two digits behind the point, so that a reader can add up. */
    public String gigabytes(@Nullable Bytes bytes) {
        return bytes == null ? unknown() : String.format(Locale.ROOT, "%,.2f GB", bytes.gigabytes());
    }

    /** As {@link #gigabytes(Bytes)}, but plain bytes for what is far below one. */
    public String preciseBytes(Bytes bytes) {
        return isSmall(bytes) ? plain(bytes) : gigabytes(bytes);
    }

    private static boolean isSmall(Bytes bytes) {
        return Math.abs(bytes.count()) < BYTES_SHOWN_AS_GIGABYTES;
    }

    /** The codes of the currencies that have a name of their own, by that name in small letters. */
    public Map<String, String> currencies() {
        return words.keySet().stream()
                .filter(key -> key.startsWith(MONEY) && !key.equals(OTHER_MONEY))
                .collect(Collectors.toMap(
                        key -> words.getString(key).replace("{0}", "").strip().toLowerCase(Locale.ROOT),
                        key -> key.substring(MONEY.length()).toLowerCase(Locale.ROOT)));
    }

    public String money(@Nullable Money money) {
        if (money == null) {
            return unknown();
        }
        String key = MONEY + money.currency();
        return words.getString(words.containsKey(key) ? key : OTHER_MONEY)
                .replace("{0}", amount(money.amount()))
                .replace("{1}", money.currency().code());
    }

    /** One amount if the range has no width, else low to high. */
    public String range(@Nullable MoneyRange range) {
        if (range == null) {
            return unknown();
        }
        String low = money(range.low());
        String high = money(range.high());
        return low.equals(high) ? low : low + "–" + high;
    }

    public String interval(@Nullable Interval interval) {
        if (interval == null) {
            return unknown();
        }
        String likely = number(interval.likely());
        return interval.low() == interval.high()
                ? likely
                : "%s (%s–%s)".formatted(likely, number(interval.low()), number(interval.high()));
    }

    public String percent(double share) {
        return words.getString("percent").replace("{0}", grouped(share * 100, Math.abs(share) < 0.1 ? 1 : 0));
    }

    /** At most three significant digits below 100, whole numbers above. */
    public String number(double value) {
        double magnitude = Math.abs(value);
        if (magnitude >= 100 || value == Math.rint(value)) {
            return grouped(value, 0);
        }
        return grouped(value, magnitude < 10 ? 2 : 1);
    }

    /** As {@link #number(double)}; small shares keep the digits that they need. */
    public String precise(double value) {
        return Math.abs(value) < 0.1 && value != 0
                ? BigDecimal.valueOf(value)
                        .round(THREE_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : number(value);
    }

    /** All digits of a whole number, so that a reader can add up. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** In millions and thousands, or in 亿 and 万, as the language counts; what is written as a thousand of one is one of the next. */
    private String amount(BigDecimal amount) {
        BigDecimal magnitude = amount.abs();
        BigDecimal large = unit("amount.large");
        BigDecimal middle = unit("amount.middle");
        int digits = magnitude.compareTo(middle.multiply(HUNDRED)) >= 0 ? 0 : 1;
        if (rounded(magnitude, middle, digits).compareTo(large) >= 0) {
            return words.getString("amount.large").replace("{0}", large(amount.divide(large)));
        }
        if (rounded(magnitude, BigDecimal.ONE, 0).compareTo(SMALLEST_MIDDLE) >= 0) {
            return words.getString("amount.middle").replace("{0}", scaled(amount, middle, digits));
        }
        return magnitude.compareTo(CENTS) < 0
                ? amount.round(THREE_DIGITS).stripTrailingZeros().toPlainString()
                : scaled(amount, BigDecimal.ONE, magnitude.compareTo(HUNDRED) < 0 ? 2 : 0);
    }

    /** An amount as it is written in a unit. */
    private static BigDecimal rounded(BigDecimal amount, BigDecimal unit, int digits) {
        return amount.divide(unit, digits, RoundingMode.HALF_UP).multiply(unit);
    }

    /** Three digits, or four of thousands. */
    private static String large(BigDecimal amount) {
        MathContext digits = amount.abs().compareTo(THOUSAND) >= 0 ? FOUR_DIGITS : THREE_DIGITS;
        return scaled(amount.round(digits), BigDecimal.ONE, 2);
    }

    private BigDecimal unit(String scale) {
        return new BigDecimal(words.getString(scale + ".unit"));
    }

    private static String scaled(BigDecimal amount, BigDecimal unit, int digits) {
        return grouped(amount.divide(unit, 6, RoundingMode.HALF_UP).doubleValue(), digits);
    }

    private static DecimalFormat format(int digits) {
        String fraction = digits == 0 ? "" : "." + "#".repeat(digits);
        DecimalFormat format = new DecimalFormat("#,##0" + fraction, SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** A format is not safe for several threads, a copy of one is cheap. What rounds to nothing has no sign. */
    private static String grouped(double value, int digits) {
        String text = ((DecimalFormat) FORMATS.get(digits).clone()).format(value);
        return text.equals("-0") ? "0" : text;
    }
}
