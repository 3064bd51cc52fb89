package advisor.advice;

import advisor.model.Billing;
import advisor.model.Buyer;
import advisor.model.Countries;
import advisor.model.Fp8Demand;
import advisor.model.Ids;
import advisor.model.Lens;
import advisor.model.Money;
import advisor.model.PrecisionFloor;
import advisor.model.Privacy;
import advisor.model.Request;
import advisor.model.Sanctions;
import advisor.model.Text;
import advisor.model.Warranty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was filled in: texts by field name, as on the command line without the dashes. Reads them all, applies
 * defaults and remembers which, and reports every fault in one go.
 */
public final class RequestForm {
    private static final Pattern ASSUMPTION = Pattern.compile("([a-z0-9/-]+)\\s*=\\s*(\\S+)");

    // Far beyond what anybody runs. Up to there, bytes and amounts of money stay within 64 bits.
    private static final int MOST_STREAMS = 100_000;
    private static final int MOST_TOKENS = 10_000_000;
    private static final int MOST_MONTHS = 1_200;
    private static final int MOST_NODES = 1_000_000;
    private static final double LEAST_RATE = 0.001;
    private static final int MOST_RATE = 1_000_000;

    private final Map<String, String> fields;
    private final FormFaults faults = new FormFaults();
    private final List<String> defaults = new ArrayList<>();

    public RequestForm(Map<String, String> fields) {
        this.fields = new TreeMap<>(fields);
    }

    /**
     * The request that the form asks for.
     *
     * @param today the as-of date if the form names none
     * @throws BadRequestException with every fault
     */
    public Request request(LocalDate today) {
        refuseUnknownFields();
        Request request = new Request(
                model(),
                choice("precision-floor", PrecisionFloor.class, PrecisionFloor.ANY),
                count("streams", 16, MOST_STREAMS),
                count("prompt-tokens", 4096, MOST_TOKENS),
                count("output-tokens", 1024, MOST_TOKENS),
                positive("min-speed"),
                budget(),
                count("horizon", 36, MOST_MONTHS),
                choice("billing", Billing.class, Billing.ALWAYS_ON),
                jurisdiction(),
                choice("buyer", Buyer.class, Buyer.PRIVATE),
                choice("privacy", Privacy.class, Privacy.ANY),
                choice("warranty", Warranty.class, Warranty.NONE),
                choice("sanctions", Sanctions.class, Sanctions.COMPLY),
                choice("fp8", Fp8Demand.class, Fp8Demand.ANY),
                positive("max-power-kw"),
                wholeNumber("max-nodes", MOST_NODES),
                withDefault("as-of", date(), today),
                choice("lens", Lens.class, Lens.EVIDENCE),
                assumptions(),
                defaults.stream().sorted().toList());
        faults.throwIfAny();
        return request;
    }

    /** The names of all fields. */
    public static List<String> fieldNames() {
        return List.of(
                "model",
                "precision-floor",
                "streams",
                "prompt-tokens",
                "output-tokens",
                "min-speed",
                "budget",
                "horizon",
                "billing",
                "jurisdiction",
                "buyer",
                "privacy",
                "warranty",
                "sanctions",
                "fp8",
                "max-power-kw",
                "max-nodes",
                "as-of",
                "lens",
                "assume");
    }

    private void refuseUnknownFields() {
        for (String name : fields.keySet()) {
            if (!fieldNames().contains(name)) {
                faults.add(name, "The field (%s) is not known.", "没有该字段（%s）。", name, String.join(", ", fieldNames()));
            }
        }
    }

    private String model() {
        String model = fields.get("model");
        if (model == null || model.isBlank()) {
            faults.add("model", "The model is missing.", "缺少模型。", "", "--model deepseek-r1 (advisor models)");
            return "";
        }
        return model;
    }

    private @Nullable Money budget() {
        String text = fields.get("budget");
        if (text == null) {
            return null;
        }
        Amount.Read read = Amount.parse(text).orElse(null);
        if (read == null) {
            faults.add("budget", "The budget (%s) is not an amount of money.", "预算（%s）不是金额。", text, Amount.ACCEPTED);
            return null;
        }
        if (!read.currencyNamed()) {
            defaults.add("budgetCurrency");
        }
        return read.money();
    }

    private @Nullable String jurisdiction() {
        String text = fields.get("jurisdiction");
        if (text != null && !Countries.exists(text)) {
            faults.add(
                    "jurisdiction",
                    "The jurisdiction (%s) is not a country code.",
                    "法域（%s）不是国家代码。",
                    text,
                    "CN, DE, US");
            return null;
        }
        return text;
    }

    private @Nullable LocalDate date() {
        return parsed("as-of", new Text("a date", "日期"), "2025-02-11", LocalDate::parse);
    }

    /** {@code id=value,id=value}; of two values for one id the later holds. */
    private SortedMap<String, Double> assumptions() {
        SortedMap<String, Double> assumptions = new TreeMap<>();
        String text = fields.getOrDefault("assume", "");
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher matcher = ASSUMPTION.matcher(entry.strip());
            Double value = matcher.matches() ? finite(matcher.group(2)) : null;
            if (value == null) {
                faults.add(
                        "assume",
                        "The assume (%s) must be id=value.",
                        "assume（%s）必须写作 id=数值。",
                        entry,
                        "cost/busy-share=0.1");
            } else {
                assumptions.put(matcher.group(1), value);
            }
        }
        return Collections.unmodifiableSortedMap(assumptions);
    }

    private static @Nullable Double finite(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private int count(String name, int absent, int most) {
        return withDefault(name, wholeNumber(name, most), absent);
    }

    private @Nullable Integer wholeNumber(String name, int most) {
        Integer value = parsed(name, new Text("a whole number", "整数"), "16", Integer::valueOf);
        if (value != null && (value < 1 || value > most)) {
            faults.outOfRange(name, value, "1", most);
            return null;
        }
        return value;
    }

    private @Nullable Double positive(String name) {
        Double value = parsed(name, new Text("a number", "数字"), "12.5", Double::valueOf);
        if (value != null && !(value >= LEAST_RATE && value <= MOST_RATE)) {
            faults.outOfRange(name, value, Double.toString(LEAST_RATE), MOST_RATE);
            return null;
        }
        return value;
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type, E absent) {
        String text = fields.get(name);
        E value = Arrays.stream(type.getEnumConstants())
                .filter(constant -> Ids.of(constant).equals(text))
                .findFirst()
                .orElse(null);
        if (value == null && text != null) {
            String accepted =
                    Arrays.stream(type.getEnumConstants()).map(Ids::of).collect(Collectors.joining(", "));
            faults.add(name, "The " + name + " (%s) is not known.", name + " 没有该取值（%s）。", text, accepted);
            return absent;
        }
        return withDefault(name, value, absent);
    }

    private <T> T withDefault(String name, @Nullable T value, T absent) {
        if (value != null) {
            return value;
        }
        if (!fields.containsKey(name)) {
            defaults.add(RequestFields.json(name));
        }
        return absent;
    }

    private <T> @Nullable T parsed(String name, Text kind, String example, Function<String, T> parse) {
        String text = fields.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text.strip());
        } catch (NumberFormatException | DateTimeException e) {
            faults.add(
                    name,
                    "The " + name + " (%s) must be " + kind.en() + ".",
                    name + "（%s）必须是" + kind.zh() + "。",
                    text,
                    example);
            return null;
        }
    }
}
