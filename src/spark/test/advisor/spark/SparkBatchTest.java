package advisor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import advisor.cli.option.Locations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In this process, by two threads: the answers are those of {@code advisor batch --brief} to the byte. */
class SparkBatchTest {
    private static final String AS_OF = "\"as-of\": \"2026-11-22\"";

    /** What batch answers by a fault, or passes over. */
    private static final List<String> BAD = List.of(
            "{nonsense",
            "",
            "[1]",
            "  \t",
            "{\"model\": \"deepseek-r9\", " + AS_OF + "}",
            "{\"model\": \"qwen3-8b\", \"streams\": -1, \"bugdet\": 1}",
            "{\"model\": \"qwen3-8b\",\r \"model\": \"qwen3-8b\"}",
            "{\"model\": \"any-of:qwen3-8b,llama-3.1-8b\", " + AS_OF + "}",
            "{\"model\": \"no/such/config.json\", \"label\": \"部署\", " + AS_OF + "}");

    private static final List<String> PORTFOLIO = portfolio();

    @TempDir
    private Path folder;

    @Test
    void linesAreAnsweredByteForByteAsBatchDoes() throws IOException {
        Path file = file("requests.jsonl", lines(PORTFOLIO));
        assertThat(run("--in", file, "--out", out("answers"), "--task-lines", "7")).isZero();
        assertThat(parts("answers")).hasSizeGreaterThan(3);
        assertThat(text("answers")).isEqualTo(batch(file));
    }

    /** A byte order mark, lines that end as on Windows, what is no UTF-8, a line without an end. */
    @Test
    void whatALineIsAgreesToTheByte() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("\uFEFF%s\r\n\n".formatted(request("qwen3-8b")).getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0xff, '\n'});
        bytes.write(("{" + " ".repeat(1 << 20) + "}\n").getBytes(StandardCharsets.UTF_8));
        bytes.write(request("llama-3.1-8b").getBytes(StandardCharsets.UTF_8));
        Path file = file("requests.jsonl", bytes.toByteArray());
        assertThat(run("--in", file, "--out", out("answers"))).isZero();
        assertThat(text("answers")).isEqualTo(batch(file)).contains("mebibyte", "brief-line/1");
    }

    @Test
    void aFolderOfFilesIsOneInputInTheOrderOfTheirNames() throws IOException {
        Files.createDirectory(folder.resolve("a folder"));
        file("a folder/2.jsonl", lines(PORTFOLIO.subList(5, 9)));
        file("a folder/1.jsonl.gz", packed(lines(PORTFOLIO.subList(0, 5))));
        file("a folder/3.jsonl", lines(PORTFOLIO.subList(9, 30)));
        Path whole = file("whole.jsonl", lines(PORTFOLIO.subList(0, 30)));
        assertThat(run("--in", folder.resolve("a folder"), "--out", out("answers"), "--task-lines", "4"))
                .isZero();
        assertThat(text("answers"))
                .isEqualTo(batch(whole).replace(whole.toString(), folder.resolve("a folder").toString()));
    }

    @Test
    void parquetInAndOutHasTheSameAnswersWithTheirLineNumbers() throws IOException {
        Path file = file("requests.jsonl", lines(PORTFOLIO));
        Path rows = out("requests.parquet");
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            spark.createDataset(PORTFOLIO, Encoders.STRING())
                    .toDF("asked")
                    .coalesce(1)
                    .write()
                    .parquet(rows.toString());
        }
        Path out = out("answers.parquet");
        assertThat(run("--in", rows, "--out", out, "--column", "asked", "--task-lines", "7"))
                .isZero();
        List<String> asked = IntStream.range(0, PORTFOLIO.size())
                .filter(line -> !PORTFOLIO.get(line).isBlank())
                .mapToObj(line -> String.valueOf(line + 1))
                .toList();
        List<Row> answers = read(out);
        assertThat(answers).extracting(row -> String.valueOf(row.getLong(0))).isEqualTo(asked);
        assertThat(answers.stream().map(row -> row.getString(1) + "\n").reduce("", String::concat))
                .isEqualTo(batch(file).replace(file.toString(), rows.toString()));
    }

    @Test
    void anEmptyPortfolioHasNoAnswer() throws IOException {
        Path file = file("requests.jsonl", new byte[0]);
        assertThat(run("--in", file, "--out", out("answers"))).isZero();
        assertThat(text("answers")).isEmpty();
        assertThat(run("--in", file, "--out", out("answers.parquet"))).isZero();
        assertThat(read(out("answers.parquet"))).isEmpty();
    }

    @Test
    void oneDateAndOneKnowledgeHoldForAllMachines() {
        byte[] request = "{\"model\": \"qwen3-8b\"}".getBytes(StandardCharsets.UTF_8);
        LocalDate day = LocalDate.of(2026, 3, 1);
        Answering answering = Answering.at(new Locations(), List.of("--in", "x", "--out", "y"), "x", day);
        assertThat(answering.answer(1, request)).contains("\"asOf\":\"2026-03-01\"");
        Answering elsewhere = new Answering(answering.arguments(), "x", day, "another");
        assertThatThrownBy(() -> elsewhere.answer(1, request)).hasMessageContaining("not those of the driver");
    }

    @Test
    void foldersOfRulesAreThoseOfEachMachine() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("no-rules"));
        Path file = file("requests.jsonl", lines(PORTFOLIO));
        assertThat(run("--in", file, "--out", out("answers"), "--rules", rules)).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run("--in", file, "--out", out("founded"), "--rules", Path.of("rules"), "--task-lines", "50"))
                .isZero();
        assertThat(text("founded")).isEqualTo(batch(file));
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingRuns() throws IOException {
        Path file = file("requests.jsonl", lines(PORTFOLIO));
        assertThat(run("--in", file)).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run("--in", file, "--out", folder)).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run("--in", file, "--out", out("answers"), "--task-lines", "0"))
                .isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run("--in", out("nowhere"), "--out", out("answers"))).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(out("answers")).doesNotExist();
    }

    /** Drawn, the same in each run, with bad lines among them. */
    private static List<String> portfolio() {
        Random random = new Random(20261129);
        List<String> drawn = new ArrayList<>(BAD);
        for (int line = 0; line < 36; line++) {
            drawn.add("{\"model\": \"%s\", \"budget\": \"%s\", \"jurisdiction\": \"%s\", \"streams\": %s, %s}"
                    .formatted(
                            any(random, "deepseek-r1", "qwen3-32b", "llama-3.1-70b", "gpt-oss-120b"),
                            any(random, "$20k", "300w", "$5000k"),
                            any(random, "CN", "US", "DE", "RU"),
                            any(random, "1", "8", "60", "400"),
                            AS_OF));
        }
        Collections.shuffle(drawn, random);
        return drawn;
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String request(String model) {
        return "{\"model\": \"%s\", %s}".formatted(model, AS_OF);
    }

    private static int run(Object... arguments) {
        return SparkBatch.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static String batch(Path file) {
        return CommandRun.of("batch", "--brief", "-f", file.toString()).out();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private static byte[] lines(List<String> requests) {
        return String.join("\n", requests).concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }

    private List<Path> parts(String name) throws IOException {
        try (Stream<Path> files = Files.list(out(name))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    private String text(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path part : parts(name)) {
            text.append(Files.readString(part));
        }
        return text.toString();
    }

    private static List<Row> read(Path parquet) throws IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            return spark.read().parquet(parquet.toString()).orderBy("line").collectAsList();
        }
    }
}
