package advisor.request;

import static java.util.Map.entry;

import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an amount of money as people write it: {@code 3000000CNY}, {@code 300w}, {@code ¥300万}, {@code $400k}, {@code ₹2 crore}. */
public final class Amount {
    static final String ACCEPTED = "3000000CNY, 300w, 300万, ¥245万, 2.45M CNY, $400k, €300k, ₹2 crore, 400000USD";

    /** More than the world's money; sums of more would not be whole numbers of 64 bits. */
    static final long MOST = 1_000_000_000_000_000L;

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

    /** What a currency is called beside its code. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("rmb", "cny"),
            entry("元", "cny"),
            entry("人民币", "cny"),
            entry("美元", "usd"),
            entry("欧元", "eur"),
            entry("英镑", "gbp"),
            entry("日元", "jpy"),
            entry("韩元", "krw"),
            entry("印度卢比", "inr"),
            entry("迪拉姆", "aed"),
            entry("沙特里亚尔", "sar"),
            entry("卢布", "rub"),
            entry("港元", "hkd"),
            entry("新加坡元", "sgd"),
            entry("新台币", "twd"),
            entry("加元", "cad"),
            entry("瑞士法郎", "chf"),
            entry("澳元", "aud"));

    /** Else a longer word would be read as a shorter one and a currency. */
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private static final Pattern FORM = Pattern.compile(
            "(?=.*[1-9])\\s*([%s])?\\s*(\\d+(?:(?:,\\d{2,3})*,\\d{3})?(?:\\.\\d+)?)\\s*(%s)?\\s*([A-Za-z]{3}|%s)?\\s*"
                    .formatted(String.join("", new TreeSet<>(SIGNS.keySet())), anyOf(SCALES), anyOf(NAMES)));

    /** What an amount looks like, as JSON Schema has patterns; two currencies that differ look like one. */
    static final String PATTERN = "^" + FORM + "$";

    /** The figure of the first amount within a text that has a sign, in full; any if there is none. */
    static String within(String text, Pattern sign) {
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

    /**
     * The amount, in CNY if no currency is named; empty if the text is no amount, none that
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
        BigDecimal number = new BigDecimal(matcher.group(2).replace(",", ""));
        BigDecimal amount = number.multiply(BigDecimal.valueOf(SCALES.getOrDefault(lower(matcher.group(3)), 1L)));
        return amount.compareTo(BigDecimal.valueOf(MOST)) > 0
                ? Optional.empty()
                : Optional.of(new Read(new Money(amount, named == null ? Currency.CNY : named), named != null));
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
