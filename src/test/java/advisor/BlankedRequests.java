package advisor;

import advisor.catalog.Blanks.Blank;
import advisor.catalog.Blanks.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked while a fact is taken out: some requests that are written, and some that are drawn, the same in each run. */
final class BlankedRequests {
    private static final int DRAWN_REQUESTS = 4;
    private static final long SEED = 20261128;

    private static final List<String> WRITTEN = List.of(
            "model=deepseek-r1 budget=3000000CNY jurisdiction=CN",
            "model=deepseek-r1 budget=3000000CNY jurisdiction=CN privacy=on-premises",
            "model=kimi-k2.5 budget=500000USD jurisdiction=US",
            "model=qwen3-235b-a22b-fp8 budget=300000USD jurisdiction=DE min-speed=20",
            "model=llama-3.1-70b budget=60000USD jurisdiction=US privacy=on-premises streams=4",
            "model=qwen3-8b budget=40000CNY jurisdiction=CN streams=2");

    private static final Map<String, List<String>> FIELDS = fields();

    private static final List<String> REQUESTS =
            Stream.concat(WRITTEN.stream(), drawn().stream()).toList();

    /** Where advanced chips may not go, where they need a licence, and for whom else is barred. */
    private static final List<String> OF_PLACES = List.of(
            "model=deepseek-r1 jurisdiction=RU",
            "model=deepseek-r1 jurisdiction=IR",
            "model=deepseek-r1 jurisdiction=KP",
            "model=deepseek-r1 jurisdiction=VN",
            "model=deepseek-r1 jurisdiction=PS",
            "model=deepseek-r1 jurisdiction=DE parent=CN",
            "model=deepseek-r1 jurisdiction=CN buyer=state-funded");

    private BlankedRequests() {}

    /** Of its own model if it is a fact about one. */
    static Stream<String> of(Blank blank) {
        String model = blank.model();
        if (blank.kind() == Kind.COUNTRY || blank.kind() == Kind.EXPORT) {
            return Stream.concat(REQUESTS.stream(), OF_PLACES.stream());
        }
        return model == null
                ? REQUESTS.stream()
                : Stream.of(
                        "model=" + model + " budget=500000USD jurisdiction=US",
                        "model=" + model + " budget=3000000CNY jurisdiction=CN privacy=on-premises");
    }

    private static Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new TreeMap<>();
        fields.put("model", List.of("deepseek-r1", "qwen3-32b", "llama-3.1-70b", "qwen3-235b-a22b", "gpt-oss-120b"));
        fields.put("streams", List.of("1", "8", "60", "400"));
        fields.put("prompt-tokens", List.of("", "500", "12000"));
        fields.put("min-speed", List.of("", "", "30"));
        fields.put("budget", List.of("", "", "$300k", "1000wCNY"));
        fields.put("jurisdiction", List.of("", "US", "CN", "DE"));
        fields.put("max-power-kw", List.of("", "", "", "14"));
        fields.put("precision-floor", List.of("", "", "native"));
        fields.put("preset", List.of("", "", "batch"));
        return fields;
    }

    private static List<String> drawn() {
        Random random = new Random(SEED);
        return Stream.generate(() -> FIELDS.entrySet().stream()
                        .map(field -> field.getKey() + "="
                                + field.getValue()
                                        .get(random.nextInt(field.getValue().size())))
                        .filter(field -> !field.endsWith("="))
                        .collect(Collectors.joining(" ")))
                .limit(DRAWN_REQUESTS)
                .toList();
    }
}
