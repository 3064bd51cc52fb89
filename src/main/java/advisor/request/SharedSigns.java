package advisor.request;

import advisor.facts.offer.Countries;
import advisor.facts.unit.Currency;
import advisor.request.amount.Amount;
import advisor.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Signs that two currencies share: what a buyer means by one who lives with the other is not guessed. */
final class SharedSigns {
    private static final List<Sign> SIGNS = List.of(
            new Sign(Pattern.compile("[¥￥]"), "CNY", Map.of("JP", "JPY")),
            new Sign(
                    Pattern.compile("\\$"),
                    "USD",
                    Map.of("AU", "AUD", "CA", "CAD", "HK", "HKD", "MX", "MXN", "NZ", "NZD", "SG", "SGD", "TW", "TWD")));

    private SharedSigns() {}

    /**
     * @param read what it is taken for
     * @param home what it is taken for at home, by country
     */
    private record Sign(Pattern form, String read, Map<String, String> home) {
        /** The amount that was asked, in the one currency and in the other. */
        String asked(String text, String other) {
            String amount = Amount.within(text, form);
            return amount + other + ", " + amount + read;
        }

        /** For whom it may be another currency, and which. */
        Map<Text, String> others(String country, String answered) {
            Map<Text, String> others = new LinkedHashMap<>();
            if (home.containsKey(country)) {
                Text name = Countries.name(country);
                others.put(new Text("for a buyer in " + name.en(), "对" + name.zh() + "的买方"), home.get(country));
            } else if (home.containsValue(answered)) {
                others.put(
                        new Text("where the answer is asked for in " + answered, "在要求以 " + answered + " 答复时"),
                        answered);
            }
            return others;
        }
    }

    /** Notes each amount that has such a sign where another currency has it. */
    static void check(Map<String, String> fields, FormNotes notes) {
        String country =
                fields.getOrDefault(RequestTable.JURISDICTION.name(), "").toUpperCase(Locale.ROOT);
        String answered = Amount.currencyOf(fields.getOrDefault(RequestTable.CURRENCY.name(), ""))
                .map(Currency::code)
                .orElse("");
        for (RequestField<?> field : List.of(RequestTable.BUDGET, RequestTable.OWN, RequestTable.QUOTE)) {
            String text = fields.getOrDefault(field.name(), "");
            SIGNS.stream().filter(sign -> sign.form().matcher(text).find()).forEach(sign -> sign.others(
                            country, answered)
                    .forEach((whose, other) -> notes.add(
                            field.name(),
                            "The " + field.name() + " (%s) has a sign that may be " + other + " or " + sign.read() + " "
                                    + whose.en() + ".",
                            field.name() + "（%s）的货币符号" + whose.zh() + "可指 " + other + " 或 " + sign.read() + "。",
                            text,
                            sign.asked(text, other))));
        }
    }
}
