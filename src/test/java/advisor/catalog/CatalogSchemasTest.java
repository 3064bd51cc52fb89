package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.request.RequestFields;
import advisor.request.RequestFile;
import advisor.request.RequestForm;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas and the page of examples, held to what the readers take. */
class CatalogSchemasTest {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("accelerators", "accelerator"),
            Map.entry("options", "option"),
            Map.entry("offers", "offer"),
            Map.entry("parts", "part"),
            Map.entry("models", "model"),
            Map.entry("engines", "engine"),
            Map.entry("parameters", "parameter"),
            Map.entry("export", "export"),
            Map.entry("countries", "country"),
            Map.entry("sources.yaml", "source"),
            Map.entry("requests", "request"));

    private static final ObjectMapper YAML = new YAMLMapper();

    private static final Map<String, JsonSchema> SCHEMAS =
            KINDS.values().stream().collect(Collectors.toMap(kind -> kind, CatalogSchemasTest::schema));

    private static JsonSchema schema(String kind) {
        try (InputStream in = CatalogSchemasTest.class.getResourceAsStream("/schemas/catalog/" + kind + ".json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<ValidationMessage> faults(String file, String text) throws IOException {
        return SCHEMAS.get(KINDS.get(file.split("/", -1)[0])).validate(YAML.readTree(text));
    }

    @Test
    void everyShippedFileIsOfItsSchema() throws IOException {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        try (Stream<Path> requests = Files.list(Shipped.CATALOG.resolve("requests"))) {
            for (Path request : requests.toList()) {
                files.put("requests/" + request.getFileName(), Files.readString(request));
            }
        }
        assertThat(files.size()).isGreaterThan(200);
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(faults(file.getKey(), file.getValue())).as(file.getKey()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accelerators/nvidia-l40s.yaml | form_factor: pcie | form_factor: pci",
                "accelerators/nvidia-l40s.yaml | vendor: NVIDIA | vendr: NVIDIA",
                "options/l40s-x4.yaml | count: 4 | count: -4",
                "options/l40s-x4.yaml | kind: estimate | kind: guess",
                "offers/deepinfra.yaml | seat: US | seat: us",
                "parts/cards.yaml | devices: [1, | devices: [0,",
                "parts/cards.yaml | form_factors: [pcie, | form_factors: [pci,",
                "offers/deepinfra.yaml | output: 2.15 | outptu: 2.15",
                "models/qwen3-8b.yaml | kind: gqa | kind: gqq",
                "engines/vllm.yaml | mode: native | mode: natve",
                "parameters/cost.yaml | from: 2025-01-01 | from: 2025-1-1",
                "export/us-licence.yaml | jurisdictions: [CN, | jurisdictions: [China,",
                "countries/us-advanced-chips.yaml | confidence: | confidenc:",
                "sources.yaml | grade: code | grade: cod",
                "sources.yaml | address: https | address: ftp"
            })
    void aSlipIsNotOfItsSchema(String file, String written, String instead) throws IOException {
        String text = Shipped.catalog().texts().files().get(file);
        assertThat(text).contains(written);
        assertThat(faults(file, text.replace(written, instead))).isNotEmpty();
    }

    /** A constant that is added to the facts has to be added to the schemas. */
    @Test
    void choicesAreThoseOfTheFacts() {
        List<JsonNode> choices = SCHEMAS.values().stream()
                .flatMap(schema -> schema.getSchemaNode().findParents("$comment").stream())
                .toList();
        assertThat(choices).hasSizeGreaterThan(20).allSatisfy(choice -> assertThat(written(choice.get("enum")))
                .containsExactlyElementsOf(constants(choice.get("$comment").asText())));
    }

    private static List<String> constants(String type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName(type).getEnumConstants())
                .map(constant -> Ids.of((Enum<?>) constant))
                .toList();
    }

    private static List<String> written(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Test
    void aRequestHasTheFieldsOfTheTable() {
        List<String> known = new ArrayList<>();
        SCHEMAS.get("request").getSchemaNode().get("properties").fieldNames().forEachRemaining(known::add);
        assertThat(known.stream().map(name -> name.replace('_', '-')).distinct())
                .containsExactlyElementsOf(
                        RequestFields.all().stream().map(field -> field.name()).toList());
    }

    /** The examples of the page, by the path that each begins with. */
    private static SortedMap<String, String> examples() throws IOException {
        return Pattern.compile("```yaml\n# (\\S+)[^\n]*\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/catalog.md")))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        (MatchResult found) -> found.group(2),
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void theExamplesOfThePageAreReadAndOfTheirSchemas() throws IOException {
        SortedMap<String, String> examples = examples();
        assertThat(examples.keySet().stream().map(name -> name.split("/", -1)[0]))
                .containsExactlyInAnyOrderElementsOf(KINDS.keySet());
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        for (Map.Entry<String, String> example : examples.entrySet()) {
            assertThat(faults(example.getKey(), example.getValue()))
                    .as(example.getKey())
                    .isEmpty();
            files.merge(example.getKey(), example.getValue(), (shipped, added) -> shipped + added);
        }
        String request = files.remove("requests/example.yaml");
        Catalog catalog = CatalogLoader.load(new CatalogTexts(files));
        assertThat(catalog.option("example-server").accelerator().id()).isEqualTo("example-card");
        assertThat(catalog.option("compose-example-card").sizes()).hasSize(2);
        assertThat(catalog.option("example-host").offers().get(1).period().to()).isEqualTo("2026-11-01");
        assertThat(new RequestForm(RequestFile.parse("example", request))
                        .request(Shipped.TODAY)
                        .streams())
                .isEqualTo(8);
    }
}
