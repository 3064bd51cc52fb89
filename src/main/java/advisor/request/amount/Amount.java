package advisor.request.amount;

import static java.util.Map.entry;

import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.words.Wording;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an amount of money as people write it, and as answers do: {@code 3000000CNY}, {@code 300w}, {@code ¥300万}, {@code $400k},
 * {@code ₹2 crore}, {@code USD 20 k}.
 */
public final class Amount {
    /** Examples of what is understood. */
    public static final String ACCEPTED = "3000000CNY, 300w, 300万, ¥245万, 2.45M CNY, $400k, €300k, ₹2 crore, 400000USD";

    /** More than the world's money; sums of more would not be whole numbers of 64 bits. */
    public static final long MOST = 1_000_000_000_000_000L;

    private static final Currency INR = new Currency("INR");

    private static final Map<String, Long> SCALES = Map.ofEntries(
            entry("", 1L),
            entry("k", 1_000L),
            entry("千", 1_000L),
            entry("w", 10_000L),
            entry("万", 10_000L),
            entry("lakh", 100_000L),
            entry("lakhs", 100_000L),
            entry("m", 1_000_000L),
            entry("百万", 1_000_000L),
            entry("crore", 10_000_000L),
            entry("crores", 10_000_000L),
            entry("cr", 10_000_000L),
            entry("亿", 100_000_000L));

    /** What stands before an amount. */
    private static final Map<String, String> SIGNS =
            Map.of("¥", "cny", "￥", "cny", "$", "usd", "€", "eur", "£", "gbp", "₩", "krw", "₹", "inr", "₽", "rub");

    /** Scales that one country's people count in. */
    private static final Set<String> INDIAN = Set.of("lakh", "lakhs", "crore", "crores", "cr");

    /** What a currency is called beside its code, and beside what answers call it. */
    private static final Map<String, String> NAMES =
            names(Map.of("rmb", "cny", "元", "cny", "人民币", "cny", "迪拉姆", "aed", "沙特里亚尔", "sar", "卢布", "rub"));

    /** Else a longer word would be read as a shorter one and a currency. */
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private static final String CODE = "[A-Za-z]{3}|" + anyOf(NAMES);

    /** What a currency without an amount looks like. */
    public static final String CURRENCY_PATTERN = "^\\s*(?:" + CODE + ")\\s*$";

    private static final Pattern FORM = Pattern.compile(
            "(?=.*[1-9])\\s*([%s]|%s)?\\s*(\\d+(?:(?:,\\d{2,3})*,\\d{3})?(?:\\.\\d+)?)\\s*(%s)?\\s*(%s)?\\s*"
                    .formatted(String.join("", new TreeSet<>(SIGNS.keySet())), CODE, anyOf(SCALES), CODE));

    /** What an amount looks like, as JSON Schema has patterns; two currencies that differ look like one. */
    public static final String PATTERN = "^" + FORM + "$";

    /** The figure of the first amount within a text that has a sign, in full; any if there is none. */
    public static String within(String text, Pattern sign) {
        Matcher found = Pattern.compile(sign.pattern() + "\\s*[\\d.,]*\\d\\s*(?:" + anyOf(SCALES) + ")?")
                .matcher(text);
        return Stream.of(found)
                .filter(Matcher::find)
                .flatMap(amount -> parse(amount.group()).stream())
                .map(read -> read.money().amount().stripTrailingZeros().toPlainString())
                .findFirst()
                .orElse("3000000");
    }

    /** What was read, and whether the text named its currency. */
    public record Read(Money money, boolean currencyNamed) {}

    private Amount() {}

    private static Map<String, String> names(Map<String, String> others) {
        Map<String, String> names = new HashMap<>(new Wording(Language.ZH).currencies());
        names.putAll(others);
        return names;
    }

    /**
     * The amount, in CNY if no currency is named, or in INR if it is counted as in India; empty if the text is no amount, none that
     * anybody has, or names two currencies.
     */
    public static Optional<Read> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Currency sign = currency(matcher.group(1));
        Currency code = currency(matcher.group(4));
        if (sign != null && code != null && !sign.equals(code)) {
            return Optional.empty();
        }
        Currency named = sign == null ? code : sign;
        String scale = lower(matcher.group(3));
        BigDecimal number = new BigDecimal(matcher.group(2).replace(",", ""));
        BigDecimal amount = number.multiply(BigDecimal.valueOf(SCALES.getOrDefault(scale, 1L)));
        return amount.compareTo(BigDecimal.valueOf(MOST)) > 0
                ? Optional.empty()
                : Optional.of(new Read(new Money(amount, named == null ? unnamed(scale) : named), named != null));
    }

    /** The currency that a text names by its code or as people call it; empty if it names none. */
    public static Optional<Currency> currencyOf(String text) {
        return Pattern.matches(CURRENCY_PATTERN, text) ? Optional.ofNullable(currency(text.strip())) : Optional.empty();
    }

    private static Currency unnamed(String scale) {
        return INDIAN.contains(scale) ? INR : Currency.CNY;
    }

    private static @Nullable Currency currency(@Nullable String text) {
        return text == null
                ? null
                : new Currency(SIGNS.getOrDefault(text, NAMES.getOrDefault(lower(text), text))
                        .toUpperCase(Locale.ROOT));
    }

    private static String anyOf(Map<String, ?> words) {
        return words.keySet().stream()
                .filter(word -> !word.isEmpty())
                .flatMap(word -> Stream.of(word, capitalised(word), word.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted(LONGEST_FIRST)
                .collect(Collectors.joining("|"));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
