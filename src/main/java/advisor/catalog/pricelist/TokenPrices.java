package advisor.catalog.pricelist;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.facts.offer.ApiOffer;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.NearestName;
import advisor.text.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a million tokens.
 *
 * @param cached {@code null} if it is not known
 */
public record TokenPrices(Money input, @Nullable Money cached, Money output) {
    /** Of a million tokens, in any currency. */
    private static final BigDecimal LEAST = new BigDecimal("0.001");

    private static final BigDecimal MOST = new BigDecimal(10_000);

    /** No price moves by as much from one list to the next; a slip of the unit does. */
    private static final double MOST_CHANGE = 50;

    /** Before the point or behind it. */
    private static final int MOST_DIGITS = 30;

    private static final MathContext DIGITS = new MathContext(6);
    private static final Map<String, BigDecimal> TIMES = new TreeMap<>(
            Map.of("million", BigDecimal.ONE, "thousand", new BigDecimal(1_000), "token", new BigDecimal(1_000_000)));

    static TokenPrices of(ApiOffer offer) {
        return new TokenPrices(offer.input(), offer.cachedInput(), offer.output());
    }

    /** Checked prices; {@code null} if something is wrong with them, which is then among the problems. */
    static @Nullable TokenPrices of(ListedPrice listed, Set<String> currencies, Problems problems) {
        Currency currency = currency(listed, currencies, problems);
        BigDecimal times = times(listed.tokens(), problems);
        BigDecimal input = amount(listed.input(), times, problems);
        BigDecimal output = amount(listed.output(), times, problems);
        BigDecimal cached = listed.cached() == null ? null : cached(listed.cached(), times, problems);
        if (currency == null || times == null || input == null || output == null) {
            return null;
        }
        return new TokenPrices(
                new Money(input, currency),
                cached == null ? null : new Money(cached, currency),
                new Money(output, currency));
    }

    /** Whether others are the same, as far as they say anything. */
    boolean saysOtherwiseThan(TokenPrices old) {
        return differ(input, old.input)
                || differ(output, old.output)
                || cached != null && (old.cached == null || differ(cached, old.cached));
    }

    /** Whether one of them is so far from the old that a unit must have slipped. */
    boolean slippedFrom(TokenPrices old) {
        return input.currency().equals(old.input.currency()) && (isFar(input, old.input) || isFar(output, old.output));
    }

    private static boolean isFar(Money one, Money other) {
        double factor = one.shareOf(other);
        return factor > MOST_CHANGE || factor < 1 / MOST_CHANGE;
    }

    private static boolean differ(Money one, Money other) {
        return !one.currency().equals(other.currency()) || one.compareTo(other) != 0;
    }

    private static @Nullable Currency currency(ListedPrice listed, Set<String> currencies, Problems problems) {
        Scalar named = listed.currency();
        if (named == null) {
            return Currency.USD;
        }
        if (currencies.contains(named.text())) {
            return new Currency(named.text());
        }
        problems.add(
                named.at(),
                new Text("The currency (%s) has no rate of exchange in the catalog.", "目录中没有货币（%s）的汇率。")
                        .with(named.text()),
                NearestName.hintText(named.text(), currencies));
        return null;
    }

    private static @Nullable BigDecimal times(Scalar tokens, Problems problems) {
        BigDecimal times = TIMES.get(tokens.text());
        if (times == null) {
            problems.add(
                    tokens.at(),
                    new Text("The tokens (%s) that a price is for are not known.", "不认识的计价单位（%s）。").with(tokens.text()),
                    NearestName.hintText(tokens.text(), TIMES.keySet()));
        }
        return times;
    }

    /** What is read from a cache may cost nothing. */
    private static @Nullable BigDecimal cached(Scalar written, @Nullable BigDecimal times, Problems problems) {
        BigDecimal number = number(written, problems);
        if (number != null && number.signum() < 0) {
            refuse(written, number, times, problems);
            return null;
        }
        return number == null || times == null ? null : rounded(number.multiply(times));
    }

    private static @Nullable BigDecimal amount(Scalar written, @Nullable BigDecimal times, Problems problems) {
        BigDecimal number = number(written, problems);
        if (number == null || times == null) {
            return null;
        }
        BigDecimal price = rounded(number.multiply(times));
        if (price.signum() == 0 || price.compareTo(LEAST) >= 0 && price.compareTo(MOST) <= 0) {
            return price;
        }
        refuse(written, number, times, problems);
        return null;
    }

    private static void refuse(Scalar written, BigDecimal number, @Nullable BigDecimal times, Problems problems) {
        BigDecimal price = times == null ? number : rounded(number.multiply(times));
        problems.add(
                written.at(),
                new Text("The price (%s) of a million tokens must be %s to %s.", "每百万 token 的价格（%s）须在 %s 至 %s 之间。")
                        .with(price.toPlainString(), LEAST.toPlainString(), MOST.toPlainString()),
                new Text(
                        "Maybe it is of a token or of a thousand? A table may say so in a column tokens.",
                        "可能是每 token 或每千 token 的价格？表格可用 tokens 列注明。"));
    }

    private static @Nullable BigDecimal number(Scalar written, Problems problems) {
        try {
            BigDecimal number = new BigDecimal(written.text());
            if (Math.abs(number.precision() - number.scale()) <= MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        problems.add(
                written.at(),
                new Text("The price (%s) must be a number.", "价格（%s）须为数字。").with(written.text()),
                Text.NONE);
        return null;
    }

    private static BigDecimal rounded(BigDecimal amount) {
        BigDecimal plain = amount.round(DIGITS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    boolean isFree() {
        return input.amount().signum() == 0 || output.amount().signum() == 0;
    }
}
