package advisor.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final List<String> R1 = List.of("advise", "--model", "deepseek-r1", "--as-of", "2026-11-22");

    @TempDir
    Path folder;

    @Test
    void adviceSaysInOneSentenceWhatToDo() {
        CommandRun run = advise("--budget", "3000000CNY", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Do not buy: call DeepInfra API");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theSameRequestGivesTheSameBytesUnderAnotherLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String json = advise("--output", "json").out();
        String text = advise("--lang", "zh").out();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(advise("--output", "json").out()).isEqualTo(json);
            assertThat(advise("--lang", "zh").out()).isEqualTo(text);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theLanguageFollowsTheLocale() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(advise().out()).contains("各方案");
            Locale.setDefault(Locale.GERMANY);
            assertThat(advise().out()).contains("PLANS");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void nothingViableIsItsOwnExitCode() {
        CommandRun run = advise("--budget", "100CNY", "--privacy", "on-premises", "--precision-floor", "native");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOTHING_VIABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model deepseek-r2 | The model (deepseek-r2) is not in the catalog. | Maybe deepseek-r1",
                "--model deepseek-r1 --budget lots | The budget (lots) is not an amount of money. | 300w",
                "--model deepseek-r1 --as-of 2020-01-01 | The as-of (2020-01-01) must not be before 2025-01-01 | figures",
                "--model deepseek-r1 --privacy none | The privacy (none) is not known. | on-premises",
                "--budget 300w | The model is missing. | deepseek-r1",
                "--model deepseek-r1 --assume cost/bussy-share=1 | The assumption (cost/bussy-share) | cost/busy-share",
                "--model deepseek-r1 --assume score/start=99 | The assumption (score/start) is none | electricity/…",
                "--model deepseek-r1 --assume cost/busy-share=2 | The assumption (cost/busy-share=2) must be | 0.001 to 1.",
                "--model deepseek-r1 --assume exchange/usd-cny=0 | The assumption (exchange/usd-cny=0) must be | 1 to 20.",
                "--model deepseek-r1 --bugdet 300w | Not known here: --bugdet | --budget",
            })
    void badRequestsSayWhatIsWrongAndWhatIsAccepted(String arguments, String wrong, String hint) {
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("advise"), Stream.of(arguments.split(" ", -1)))
                .toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains(wrong).contains(hint).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void faultsAreToldInTheLanguageAskedFor() {
        assertThat(advise("--budget", "lots", "--lang", "zh").err())
                .contains("预算（lots）不是金额")
                .contains("可用：");
        assertThat(CommandRun.of("models", "deepseek-r2", "--lang", "zh").err()).contains("目录中没有该模型（deepseek-r2）");
    }

    @Test
    void anUnknownOptionNamesTheNearestOnes() {
        CommandRun run = CommandRun.of("options", "h200-sxm-x8");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err())
                .contains("The option (h200-sxm-x8) is not in the catalog.")
                .contains("h200-sxm-x8-self-built");
    }

    @Test
    void everyFaultOfABrokenCatalogIsReportedWithItsPlace() throws IOException {
        Path catalog = copy(Path.of("catalog"));
        replace(catalog.resolve("options/dgx-h200.yaml"), "nvidia-h200-sxm-141gb", "nvidia-h200-sxm");
        replace(catalog.resolve("options/h20-x8.yaml"), "kind: purchase", "kind: bought");
        replace(catalog.resolve("models/qwen3-8b.yaml"), "developer:", "developper:");
        replace(catalog.resolve("parameters/exchange.yaml"), "source: catalogue-assumptions-2026", "source: nobody");
        CommandRun run = advise("--catalog", catalog.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .containsPattern("catalog/options/dgx-h200\\.yaml:4:\\d+: The accelerator \\(nvidia-h200-sxm\\)")
                .contains("Maybe nvidia-h200-sxm-141gb")
                .containsPattern("catalog/options/h20-x8\\.yaml:3:\\d+: The kind \\(bought\\)")
                .containsPattern("catalog/models/qwen3-8b\\.yaml:3:\\d+: The key \\(developper\\)")
                .containsPattern("catalog/parameters/exchange\\.yaml:\\d+:\\d+: The source \\(nobody\\)");
    }

    @Test
    void brokenRulesAreReportedWithTheirPlace() throws IOException {
        Path rules = copy(Path.of("rules"));
        replace(rules.resolve("memory.drl"), "memory.shortfall != null", "memory.shortfal != null");
        CommandRun run = advise("--rules", rules.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.err())
                .containsPattern("rules/memory\\.drl:\\d+:\\d+: The condition \\(memory.shortfal != null\\)")
                .doesNotContain("LambdaConsequence");
    }

    @Test
    void assumptionsAreListedWhereverTheAnswerIsRead() throws IOException {
        Path file = folder.resolve("request.yaml");
        Files.writeString(file, "assume: cost/busy-share=0.5,cost/capital-rate-year=0.04\n");
        String[] given = {"-f", file.toString(), "--assume", "cost/busy-share=0.1", "--assume", "exchange/usd-cny=7"};
        assertThat(advise(Stream.concat(Stream.of("--lang", "en"), Stream.of(given))
                                .toArray(String[]::new))
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("because the request says so: cost/busy-share=0.1, cost/capital-rate-year=0.04, "
                        + "exchange/usd-cny=7");
        assertThat(advise(Stream.concat(Stream.of("--output", "json"), Stream.of(given))
                                .toArray(String[]::new))
                        .out())
                .contains("\"assume\" : {\n      \"cost/busy-share\" : 0.1,")
                .contains("\"source\" : \"the-request\"");
    }

    @Test
    void aRequestFileIsOverriddenByOptions() throws IOException {
        Path file = folder.resolve("request.yaml");
        Files.writeString(file, "model: qwen3-8b\nbudget: 50000CNY\nas_of: 2026-11-22\n");
        CommandRun run = CommandRun.of("advise", "-f", file.toString(), "--budget", "60000CNY", "--output", "json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("\"model\" : \"qwen3-8b\"").contains("\"amount\" : 60000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"founding", "hospital-de", "office-small-model"})
    void theSampleRequestsAreAnswered(String name) {
        CommandRun run = CommandRun.of("advise", "-f", "catalog/requests/" + name + ".yaml", "--lang", "en");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isIn(ExitCode.OK, ExitCode.NOTHING_VIABLE);
    }

    @Test
    void aBrokenRequestFileIsABadRequest() throws IOException {
        Path file = folder.resolve("request.yaml");
        Files.writeString(file, "model: [a, b]\nbudget: {x: 1}\n");
        CommandRun run = CommandRun.of("advise", "-f", file.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("request.yaml:1:1").contains("request.yaml:2:1");
    }

    @ParameterizedTest
    @CsvSource({
        "models, deepseek-r1, deepseek-r1-config",
        "options, h20-sxm-x16-pair, 国行 H40 SXM",
        "accelerators, huawei-ascend-910b, 64",
        "sources, flintylemming-2025, #notes-4",
    })
    void theCatalogIsListedAndShownWithItsSources(String command, String id, String shown) {
        assertThat(CommandRun.of(command).out().lines().map(line -> line.split(" ", -1)[0]))
                .contains(id);
        CommandRun run = CommandRun.of(command, id, "--lang", "zh");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains(shown);
    }

    @Test
    void noColourReachesAFile() {
        assertThat(advise().out()).doesNotContain("\u001b");
    }

    @Test
    void linesFitAHundredColumns() {
        for (String language : List.of("en", "zh")) {
            assertThat(advise("--lang", language, "--jurisdiction", "CN", "--sanctions", "report")
                            .out()
                            .lines())
                    .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(100));
        }
    }

    private static int columns(String line) {
        return line.codePoints().map(org.jline.utils.WCWidth::wcwidth).sum();
    }

    private Path copy(Path from) throws IOException {
        Path to = folder.resolve(from.getFileName().toString());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static CommandRun advise(String... more) {
        return CommandRun.of(Stream.concat(R1.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
