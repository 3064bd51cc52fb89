package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.TestServer;
import advisor.http.call.PlainFields;
import advisor.request.BadRequestException;
import advisor.request.Question;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema of a request is as strict as what reads it: bodies are drawn by chance, and both must say the same. */
class RequestSchemaTest {
    private static final int DRAWN = 20_000;
    private static final int SENT = 200;
    private static final int MOST_FIELDS = 3;
    private static final long SEED = 20_261_129;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonNode FIELDS = ApiDocument.ROOT.at("/components/schemas/Request/properties");
    private static final JsonSchema REQUEST = schema();

    /** Of every type, right for some field and wrong for the others. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "16",
            "16.0",
            "1.6e1",
            "1e3",
            "-5",
            "0.5",
            "0.0001",
            "1e15",
            "1000000000000001",
            "1e30",
            "\"\"",
            "\" \"",
            "\"16\"",
            "\"0.5\"",
            "\"null\"",
            "\"yes\"",
            "\"no\"",
            "\"any\"",
            "\"native\"",
            "\"NATIVE\"",
            "\"CN\"",
            "\"cn\"",
            "\"uK\"",
            "\"XX\"",
            "\" DE\"",
            "\"2026-11-22\"",
            "\" 2026-11-22\"",
            "\"2000-01-01\"",
            "\"1999-12-31\"",
            "\"2100-12-31\"",
            "\"2101-01-01\"",
            "\"2028-02-29\"",
            "\"2026-02-29\"",
            "\"2026-1-1\"",
            "\"20261122\"",
            "\"300w\"",
            "\" 300万 \"",
            "\"¥2.45M CNY\"",
            "\"400,000usd\"",
            "\"4,00\"",
            "\"0 CNY\"",
            "\"0.00\"",
            "\"much\"",
            "\"5 EURO\"",
            "\"tp8\"",
            "\" TP2 x dp4\"",
            "\"tp8tp8\"",
            "\"tp0\"",
            "\"cost/busy-share=0.1\"",
            "\"cost/busy-share = 1e-1, load/peak-factor=+2\"",
            "\"cost/busy-share=1e400\"",
            "\"cost/busy-share=NaN\"",
            "\"a=1,,b=2\"",
            "{}",
            "[]",
            "[1]",
            "[\"16\"]",
            "{\"cost/busy-share\": 0.1, \"load/peak-factor\": \"2\"}",
            "{\"cost/busy-share\": \"much\"}",
            "{\"cost/busy-share\": true}",
            "{\"Cost\": 1}",
            "{\" cost/busy-share \": 1}",
            "{\"a=1,b\": 2}",
            "{\"cost/busy-share\": [1]}",
            "[\"8 x nvidia-a100-sxm4-80gb\"]",
            "[{\"count\": 8, \"accelerator\": \"nvidia-a100-sxm4-80gb\", \"memory_gb\": 80}]",
            "{\"count\": 8, \"accelerator\": \"nvidia-a100-sxm4-80gb\", \"colour\": \"red\"}",
            "[{\"accelerator\": \"nvidia-a100-sxm4-80gb\"}]",
            "\"%s\"".formatted("9".repeat(1_001)),
            "\"%s\"".formatted(" ".repeat(1_000) + "1"));

    @Test
    void theSchemaAndTheServerAcceptTheSame() throws Exception {
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < DRAWN; i++) {
            ObjectNode body = drawn(random);
            boolean fits = REQUEST.validate(body).isEmpty();
            accepted += fits ? 1 : 0;
            assertThat(isRead(body))
                    .as("%s, which fits the schema: %s", body, fits)
                    .isIn(fits, saysMoreThanASchema(body) ? false : fits);
        }
        assertThat(accepted).isBetween(DRAWN / 5, DRAWN * 4 / 5);
    }

    @Test
    void whatTheSchemaRefusesIsAnsweredWithAFault() throws Exception {
        Random random = new Random(SEED);
        for (int sent = 0; sent < SENT; ) {
            ObjectNode body = drawn(random);
            if (!REQUEST.validate(body).isEmpty()) {
                sent++;
                assertThat(TestServer.post(TestServer.shared(), "/api/advice", body.toString())
                                .statusCode())
                        .as(body.toString())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void everyFieldHasATypeWordsAndWhatItAccepts() {
        FIELDS.properties().forEach(field -> {
            assertThat(field.getValue().path("description").asText())
                    .as(field.getKey())
                    .isNotBlank();
            assertThat(Stream.of("enum", "minimum", "pattern", "anyOf", "type").filter(field.getValue()::has))
                    .as(field.getKey())
                    .isNotEmpty();
            field.getValue().path("examples").forEach(example -> assertThat(
                            isRead(request().set(field.getKey(), example)))
                    .as(field.getKey())
                    .isEqualTo(REQUEST.validate(request().set(field.getKey(), example))
                            .isEmpty()));
        });
    }

    /** A few fields, each with a value at its bounds or beyond, one of its choices, or any other value. */
    private static ObjectNode drawn(Random random) throws JsonProcessingException {
        ObjectNode body = random.nextInt(8) == 0 ? MAPPER.createObjectNode() : request();
        List<String> names = new ArrayList<>();
        FIELDS.fieldNames().forEachRemaining(names::add);
        names.remove("model-config");
        names.addAll(List.of("min_speed", "stream", "As-Of"));
        for (int i = random.nextInt(MOST_FIELDS + 1); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            List<JsonNode> values = values(name, random);
            body.set(name, values.get(random.nextInt(values.size())));
        }
        return body;
    }

    private static List<JsonNode> values(String name, Random random) throws JsonProcessingException {
        JsonNode field = FIELDS.path(name);
        List<JsonNode> values = new ArrayList<>();
        values.add(MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size()))));
        field.path("examples").forEach(values::add);
        field.path("enum").forEach(values::add);
        for (JsonNode bound : List.of(field.path("minimum"), field.path("maximum"))) {
            if (bound.isNumber()) {
                Stream.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE.negate())
                        .map(bound.decimalValue()::add)
                        .map(MAPPER.getNodeFactory()::numberNode)
                        .forEach(values::add);
            }
        }
        return values;
    }

    /** How the line of a machine goes on is a language of its own; a bare amount may be in either of two currencies. */
    private static boolean saysMoreThanASchema(ObjectNode body) {
        boolean mayBeBare = body.hasNonNull("budget") && body.hasNonNull("currency");
        return body.hasNonNull("own") || body.hasNonNull("quote") || mayBeBare;
    }

    private static ObjectNode request() {
        return MAPPER.createObjectNode().put("model", "deepseek-r1");
    }

    private static boolean isRead(ObjectNode body) {
        try {
            Question.of(PlainFields.of(body), LocalDate.of(2026, 11, 22)).request();
            return true;
        } catch (BadRequestException e) {
            return false;
        }
    }

    private static JsonSchema schema() {
        ObjectNode schema = MAPPER.createObjectNode().put("$ref", "#/components/schemas/Request");
        schema.set("components", ApiDocument.ROOT.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }
}
