package advisor.request;

import advisor.catalog.OfferedOptions;
import advisor.facts.Degrees;
import advisor.facts.offer.Countries;
import advisor.facts.offer.StatedOffer;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import advisor.request.FieldType.Kind;
import advisor.request.amount.Amount;
import advisor.request.amount.Digits;
import advisor.request.amount.NearValue;
import advisor.text.Ids;
import advisor.text.LoadException;
import advisor.text.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of fields: what is accepted, and what is said of anything else. */
final class FieldTypes {
    private static final String PARAMETER = "[a-z0-9/-]+";
    private static final String FIGURE = "\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,2})?)\\s*";
    private static final Pattern NUMBER = Pattern.compile(FIGURE);
    private static final Pattern ASSUMPTION = Pattern.compile("\\s*(" + PARAMETER + ")\\s*=" + FIGURE);

    private static final Map<String, Object> OFFER = Map.of("$ref", "#/components/schemas/Offer");
    private static final String EXAMPLES = "examples";
    private static final String REQUIRED = "required";
    private static final Map<String, Object> OPTION_PROPERTIES = Map.of("id", Map.of("type", "string"));
    private static final Map<String, Object> OPTION =
            Map.of("type", "object", REQUIRED, List.of("id"), "properties", OPTION_PROPERTIES);

    private static final double LEAST_RATE = 0.001;
    private static final int MOST_RATE = 1_000_000;

    /** Nobody is asked what to run before there were such models, or in another century. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private static final String EXAMPLE_DAY = "2026-11-22";

    private FieldTypes() {}

    /** The name of a model; whether there is one of that name is not asked here. */
    static FieldType<String> model() {
        return new FieldType<>(
                Kind.MODEL, "ID|PATH", FieldTypes::oneModel, Function.identity(), text("\\S", "deepseek-r1"));
    }

    /** A whole number from 1 on. */
    static FieldType<Integer> wholeNumber(int most) {
        return wholeNumber(1, most, 16);
    }

    static FieldType<Integer> wholeNumber(int least, int most, int example) {
        return new FieldType<>(
                Kind.WHOLE_NUMBER,
                "N",
                (field, text, notes) -> wholeNumber(field, text, new WholeNumbers(least, most, example), notes),
                number -> Integer.toString(number),
                Map.of("type", "integer", "minimum", least, "maximum", most, EXAMPLES, List.of(example)));
    }

    /** A number above zero. */
    static FieldType<Double> number() {
        return number(LEAST_RATE, MOST_RATE);
    }

    /** A share of a whole, more than nothing. */
    static FieldType<Double> share() {
        return number(LEAST_RATE, 1).labelled("SHARE");
    }

    /** A number between bounds. */
    static FieldType<Double> number(double least, int most) {
        return new FieldType<>(
                Kind.NUMBER,
                "N",
                (field, text, notes) -> number(field, text, least, most, notes),
                number -> Digits.plain(BigDecimal.valueOf(number)),
                Map.of("type", "number", "minimum", least, "maximum", most, EXAMPLES, List.of(most > 1 ? 12.5 : 0.5)));
    }

    /** One of a few. */
    static <E extends Enum<E>> FieldType<E> choice(Class<E> type) {
        List<E> choices = List.of(type.getEnumConstants());
        return new FieldType<>(
                Kind.CHOICE,
                ids(choices, "|"),
                (field, text, notes) -> chosen(field, text, choices, notes),
                Ids::of,
                choices,
                Map.of("type", "string", "enum", choices.stream().map(Ids::of).toList()));
    }

    /** An amount of money. */
    static FieldType<Money> amount() {
        return new FieldType<>(
                Kind.AMOUNT,
                "AMOUNT",
                FieldTypes::amount,
                money -> Digits.plain(money.amount()) + money.currency(),
                Map.of(
                        "type",
                        List.of("string", "number"),
                        "pattern",
                        Amount.PATTERN,
                        "exclusiveMinimum",
                        0,
                        "maximum",
                        Amount.MOST,
                        EXAMPLES,
                        List.of("3000000CNY")));
    }

    /** ISO 3166 code of a country. */
    static FieldType<String> country() {
        return new FieldType<>(
                Kind.COUNTRY, "CC", FieldTypes::country, Function.identity(), text(Countries.pattern(), "CN"));
    }

    /** A currency, by its code or what people call it. */
    static FieldType<Currency> currency() {
        return new FieldType<>(
                Kind.CURRENCY, "CUR", FieldTypes::currency, Currency::code, text(Amount.CURRENCY_PATTERN, "EUR"));
    }

    private static @Nullable Currency currency(String field, String text, FormNotes notes) {
        Currency value = Amount.currencyOf(text).orElse(null);
        if (value == null) {
            notes.add(field, "The " + field + " (%s) is not a currency code.", "货币（%s）不是货币代码。", text, "EUR, USD, CNY");
        }
        return value;
    }

    /** How a model is spread over devices. */
    static FieldType<Degrees> degrees() {
        return new FieldType<>(
                Kind.LAYOUT, "LAYOUT", FieldTypes::degrees, Degrees::written, text(Degrees.PATTERN, "tp8"));
    }

    private static @Nullable Degrees degrees(String field, String text, FormNotes notes) {
        Degrees value = Degrees.parse(text).orElse(null);
        if (value == null) {
            notes.add(
                    field,
                    "The " + field
                            + " (%s) is not understood: degrees of tensor, data, pipeline and expert parallelism,"
                            + " each once, the experts over all devices of a layer.",
                    field + "（%s）无法识别：应为张量、数据、流水线、专家并行度，各写一次，专家并行度须覆盖一层的全部卡。",
                    text,
                    Degrees.ACCEPTED);
        }
        return value;
    }

    /** A day. */
    static FieldType<LocalDate> date() {
        return new FieldType<>(
                Kind.DATE,
                "DATE",
                FieldTypes::date,
                LocalDate::toString,
                Map.of("type", "string", "format", "date", "pattern", "^(?:20|2100-)", EXAMPLES, List.of(EXAMPLE_DAY)));
    }

    /** {@code id=value,id=value}; of two values for one id the later holds. */
    static FieldType<SortedMap<String, Double>> assumptions() {
        return new FieldType<>(
                Kind.ASSUMPTIONS,
                "ID=VALUE",
                FieldTypes::assumptions,
                values -> values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(",")),
                Map.of(
                        "type",
                        List.of("object", "string"),
                        "propertyNames",
                        Map.of("pattern", "^\\s*" + PARAMETER + "\\s*$"),
                        "additionalProperties",
                        Map.of("type", List.of("number", "string"), "pattern", "^" + FIGURE + "$"),
                        "pattern",
                        "^(?:\\s*|" + ASSUMPTION + "(?:," + ASSUMPTION + ")*)$",
                        EXAMPLES,
                        List.of(Map.of(Parameter.BUSY_SHARE, 0.1))));
    }

    /** Machines that the request tells of. */
    static FieldType<List<StatedOffer>> offers(boolean owned) {
        return new FieldType<>(
                Kind.OFFERS,
                "OFFER",
                (field, text, notes) -> OfferText.read(field, text, owned, notes),
                offers -> offers.stream().map(OfferText::write).collect(Collectors.joining("; ")),
                Map.of(
                        "anyOf",
                        List.of(OFFER, Map.of("type", "array", "items", OFFER), Map.of("type", "null")),
                        EXAMPLES,
                        List.of(List.of(owned ? OfferText.ACCEPTED_OWN : OfferText.ACCEPTED_QUOTE))));
    }

    /** Machines in the shape of the catalog's files: whether they are sound is not asked here. */
    static FieldType<StatedOffer.InFull> options() {
        return new FieldType<>(
                Kind.OPTIONS,
                "FILE",
                FieldTypes::options,
                StatedOffer.InFull::text,
                Map.of(
                        "type",
                        List.of("array", "object"),
                        REQUIRED,
                        List.of("id"),
                        "properties",
                        OPTION_PROPERTIES,
                        "items",
                        OPTION));
    }

    private static StatedOffer.@Nullable InFull options(String field, String text, FormNotes notes) {
        try {
            return OfferedOptions.named(field, text);
        } catch (LoadException e) {
            e.texts().forEach(fault -> notes.add(new FieldFault(field, fault)));
            return null;
        }
    }

    private static Map<String, Object> text(String pattern, String example) {
        return Map.of("type", "string", "pattern", pattern, EXAMPLES, List.of(example));
    }

    private static @Nullable String oneModel(String field, String text, FormNotes notes) {
        if (ModelList.isList(text)) {
            notes.add(
                    field,
                    "The " + field + " (%s) must be one: several are judged by advise, batch and /api/advice alone.",
                    field + "（%s）须为一个模型：多个模型只能由 advise、batch 与 /api/advice 评判。",
                    text,
                    ModelList.meant(text));
        }
        return text.isBlank() ? null : text;
    }

    private record WholeNumbers(int least, int most, int example) {}

    private static @Nullable Integer wholeNumber(String field, String text, WholeNumbers range, FormNotes notes) {
        int least = range.least();
        int most = range.most();
        Integer value = parsed(
                field,
                text,
                notes,
                new Text("a whole number", "整数"),
                NearValue.wholeNumber(text, field.equals("horizon"), least, most, range.example()),
                number -> Integer.valueOf(number.strip()));
        if (value != null && (value < least || value > most)) {
            notes.outOfRange(field, value, least, most);
            return null;
        }
        return value;
    }

    private static @Nullable Double number(String field, String text, double least, int most, FormNotes notes) {
        Double value = parsed(field, text, notes, new Text("a number", "数字"), "12.5", FieldTypes::figure);
        if (value != null && !(value >= least && value <= most)) {
            notes.outOfRange(field, value, Digits.plain(BigDecimal.valueOf(least)), most);
            return null;
        }
        return value;
    }

    /** As numbers are written; not as Java may write them besides: {@code 12f}, {@code 0x1p3}. */
    private static double figure(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    private static <E extends Enum<E>> @Nullable E chosen(String field, String text, List<E> choices, FormNotes notes) {
        E value = choices.stream()
                .filter(choice -> Ids.of(choice).equals(text))
                .findFirst()
                .orElse(null);
        if (value == null) {
            String accepted = ids(choices, ", ");
            notes.add(field, "The " + field + " (%s) is not known.", field + " 没有该取值（%s）。", text, accepted);
        }
        return value;
    }

    private static String ids(List<? extends Enum<?>> choices, String separator) {
        return choices.stream().map(Ids::of).collect(Collectors.joining(separator));
    }

    private static @Nullable Money amount(String field, String text, FormNotes notes) {
        Amount.Read read = Amount.parse(text).orElse(null);
        if (read == null) {
            notes.add(
                    field,
                    "The " + field + " (%s) is not an amount of money.",
                    "预算（%s）不是金额。",
                    text,
                    NearValue.amount(text));
            return null;
        }
        notes.amount(field, text, read);
        if (!read.currencyNamed()) {
            notes.assume(field + "Currency");
        }
        return read.money();
    }

    /** In either case. What people call the United Kingdom is another code. */
    private static @Nullable String country(String field, String text, FormNotes notes) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Countries.exists(code)) {
            String meant = code.equals("UK") ? "GB" : "CN, DE, US";
            notes.add(field, "The " + field + " (%s) is not a country code.", "法域（%s）不是国家代码。", text, meant);
            return null;
        }
        return code;
    }

    private static @Nullable LocalDate date(String field, String text, FormNotes notes) {
        LocalDate value = parsed(
                field, text, notes, new Text("a date", "日期"), NearValue.day(text, EXAMPLE_DAY), LocalDate::parse);
        if (value != null && (value.isBefore(FIRST_DAY) || value.isAfter(LAST_DAY))) {
            notes.outOfRange(field, value, FIRST_DAY, LAST_DAY);
            return null;
        }
        return value;
    }

    private static SortedMap<String, Double> assumptions(String field, String text, FormNotes notes) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher matcher = ASSUMPTION.matcher(entry);
            if (!matcher.matches()) {
                notes.add(
                        field,
                        "The " + field + " (%s) must be id=value.",
                        field + "（%s）必须写作 id=数值。",
                        entry,
                        "cost/busy-share=0.1");
            } else {
                values.put(matcher.group(1), Double.valueOf(matcher.group(2)));
            }
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private static <T> @Nullable T parsed(
            String field, String text, FormNotes notes, Text kind, String example, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            notes.add(
                    field,
                    "The " + field + " (%s) must be " + kind.en() + ".",
                    field + "（%s）必须是" + kind.zh() + "。",
                    text,
                    example);
            return null;
        }
    }
}
