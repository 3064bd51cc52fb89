package advisor.request;

import advisor.facts.offer.Countries;
import advisor.facts.unit.Currency;
import advisor.request.amount.Amount;
import advisor.text.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The currency of a buyer's own country: in which other an amount is meant that names none is not guessed. */
public final class HomeCurrency {
    private HomeCurrency() {}

    /** The currency of a country by its code; empty if it has none. */
    public static Optional<Currency> of(String country) {
        return Optional.ofNullable(java.util.Currency.getInstance(
                        new Locale.Builder().setRegion(country).build()))
                .map(home -> new Currency(home.getCurrencyCode()));
    }

    /** What is proposed to a buyer of a country whose amount has a currency without a rate of exchange. */
    public static Text hint(String country, Currency home) {
        String line = System.lineSeparator();
        Text name = Countries.name(country);
        return new Text(
                "%sMaybe %s, the currency of %s?".formatted(line, home, name.en()),
                "%s可用：%s（%s货币）".formatted(line, home, name.zh()));
    }

    /**
     * Notes each amount without a currency that is taken for another than that of the answer that is asked for, or else of
     * the buyer's country.
     */
    static void check(Map<String, String> fields, FormNotes notes) {
        Optional<Currency> answered =
                Optional.ofNullable(fields.get(RequestTable.CURRENCY.name())).flatMap(Amount::currencyOf);
        answered.ifPresent(asked ->
                check(asked, new Text("where the answer is asked for in " + asked, "要求以 " + asked + " 答复时"), notes));
        Optional.ofNullable(fields.get(RequestTable.JURISDICTION.name()))
                .map(country -> country.toUpperCase(Locale.ROOT))
                .filter(country -> answered.isEmpty() && Countries.exists(country))
                .ifPresent(country -> of(country).ifPresent(home -> check(home, buyer(country), notes)));
    }

    private static Text buyer(String country) {
        Text name = Countries.name(country);
        return new Text("of a buyer in " + name.en(), name.zh() + "的买方");
    }

    private static void check(Currency home, Text whose, FormNotes notes) {
        notes.bareAmounts().stream()
                .filter(bare -> !bare.money().currency().equals(home))
                .forEach(bare -> notes.add(
                        bare.field(),
                        "The " + bare.field() + " (%s) names no currency: "
                                + bare.money().currency() + " is not taken for granted " + whose.en() + ".",
                        bare.field() + "（%s）未写明货币：" + whose.zh() + "不默认为 "
                                + bare.money().currency() + "。",
                        bare.text(),
                        bare.in(home) + ", " + bare.in(bare.money().currency())));
    }
}
