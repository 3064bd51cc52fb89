package advisor;

import advisor.text.Ids;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Six organisations that ask, and for each an option whose explanation is kept. */
public enum Cases {
    FOUNDING(
            "h100-x8-research",
            Map.of(
                    "model", "deepseek-r1",
                    "lens", "founding",
                    "as-of", "2025-02-11",
                    "jurisdiction", "CN",
                    "sanctions", "report")),
    SMALL_MODEL("h100-pcie-x2", Map.of("model", "qwen3-8b", "budget", "5万", "streams", "4", "as-of", "2026-11-22")),
    NATIVE_FP8(
            "a100-x16", Map.of("model", "deepseek-r1", "budget", "3000000CNY", "fp8", "native", "as-of", "2026-11-22")),
    MANUFACTURER_WARRANTY(
            "h200-sxm-x8-self-built",
            Map.of(
                    "model", "deepseek-r1",
                    "budget", "2000000CNY",
                    "warranty", "manufacturer",
                    "min-speed", "20",
                    "as-of", "2026-11-22")),
    STATE_FUNDED(
            "h20-x8",
            Map.of(
                    "model", "deepseek-r1",
                    "budget", "300w",
                    "jurisdiction", "CN",
                    "buyer", "state-funded",
                    "privacy", "on-premises",
                    "as-of", "2026-11-22")),
    LOW_LOAD(
            "cloud-h100-rental-us",
            Map.of(
                    "model", "llama-3.1-70b",
                    "budget", "$30k",
                    "streams", "2",
                    "prompt-tokens", "1000",
                    "output-tokens", "300",
                    "horizon", "12",
                    "as-of", "2026-11-22"));

    private final String option;
    private final Map<String, String> fields;

    Cases(String option, Map<String, String> fields) {
        this.option = option;
        this.fields = new TreeMap<>(fields);
    }

    /** The option whose explanation is kept. */
    public String option() {
        return option;
    }

    public Map<String, String> fields() {
        return new TreeMap<>(fields);
    }

    /** As on the command line. */
    public List<String> arguments() {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of("--" + field.getKey(), field.getValue()))
                .toList();
    }

    /** The file that keeps its explanation. */
    public String file(String language) {
        return "explain-%s.%s.txt".formatted(Ids.of(this), language);
    }

    static List<String> files() {
        return Stream.of(values())
                .flatMap(one -> Stream.of(one.file("en"), one.file("zh")))
                .toList();
    }
}
