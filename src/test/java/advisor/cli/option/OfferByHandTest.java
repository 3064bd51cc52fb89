package advisor.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of the offer holds when the catalog's files are edited by hand. */
class OfferByHandTest {
    private static final String PRICE = "price: \\{low: [0-9.]+, likely: [0-9.]+, high: [0-9.]+, currency: [A-Z]+}";

    @TempDir
    private Path folder;

    @Test
    void aLowerPrice() throws IOException {
        holds(
                "price",
                "h200-sxm-x8-self-built",
                List.of("--model", "deepseek-r1", "--budget", "2000000CNY", "--as-of", "2025-02-20"),
                "options/h200-sxm-x8-self-built.yaml",
                to -> text -> text.replaceFirst(PRICE, "price: " + firm(to)));
    }

    @Test
    void aPriceWhereNoneIsKnown() throws IOException {
        holds(
                "price",
                "b300-x8",
                List.of("--model", "deepseek-r1", "--budget", "20000000CNY", "--as-of", "2026-11-22"),
                "options/b300-x8.yaml",
                to -> text -> text + "quotes:\n  - price: " + firm(to)
                        + "\n    from: 2026-11-22\n    kind: quote\n    source: advisor-judgement\n    confidence: low\n");
    }

    @Test
    void aLowerRate() throws IOException {
        holds(
                "device-hour",
                "cloud-h200-rental",
                List.of(
                        "--model",
                        "deepseek-r1",
                        "--budget",
                        "2000000CNY",
                        "--jurisdiction",
                        "US",
                        "--as-of",
                        "2026-11-22"),
                "options/cloud-h200-rental.yaml",
                to -> text -> text.replaceAll(PRICE, "price: " + firm(to)));
    }

    @Test
    void aBetterWarranty() throws IOException {
        holds(
                "warranty",
                "h100-x8-research",
                List.of("--model", "deepseek-r1", "--warranty", "manufacturer", "--as-of", "2026-11-22"),
                "options/h100-x8-research.yaml",
                to -> text -> text.replace("warranty: dealer", "warranty: " + to));
    }

    @Test
    void moreMemoryInEachDevice() throws IOException {
        holds(
                "memory-gb",
                "rtx-4090-x1",
                List.of("--model", "qwen3-32b", "--precision-floor", "native", "--as-of", "2025-08-15"),
                "accelerators/nvidia-rtx-4090.yaml",
                to -> text -> withMemory(text, Double.parseDouble(to)));
    }

    /** What the device reports grows with what is printed. */
    private static String withMemory(String text, double gigabytes) {
        double printed = number(text, "memory_gb");
        long reported = Math.round(number(text, "memory_bytes") * gigabytes / printed);
        return text.replaceFirst("memory_gb: \\{value: [0-9.]+", "memory_gb: {value: " + gigabytes)
                .replaceFirst("memory_bytes: \\{value: [0-9.]+", "memory_bytes: {value: " + reported);
    }

    private static double number(String text, String key) {
        var matcher = Pattern.compile(key + ": \\{value: ([0-9.]+)").matcher(text);
        assertThat(matcher.find()).as(key).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** {@code 2000000CNY} as low, likely and high. */
    private static String firm(String amount) {
        String number = amount.replace("CNY", "");
        return "{low: %s, likely: %s, high: %s, currency: CNY}".formatted(number, number, number);
    }

    private void holds(
            String field,
            String option,
            List<String> request,
            String file,
            Function<String, UnaryOperator<String>> edit)
            throws IOException {
        JsonNode explanation = run(Stream.concat(Stream.of("explain", option), request.stream()));
        JsonNode found = stream(explanation.get("counterfactuals"))
                .filter(one -> one.get("changes").size() == 1)
                .filter(one -> one.at("/changes/0/of").asText().equals("offer"))
                .filter(one -> one.at("/changes/0/field").asText().equals(field))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(explanation.get("counterfactuals").toPrettyString()));
        edit(file, edit.apply(found.at("/changes/0/to").asText()));
        JsonNode after = run(Stream.of(
                        Stream.of("advise"),
                        request.stream(),
                        Stream.of("--catalog", catalog().toString()))
                .flatMap(arguments -> arguments));
        JsonNode verdict = stream(after.get("verdicts"))
                .filter(one -> one.get("option").asText().equals(option))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.get("stance").asText())
                .isEqualTo(found.get("stance").asText())
                .isNotEqualTo(explanation.at("/verdict/stance").asText());
        assertThat(verdict.get("score").asInt()).isEqualTo(found.get("score").asInt());
    }

    private void edit(String file, UnaryOperator<String> edit) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("catalog"))) {
            files.filter(Files::isRegularFile).forEach(this::copy);
        }
        Path edited = catalog().resolve(file);
        String before = Files.readString(edited);
        Files.writeString(edited, edit.apply(before));
        assertThat(edited).content().isNotEqualTo(before);
    }

    private void copy(Path file) {
        try {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path catalog() {
        return folder.resolve("catalog");
    }

    private static JsonNode run(Stream<String> arguments) throws IOException {
        CommandRun run = CommandRun.of(
                Stream.concat(arguments, Stream.of("--output", "json")).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return new JsonMapper().readTree(run.out());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
