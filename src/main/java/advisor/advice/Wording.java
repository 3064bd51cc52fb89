package advisor.advice;

import advisor.model.Bytes;
import advisor.model.Currency;
import advisor.model.Interval;
import advisor.model.Language;
import advisor.model.Money;
import advisor.model.MoneyRange;
import advisor.model.Precision;
import advisor.model.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes amounts and sentences as people write them in one language. */
public final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][\\w.]*)(%?)\\}");
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final List<DecimalFormat> FORMATS = List.of(format(0), format(1), format(2));
    private static final long BYTES_SHOWN_AS_GIGABYTES = 10_000_000;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal HUNDRED_THOUSAND = BigDecimal.valueOf(100_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final Language language;

    public Wording(Language language) {
        this.language = language;
    }

    /** A rule's sentence in both languages. */
    static Text sentence(Text template, Map<String, @Nullable Object> arguments) {
        return new Text(
                new Wording(Language.EN).fill(template.en(), arguments),
                new Wording(Language.ZH).fill(template.zh(), arguments));
    }

    /** Replaces {@code {path}} by the value under that path, and {@code {path%}} by it in per cent. */
    String fill(String template, Map<String, @Nullable Object> arguments) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(
                value(arguments.get(match.group(1)), !match.group(2).isEmpty())));
    }

    private String value(@Nullable Object value, boolean percent) {
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
        return value instanceof Number number ? number(number.doubleValue()) : value.toString();
    }

    public String unknown() {
        return language == Language.ZH ? "未知" : "unknown";
    }

    /** Decimal gigabytes, or plain bytes for what is far below one. */
    public String bytes(@Nullable Bytes bytes) {
        if (bytes == null) {
            return unknown();
        }
        return Math.abs(bytes.count()) < BYTES_SHOWN_AS_GIGABYTES
                ? grouped(bytes.count(), 0) + " B"
                : grouped(bytes.gigabytes(), 1) + " GB";
    }

    public String money(@Nullable Money money) {
        if (money == null) {
            return unknown();
        }
        return language == Language.ZH ? chineseMoney(money) : money.currency() + " " + englishAmount(money.amount());
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
        return grouped(share * 100, Math.abs(share) < 0.1 ? 1 : 0) + " %";
    }

    /** At most three significant digits below 100, whole numbers above. */
    public String number(double value) {
        double magnitude = Math.abs(value);
        if (magnitude >= 100 || value == Math.rint(value)) {
            return grouped(value, 0);
        }
        return grouped(value, magnitude < 10 ? 2 : 1);
    }

    private static String chineseMoney(Money money) {
        String amount = chineseAmount(money.amount());
        return money.currency() == Currency.CNY ? "¥" + amount : amount + "美元";
    }

    private static String chineseAmount(BigDecimal amount) {
        BigDecimal magnitude = amount.abs();
        if (magnitude.compareTo(HUNDRED_MILLION) >= 0) {
            return scaled(amount, HUNDRED_MILLION, 2) + "亿";
        }
        if (magnitude.compareTo(TEN_THOUSAND) >= 0) {
            return scaled(amount, TEN_THOUSAND, magnitude.compareTo(MILLION) >= 0 ? 0 : 1) + "万";
        }
        return scaled(amount, BigDecimal.ONE, smallDigits(magnitude));
    }

    private static String englishAmount(BigDecimal amount) {
        BigDecimal magnitude = amount.abs();
        if (magnitude.compareTo(MILLION) >= 0) {
            return scaled(amount, MILLION, 2) + " M";
        }
        if (magnitude.compareTo(TEN_THOUSAND) >= 0) {
            return scaled(amount, THOUSAND, magnitude.compareTo(HUNDRED_THOUSAND) >= 0 ? 0 : 1) + " k";
        }
        return scaled(amount, BigDecimal.ONE, smallDigits(magnitude));
    }

    private static int smallDigits(BigDecimal magnitude) {
        return magnitude.compareTo(BigDecimal.valueOf(100)) < 0 ? 2 : 0;
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

    /** A format is not safe for several threads, a copy of one is cheap. */
    private static String grouped(double value, int digits) {
        return ((DecimalFormat) FORMATS.get(digits).clone()).format(value);
    }
}
