package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.OptionVerdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Who says nothing of the data gets no service that he would not get who says where it must stay, unless no law of his
 * country keeps data there.
 */
class BorderPropertyTest {
    @Property(tries = 30, seed = "20261130")
    void sayingNothingIsNeverLaxerThanSayingWhereTheDataMustStay(@ForAll("requests") Map<String, String> request) {
        Set<String> whereItMustStay = services(with(request, demanded(request.get("jurisdiction"))));
        assertThat(whereItMustStay).containsAll(services(request));
    }

    /** What the law of a country takes as one area. */
    private static String demanded(String country) {
        return Set.of("DE", "FR", "NL", "SE").contains(country) ? "eea" : "in-country";
    }

    private static Map<String, String> with(Map<String, String> request, String privacy) {
        Map<String, String> changed = new TreeMap<>(request);
        changed.put("privacy", privacy);
        return changed;
    }

    /** Those that may be taken. */
    private static Set<String> services(Map<String, String> request) {
        return Shipped.advise(request).viable().stream()
                .map(OptionVerdict::option)
                .filter(option -> option.elsewhere())
                .map(option -> option.id())
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<Map<String, String>> requests() {
        return Combinators.combine(
                        Arbitraries.of(Shipped.catalog().models().keySet()),
                        Arbitraries.of("DE", "FR", "NL", "SE", "SG", "JP", "CN", "HK"),
                        Arbitraries.of("1", "20", "300"),
                        Arbitraries.of("chat", "rag", "batch"))
                .as((model, country, streams, preset) -> Map.of(
                        "model", model,
                        "jurisdiction", country,
                        "streams", streams,
                        "preset", preset,
                        "as-of", "2026-11-28"));
    }
}
