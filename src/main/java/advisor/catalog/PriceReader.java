package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.BillItem;
import advisor.facts.offer.Covers;
import advisor.facts.offer.Quote;
import advisor.facts.offer.QuoteKind;
import advisor.facts.offer.ServiceSpeed;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Period;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads quotes, API offers and rows of a bill of materials. */
final class PriceReader {
    private final Citations citations;
    private final Set<String> currencies;

    /** @param currencies codes of those that have a rate of exchange */
    PriceReader(Citations citations, Set<String> currencies) {
        this.citations = citations;
        this.currencies = currencies;
    }

    Quote quote(Section section) {
        Quote quote = new Quote(
                price(section),
                period(section),
                section.choice("kind", QuoteKind.class),
                citations.read(section, "source"),
                section.optionalText("as_printed"),
                section.choice("confidence", Confidence.class),
                country(section, "market"),
                section.choice("covers", Covers.class, Covers.MACHINE),
                section.optionalLocalised("note"));
        section.done();
        return quote;
    }

    /** What all offers of a provider share unless one says otherwise. */
    record Usual(@Nullable String seat, Set<String> countries, String source, LocalDate from, Currency currency) {}

    Usual usual(Section section) {
        return new Usual(
                country(section, "seat"),
                countries(section),
                citations.read(section, "source"),
                section.date("from"),
                currency(section));
    }

    ApiOffer offer(Section section, Usual usual) {
        Currency currency = section.has("currency") ? currency(section) : usual.currency();
        boolean ownSource = section.has("source");
        ApiOffer offer = new ApiOffer(
                section.text("model"),
                section.optionalText("serves"),
                usual.seat(),
                section.has("countries") ? countries(section) : usual.countries(),
                Money.of(tokenPrice(section, "input", section.number("input")), currency),
                optionalTokenPrice(section, "cached_input", currency),
                Money.of(tokenPrice(section, "output", section.number("output")), currency),
                optionalTokenPrice(section, "reasoning_output", currency),
                period(section, ownSource ? null : usual.from()),
                section.choice("kind", QuoteKind.class, QuoteKind.LIST),
                ownSource ? citations.read(section, "source") : usual.source(),
                section.has("confidence") ? section.choice("confidence", Confidence.class) : null,
                speed(section.optionalSection("speed")),
                section.optionalLocalised("ended"),
                null,
                section.optionalLocalised("note"));
        section.done();
        return offer;
    }

    private @Nullable ServiceSpeed speed(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        ServiceSpeed speed = new ServiceSpeed(
                section.choice("of", ServiceSpeed.Of.class),
                positive(section, "tokens_per_second", section.number("tokens_per_second")),
                section.has("first_token") ? positive(section, "first_token", section.number("first_token")) : null,
                section.date("date"),
                citations.read(section, "source"));
        section.done();
        return speed;
    }

    private static double positive(Section section, String key, double number) {
        if (number <= 0) {
            section.problem(
                    key,
                    new Text("The measured figure (%s) must be more than 0.", "实测值（%s）须大于 0。").with(number),
                    Text.NONE);
        }
        return number;
    }

    BillItem row(Section section) {
        String group = section.text("group");
        String part = section.optionalText("part");
        section.optionalLocalised("title");
        section.optionalLocalised("note");
        section.optionalText("confidence");
        BillItem item = new BillItem(
                part == null ? group : part,
                group,
                price(section),
                citations.read(section, "source"),
                section.optionalText("as_printed"));
        section.done();
        return item;
    }

    private static @Nullable String country(Section section, String key) {
        String code = section.optionalText(key);
        Plausible.countries(section, key, Stream.ofNullable(code).toList());
        return code;
    }

    private static Set<String> countries(Section section) {
        Set<String> codes = new LinkedHashSet<>(section.texts("countries"));
        Plausible.countries(section, "countries", codes);
        return codes;
    }

    private MoneyRange price(Section section) {
        Section price = section.optionalSection("price");
        if (price == null) {
            section.problem(
                    "price",
                    new Text("The price is missing.", "缺少价格。"),
                    new Text("An unknown price has no quote at all.", "价格未知则不录报价。"));
            return MoneyRange.exactly(Money.zero(Currency.CNY));
        }
        Currency currency = currency(price);
        double low = price.number("low");
        double likely = price.number("likely");
        double high = price.number("high");
        price.done();
        return ordered(section, low, likely, high, currency);
    }

    private Currency currency(Section section) {
        return new Currency(section.choice("currency", currencies, Currency.CNY.code()));
    }

    private static MoneyRange ordered(Section section, double low, double likely, double high, Currency currency) {
        if (low < 0 || low > likely || likely > high) {
            section.problem(
                    "price",
                    new Text("The price (%s, %s, %s) must be ordered low, likely, high.", "价格（%s、%s、%s）须依低、中、高排列。")
                            .with(low, likely, high),
                    Text.NONE);
            return MoneyRange.exactly(Money.zero(currency));
        }
        return new MoneyRange(Money.of(low, currency), Money.of(likely, currency), Money.of(high, currency));
    }

    private static Period period(Section section) {
        return period(section, null);
    }

    /** @param usual the day from which on it counts, unless it says another */
    private static Period period(Section section, @Nullable LocalDate usual) {
        LocalDate from = usual == null || section.has("from") ? section.date("from") : usual;
        Period period = new Period(from, section.optionalDate("to"));
        if (period.to() != null && !period.from().isBefore(period.to())) {
            section.problem(
                    "to",
                    new Text("The end (%s) must be after the start (%s).", "终止日（%s）须在起始日（%s）之后。")
                            .with(period.to(), period.from()),
                    Text.NONE);
        }
        return period;
    }

    private static @Nullable Money optionalTokenPrice(Section section, String key, Currency currency) {
        Double amount = section.optionalNumber(key);
        return amount == null ? null : Money.of(tokenPrice(section, key, amount), currency);
    }

    private static double tokenPrice(Section section, String key, double amount) {
        if (amount < 0) {
            section.problem(
                    key,
                    new Text("The price (%s) of tokens (%s) must not be below 0.", "token 价格（%s，%s）不得小于 0。")
                            .with(amount, key),
                    Text.NONE);
        }
        return amount;
    }
}
