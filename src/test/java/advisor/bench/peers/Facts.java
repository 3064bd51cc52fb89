package advisor.bench.peers;

import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.Fidelity;
import advisor.facts.HostPrice;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Power;
import advisor.facts.Request;
import advisor.facts.TokenCost;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.FormFactor;
import advisor.facts.machine.Hardware;
import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Market;
import advisor.facts.machine.Network;
import advisor.facts.model.Precision;
import advisor.facts.offer.Build;
import advisor.facts.offer.Channel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Prices;
import advisor.facts.offer.Terms;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.request.RequestForm;
import advisor.text.Ids;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The records of a table as facts of the advisor. What no field of the table is about is the same in all of them. */
final class Facts {
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Text NO_TITLE = new Text("-", "-");

    private final Map<String, Field> fields;
    private final Map<String, Object> record;

    private Facts(Map<String, Field> fields, Map<String, Object> record) {
        this.fields = fields;
        this.record = record;
    }

    /** The facts of each scenario: the request, then one candidate for each option. */
    static List<Scenario> scenarios(Table table) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < table.options().size(); i++) {
            candidates.add(new Facts(Fields.OPTION, table.options().get(i)).candidate(Integer.toString(i)));
        }
        return table.requests().stream()
                .map(record -> new Scenario(new Facts(Fields.REQUEST, record).request(), candidates))
                .toList();
    }

    /** One request and what is judged for it; the id of the option is its place in the table. */
    record Scenario(Request request, List<Candidate> candidates) {
        List<Object> facts() {
            List<Object> facts = new ArrayList<>(candidates);
            facts.add(0, request);
            return facts;
        }
    }

    private <T> T get(String field, Class<T> type) {
        return type.cast(fields.get(field).fact(record.get(field)));
    }

    private Interval interval(String field) {
        return Interval.exactly(get(field, Double.class));
    }

    private Candidate candidate(String id) {
        return new Candidate(option(id), plan(), memory(), performance(), power(), cost());
    }

    private Plan plan() {
        return new Plan(
                get("precision", Precision.class),
                ComputeMode.NATIVE,
                Fidelity.AS_PUBLISHED,
                get("engine", String.class),
                null,
                null,
                true,
                false,
                0,
                Layout.tensor(get("devices", Integer.class)),
                get("nodes", Integer.class),
                1,
                1,
                false,
                true);
    }

    private Memory memory() {
        Bytes total = Bytes.ofGigabytes(get("memoryGb", Double.class));
        return new Memory(
                null,
                null,
                null,
                null,
                null,
                total,
                total,
                null,
                null,
                null,
                false,
                get("offloads", Boolean.class),
                null);
    }

    private Performance performance() {
        return new Performance(interval("speed"), null, null, interval("firstToken"), 1, List.of());
    }

    private Power power() {
        return new Power(null, null, get("powerKw", Double.class), false);
    }

    private Cost cost() {
        MoneyRange price = MoneyRange.exactly(get("price", Money.class));
        TokenCost tokens = new TokenCost(0, null, null, null);
        return new Cost(
                price,
                null,
                price,
                true,
                null,
                1,
                List.of(),
                null,
                HostPrice.QUOTED,
                price,
                List.of(),
                tokens,
                null,
                List.of());
    }

    private DeploymentOption option(String id) {
        return new DeploymentOption(
                id,
                NO_TITLE,
                get("kind", OptionKind.class),
                Hardware.of(
                        accelerator(id),
                        get("devices", Integer.class),
                        get("nodes", Integer.class),
                        Network.NONE,
                        null),
                Terms.of(Build.SELF_BUILT, get("channel", Channel.class), get("warranty", Warranty.class)),
                Prices.NONE);
    }

    private Accelerator accelerator(String id) {
        return new Accelerator(
                id,
                NO_TITLE,
                get("vendor", String.class),
                Accelerator.UNNAMED,
                null,
                get("releaseYear", Integer.class),
                get("formFactor", FormFactor.class),
                Market.DATACENTRE,
                get("chinaVariant", Boolean.class),
                null,
                Interconnect.NOT_KNOWN,
                null,
                null,
                get("bandwidth", Double.class),
                get("link", Double.class),
                get("fp16", Double.class),
                null,
                null,
                null,
                get("tdpWatts", Double.class),
                null,
                get("fp8", Boolean.class),
                false,
                List.of(),
                List.of());
    }

    /** What the table says of the request; the rest as if it were not given. */
    private Request request() {
        Map<String, String> form = new TreeMap<>(Map.of("model", "-"));
        for (RequestField<?> field : RequestFields.answered()) {
            Object value = fields.containsKey(field.json()) ? get(field.json(), Object.class) : null;
            if (value != null) {
                form.put(field.name(), text(value));
            }
        }
        return new RequestForm(form).request(DAY);
    }

    private static String text(Object value) {
        if (value instanceof Money money) {
            return money.amount().toPlainString() + money.currency();
        }
        return value instanceof Enum<?> choice ? Ids.of(choice) : value.toString();
    }
}
