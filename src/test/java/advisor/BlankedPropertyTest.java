package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.request.RequestForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Nothing is better for what nobody knows of it: figures of devices and prices are left out, over requests that are drawn,
 * the same in each run. {@code -Dblanked.facts=2000} draws more.
 */
class BlankedPropertyTest {
    private static final int DRAWN = Integer.getInteger("blanked.facts", 30);

    private static final Map<String, List<String>> FIELDS = fields();

    private static Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("model", List.of("deepseek-r1", "qwen3-32b", "llama-3.1-70b", "qwen3-235b-a22b", "gpt-oss-120b"));
        fields.put("streams", List.of("1", "8", "60", "400"));
        fields.put("prompt-tokens", List.of("", "500", "12000"));
        fields.put("min-speed", List.of("", "", "30"));
        fields.put("budget", List.of("", "", "$300k", "1000w"));
        fields.put("jurisdiction", List.of("", "US", "CN", "DE"));
        fields.put("max-power-kw", List.of("", "", "", "14"));
        fields.put("precision-floor", List.of("", "", "native"));
        fields.put("preset", List.of("", "", "batch"));
        return fields;
    }

    @Test
    void nothingGainsByAFigureOrAPriceThatIsNotKnown() {
        List<Blanked> blanked = Blanked.all(Shipped.catalog());
        Random random = new Random(20261128);
        Map<Map<String, String>, Advice> known = new LinkedHashMap<>();
        List<Map<String, String>> requests = drawn(random);
        for (int i = 0; i < DRAWN; i++) {
            Blanked without = blanked.get(random.nextInt(blanked.size()));
            Map<String, String> fields = requests.get(random.nextInt(requests.size()));
            Advice before = known.computeIfAbsent(fields, key -> advise(Blanked.of(Shipped.catalog()), key));
            check(without, fields, before, advise(without, fields));
        }
    }

    private static List<Map<String, String>> drawn(Random random) {
        return random.ints(Math.max(6, DRAWN / 10))
                .mapToObj(ignored -> fields(random))
                .toList();
    }

    private static Map<String, String> fields(Random random) {
        Map<String, String> fields = new TreeMap<>();
        FIELDS.forEach((name, values) -> {
            String value = values.get(random.nextInt(values.size()));
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    private static Advice advise(Blanked catalog, Map<String, String> fields) {
        return new Advisor(catalog.catalog(), Shipped.rules()).advise(new RequestForm(fields).request(Shipped.TODAY));
    }

    private static void check(Blanked without, Map<String, String> fields, Advice before, Advice after) {
        for (String id : without.options()) {
            String what = "%s: %s of %s".formatted(without.fact(), id, fields);
            OptionVerdict known = before.verdict(id);
            OptionVerdict unknown = after.verdict(id);
            if (unknown.stance().viable()) {
                assertThat(unknown.stance()).as(what).isGreaterThanOrEqualTo(known.stance());
                assertThat(unknown.best().score())
                        .as(what)
                        .isLessThanOrEqualTo(known.best().score());
            }
            if (known.stance() != Stance.REJECTED) {
                assertThat(ahead(unknown, after, without)).as(what).containsAll(ahead(known, before, without));
            } else {
                assertThat(unknown.stance().viable()).as(what).isFalse();
            }
        }
    }

    /**
     * Whoever stands before an option, of those that the fact does not speak of. What was barred by the fact is open
     * without it, and then stands before what is barred still.
     */
    private static List<String> ahead(OptionVerdict option, Advice advice, Blanked without) {
        return advice.verdicts().stream()
                .filter(other -> other.rank() < option.rank())
                .map(other -> other.option().id())
                .filter(id -> !without.options().contains(id))
                .toList();
    }
}
