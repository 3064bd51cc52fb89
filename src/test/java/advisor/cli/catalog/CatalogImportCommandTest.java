package advisor.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.ShippedCopy;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.catalog.CatalogLoader;
import advisor.cli.CommandRun;
import advisor.cli.FewRules;
import advisor.cli.option.ExitCode;
import advisor.facts.unit.MoneyRange;
import advisor.request.RequestForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advisor catalog import}: told first, appended then, and nothing that was said before is said otherwise. */
class CatalogImportCommandTest {
    private static final String LIST =
            """
            {"deepinfra": {"models": {
              "deepseek-ai/DeepSeek-R1-0528": {"cost": {"input": 0.4, "output": 1.8, "cache_read": 0.3}},
              "openai/gpt-oss-20b": {"cost": {"input": 0.03, "output": 0.14}},
              "Qwen/Qwen3-32B": {"cost": {"input": 0.1, "output": 0.3}},
              "moonshotai/Kimi-K9": {"cost": {"input": 1, "output": 2}},
              "zai-org/GLM-5": {"cost": {"input": 0, "output": 0}}
             }},
             "scaleway": {"models": {"gpt-oss-120b": {"cost": {"input": 0.2, "output": 0.6}}}},
             "siliconflow-cn": {"models": {"deepseek-ai/DeepSeek-V3": {"cost": {"input": 0.27, "output": 1.1}}}},
             "openrouter": {"models": {"auto": {"cost": {"input": -1, "output": -1}}}}}
            """;

    @TempDir
    Path folder;

    private Path catalog;
    private Path list;

    @BeforeEach
    void copyTheCatalog() throws IOException {
        catalog = ShippedCopy.catalog(folder.resolve("catalog"));
        list = Files.writeString(folder.resolve("api.json"), LIST);
    }

    private CommandRun imported(String... more) {
        return CommandRun.of(
                "catalog",
                Stream.concat(
                                Stream.of("import", list.toString(), "--from", "models.dev", "--lang", "en"),
                                Stream.concat(Stream.of("--catalog", catalog.toString()), Stream.of(more)))
                        .toList());
    }

    @Test
    void whatWouldChangeIsToldAndNothingIsGuessed() throws IOException {
        CommandRun run = imported("--as-of", "2026-11-28");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("2 other prices, 1 new, 1 the same")
                .contains("deepinfra · deepseek-r1 (DeepSeek-R1-0528): 0.5 / 0.35 / 2.15 USD → 0.4 / 0.3 / 1.8 USD\n")
                .contains("scaleway · gpt-oss-120b: 0.15 / – / 0.6 USD → 0.2 / – / 0.6 USD · prints euros")
                .contains("New:\n  deepinfra · qwen3-32b: 0.1 / – / 0.3 USD\n")
                .contains("  scaleway · llama-3.1-70b (Llama-3.3-70B): 0.9 / – / 0.9 USD\n")
                .contains("not taken:\n  siliconflow-cn · deepseek-v3: 2 / – / 8 CNY → 0.27 / – / 1.1 USD\n")
                .contains("1 providers that the catalog does not know: openrouter\n")
                .contains("  deepinfra: moonshotai/Kimi-K9\n")
                .contains("1 listed at no price, which is no offer to count on:\n  deepinfra: zai-org/GLM-5\n")
                .contains("--write appends 3 entries");
        assertThat(CommandRun.of("catalog", "import", list.toString(), "--from", "models.dev", "--lang", "zh")
                        .out())
                .contains("价格变动 2 项，新增 1 项");
        assertThat(catalog.resolve("offers/deepinfra.yaml"))
                .hasSameTextualContentAs(Shipped.CATALOG.resolve("offers/deepinfra.yaml"));
    }

    @Test
    void whatIsWrittenStandsBehindAllThatWasThere() throws IOException {
        Path offers = catalog.resolve("offers/deepinfra.yaml");
        String before = Files.readString(offers)
                .replace("offers:\n", "# Read by hand.\noffers: # per million\n")
                .replaceFirst("\\z", "# The end of them.\nas_printed: 'API'\n");
        Files.writeString(offers, before);
        assertThat(imported("--as-of", "2026-11-28", "--write").exitCode()).isEqualTo(ExitCode.OK);
        String added =
                """
                  - {model: deepseek-r1, input: 0.4, cached_input: 0.3, output: 1.8, serves: DeepSeek-R1-0528, \
                from: 2026-11-28, source: models-dev-2026-11-28}
                  - {model: qwen3-32b, input: 0.1, output: 0.3, from: 2026-11-28, source: models-dev-2026-11-28}
                """;
        assertThat(offers).hasContent(before.replace("# The end", added + "# The end"));
        assertThat(catalog.resolve("sources.yaml"))
                .content()
                .startsWith(Files.readString(Shipped.CATALOG.resolve("sources.yaml")))
                .endsWith("  address: https://models.dev/api.json\n");
        assertThat(catalog.resolve("offers/scaleway.yaml")).content().endsWith("confidence: low}\n");
        assertThat(imported("--as-of", "2026-11-28", "--write").out()).contains("Nothing to write.");
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path offers = catalog.resolve("offers/deepinfra.yaml");
        String before = Files.readString(offers);
        assertThat(imported("--as-of", "2026-11-28", "--write", "--output", "sarif")
                        .exitCode())
                .isEqualTo(ExitCode.BAD_REQUEST);
        CommandRun layers = imported("--as-of", "2026-11-28", "--write", "--catalog", "catalog");
        assertThat(layers.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(layers.err()).contains("name one folder by --catalog");
        CommandRun typo = imported("--as-of", "2026-11-28", "--provider", "deepinfa");
        assertThat(typo.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(typo.err()).contains("The list has no provider deepinfa.").contains("deepinfra");
        assertThat(offers).hasContent(before);
    }

    @Test
    void anotherPriceOfTheSameDayIsRefusedAndNothingIsWritten() throws IOException {
        imported("--as-of", "2026-11-28", "--write");
        String once = Files.readString(catalog.resolve("offers/deepinfra.yaml"));
        Files.writeString(list, LIST.replace("0.4,", "0.45,").replace("\"input\": 0.2,", "\"input\": 0.25,"));
        assertThat(imported("--as-of", "2026-11-28").out())
                .contains("another price of the same day:\n  deepinfra · deepseek-r1");
        CommandRun run = imported("--as-of", "2026-11-28", "--write");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err())
                .contains("catalog/offers/deepinfra.yaml: There is another price of deepseek-r1 from 2026-11-28 on")
                .contains("catalog/offers/scaleway.yaml: There is another price of gpt-oss-120b");
        assertThat(catalog.resolve("offers/deepinfra.yaml")).hasContent(once);
        assertThat(imported("--as-of", "2026-11-29", "--write").out()).contains("2 entries were appended");
    }

    /** The day before it is as it was; from the day on it costs what the list says. */
    @Test
    void theAdviceChangesFromTheDayOn() {
        MoneyRange before = monthly("2026-11-27");
        MoneyRange on = monthly("2026-11-28");
        imported("--as-of", "2026-11-28", "--write");
        assertThat(monthly("2026-11-27")).isEqualTo(before);
        assertThat(on).isEqualTo(before);
        assertThat(monthly("2026-11-28").likely()).isLessThan(on.likely());
    }

    private MoneyRange monthly(String day) {
        Map<String, String> fields = new TreeMap<>(Map.of("model", "deepseek-r1", "jurisdiction", "US"));
        fields.put("as-of", day);
        Advice advice = new Advisor(CatalogLoader.load(catalog), Shipped.rules())
                .advise(new RequestForm(fields).request(Shipped.TODAY));
        return Shipped.verdict(advice, "deepinfra").best().candidate().cost().monthly();
    }

    @Test
    void aRecordOfBeforeReplaysWithTheOldPrices() throws IOException {
        String record = folder.resolve("before.json").toString();
        CommandRun.of("advise", advise("--record", record));
        imported("--as-of", "2026-11-28", "--write");
        assertThat(CommandRun.of("audit", "replay", record, "--lang", "en").out())
                .contains("replays to the same bytes");
    }

    private List<String> advise(String... more) throws IOException {
        Path rules = folder.resolve("few/rules");
        Path few =
                Files.exists(rules) ? rules : FewRules.in(folder.resolve("few")).folder();
        return Stream.concat(
                        Stream.of("--model", "deepseek-r1", "--jurisdiction", "US", "--as-of", "2026-11-29", "--all"),
                        Stream.concat(
                                Stream.of("--rules", few.toString(), "--catalog", catalog.toString()), Stream.of(more)))
                .toList();
    }

    @Test
    void aSourceIsNamedOrThere() throws IOException {
        assertThat(imported("--write", "--source", "models-dev-2062").err())
                .contains("The source (models-dev-2062) is not in sources.yaml.", "Maybe models-dev-2026");
        assertThat(imported("--write", "--source", "models-dev-2026", "--as-of", "2026-11-28")
                        .out())
                .contains("3 entries were appended: offers/deepinfra.yaml, offers/scaleway.yaml.");
    }

    @Test
    void machinesForRentAreComparedAndNotWritten() throws IOException {
        list = Files.writeString(
                folder.resolve("vms.csv"),
                """
                InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice
                cpu-d3,,0,4,16,0.0992,eu-north1,,
                gpu-h100-sxm_1gpu,H100,1,16,200,2.95,eu-north1,"{'Gpus': [{'Name': 'H100'}]}",1.25
                gpu-h100-sxm_8gpu,H100,8,128,1600,24.80,eu-north1,,10.00
                gpu-h100-pcie,H100,1,128,1600,2,eu-north1,,
                """);
        CommandRun run = CommandRun.of(
                "catalog", "import", list.toString(), "--from", "skypilot", "--lang", "en", "--as-of", "2026-11-28");
        assertThat(run.out())
                .contains("nvidia-h100-sxm5-80gb: 2.95 to 3.1 on demand (2 prices), spot from 1.25; catalog: ")
                .contains("1 device that the catalog does not know by that name: H100\n");
        CommandRun refused = CommandRun.of("catalog", "import", list.toString(), "--from", "skypilot", "--write");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
    }
}
