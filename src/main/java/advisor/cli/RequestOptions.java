package advisor.cli;

import advisor.advice.BadRequestException;
import advisor.advice.RequestForm;
import advisor.catalog.RequestFile;
import advisor.model.LoadException;
import advisor.model.Problem;
import advisor.model.Request;
import advisor.model.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The request as options, with a file beneath them: an option overrides the file. */
final class RequestOptions {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Request file (YAML); options override it.")
    private @Nullable Path file;

    @Option(
            names = "--model",
            paramLabel = "ID|PATH",
            description =
                    "Model to run, as listed by \"advisor models\", or the path of its config.json, folder or .gguf file.")
    private @Nullable String model;

    @Option(
            names = "--precision-floor",
            paramLabel = "native|int8|4bit|any",
            description = "Least faithful weights accepted; default: any.")
    private @Nullable String precisionFloor;

    @Option(names = "--streams", paramLabel = "N", description = "Answers generated at the same time; default: 16.")
    private @Nullable String streams;

    @Option(names = "--prompt-tokens", paramLabel = "N", description = "Tokens of a prompt; default: 4096.")
    private @Nullable String promptTokens;

    @Option(names = "--output-tokens", paramLabel = "N", description = "Tokens of an answer; default: 1024.")
    private @Nullable String outputTokens;

    @Option(names = "--min-speed", paramLabel = "N", description = "Least tokens a second of one answer.")
    private @Nullable String minSpeed;

    @Option(names = "--budget", paramLabel = "AMOUNT", description = "3000000CNY, 300w, ¥300万, $400k …")
    private @Nullable String budget;

    @Option(names = "--horizon", paramLabel = "MONTHS", description = "Months of use; default: 36.")
    private @Nullable String horizon;

    @Option(
            names = "--billing",
            paramLabel = "always-on|working-hours|scale-to-zero",
            description = "Which hours of a rented machine are paid; default: always-on.")
    private @Nullable String billing;

    @Option(names = "--jurisdiction", paramLabel = "CC", description = "Country of the buyer: CN, DE, US …")
    private @Nullable String jurisdiction;

    @Option(names = "--buyer", paramLabel = "private|state-funded|multinational", description = "Default: private.")
    private @Nullable String buyer;

    @Option(
            names = "--privacy",
            paramLabel = "any|in-country|on-premises",
            description = "Where data may go; default: any.")
    private @Nullable String privacy;

    @Option(names = "--warranty", paramLabel = "none|dealer|manufacturer", description = "Least warranty accepted.")
    private @Nullable String warranty;

    @Option(
            names = "--sanctions",
            paramLabel = "comply|report",
            description = "Refuse embargoed parts, or merely report them; default: comply.")
    private @Nullable String sanctions;

    @Option(names = "--fp8", paramLabel = "any|native", description = "Whether FP8 must be native; default: any.")
    private @Nullable String fp8;

    @Option(names = "--max-power-kw", paramLabel = "KW", description = "Power that the room can give.")
    private @Nullable String maxPowerKw;

    @Option(names = "--max-nodes", paramLabel = "N", description = "Most servers accepted.")
    private @Nullable String maxNodes;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the assessment; default: today (UTC).")
    private @Nullable String asOf;

    @Option(names = "--lens", paramLabel = "founding|evidence", description = "Whose judgement; default: evidence.")
    private @Nullable String lens;

    @Option(
            names = "--assume",
            paramLabel = "ID=VALUE",
            description = "Assume otherwise than the catalog, as in cost/busy-share=0.1; repeatable.")
    private List<String> assume = new ArrayList<>();

    Request request() {
        return new RequestForm(fields()).request(LocalDate.now(ZoneOffset.UTC));
    }

    /** What the file and the options say, by field name. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>(fromFile());
        put(fields, "model", model);
        put(fields, "precision-floor", precisionFloor);
        put(fields, "streams", streams);
        put(fields, "prompt-tokens", promptTokens);
        put(fields, "output-tokens", outputTokens);
        put(fields, "min-speed", minSpeed);
        put(fields, "budget", budget);
        put(fields, "horizon", horizon);
        put(fields, "billing", billing);
        put(fields, "jurisdiction", jurisdiction);
        put(fields, "buyer", buyer);
        put(fields, "privacy", privacy);
        put(fields, "warranty", warranty);
        put(fields, "sanctions", sanctions);
        put(fields, "fp8", fp8);
        put(fields, "max-power-kw", maxPowerKw);
        put(fields, "max-nodes", maxNodes);
        put(fields, "as-of", asOf);
        put(fields, "lens", lens);
        assume.forEach(assumption -> fields.merge("assume", assumption, (one, other) -> one + "," + other));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Text text(Problem problem) {
        return new Text(problem.toString(), problem.toString());
    }

    private Map<String, String> fromFile() {
        Path given = file;
        if (given == null) {
            return Map.of();
        }
        try {
            return RequestFile.parse(given.toString(), Files.readString(given, StandardCharsets.UTF_8));
        } catch (LoadException e) {
            throw new BadRequestException(
                    e.problems().stream().map(RequestOptions::text).toList());
        } catch (IOException e) {
            throw new BadRequestException(List.of(new Text(
                    "The request file (%s) cannot be read.".formatted(given), "请求文件（%s）无法读取。".formatted(given))));
        }
    }
}
