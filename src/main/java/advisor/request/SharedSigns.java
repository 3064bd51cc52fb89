package advisor.request;

import advisor.facts.offer.Countries;
import advisor.request.amount.Amount;
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
        String asked(String text, String country) {
            String amount = Amount.within(text, form);
            return amount + home.get(country) + ", " + amount + read;
        }
    }

    /** Notes each amount that has such a sign where another currency has it. */
    static void check(Map<String, String> fields, FormNotes notes) {
        String country =
                fields.getOrDefault(RequestTable.JURISDICTION.name(), "").toUpperCase(Locale.ROOT);
        for (RequestField<?> field : List.of(RequestTable.BUDGET, RequestTable.OWN, RequestTable.QUOTE)) {
            String text = fields.getOrDefault(field.name(), "");
            SIGNS.stream()
                    .filter(sign -> sign.home().containsKey(country)
                            && sign.form().matcher(text).find())
                    .forEach(sign -> notes.add(
                            field.name(),
                            "The " + field.name() + " (%s) has a sign that may be "
                                    + sign.home().get(country) + " or " + sign.read() + " for a buyer in "
                                    + Countries.name(country).en() + ".",
                            field.name() + "（%s）的货币符号对"
                                    + Countries.name(country).zh() + "的买方可指 "
                                    + sign.home().get(country) + " 或 " + sign.read() + "。",
                            text,
                            sign.asked(text, country)));
        }
    }
}
