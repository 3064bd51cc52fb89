package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.AdviceJson;
import advisor.http.route.ApiDocument;
import advisor.report.json.ModelsJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of the API against what the server does. */
class ApiDocumentTest {
    private static final AdvisorServer SERVER = TestServer.shared();
    private static final JsonMapper MAPPER = new JsonMapper();
    /** As if the document had been fetched from a server, so that what it refers to beside it is found. */
    private static final String ADDRESS = "http://advisor.example/api/openapi.json";

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(
                    "http://advisor.example/api/schemas/advice-2.json",
                    AdviceJson.ROOT.toString(),
                    "http://advisor.example/api/schemas/models-1.json",
                    ModelsJson.schema().toString()))));

    static List<String> offered() {
        return SERVER.routes();
    }

    @Test
    void everyRouteIsInTheDocument() {
        assertThat(ApiDocument.operations()).containsAll(SERVER.routes()).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationOfTheDocumentIsOffered() {
        assertThat(ApiDocument.operations()).isSubsetOf(SERVER.routes());
    }

    @ParameterizedTest
    @MethodSource("offered")
    void theAnswerToTheExampleIsAsTheDocumentHasIt(String operation) throws Exception {
        HttpResponse<String> answer = call(operation, example(operation));
        // Nobody may write here.
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(operation.startsWith("PUT") ? 403 : 200);
        check(operation, answer);
    }

    @ParameterizedTest
    @MethodSource("offered")
    void anEmptyRequestIsRefusedAsTheDocumentHasIt(String operation) throws Exception {
        if (ApiDocument.body(operation).isPresent()) {
            HttpResponse<String> answer = call(operation, MAPPER.createObjectNode());
            assertThat(answer.statusCode()).isBetween(400, 499);
            check(operation, answer);
        }
    }

    @Test
    void theExamplesAreRequestsAsTheDocumentHasThem() {
        for (String operation : ApiDocument.operations()) {
            JsonNode content = ApiDocument.operation(operation).at("/requestBody/content/application~1json");
            ApiDocument.body(operation)
                    .ifPresent(body -> assertThat(schema(content.path("schema")).validate(body))
                            .as(operation)
                            .isEmpty());
        }
    }

    @Test
    void everyOperationHasANameAndSaysHowItRefuses() {
        List<JsonNode> all =
                ApiDocument.operations().stream().map(ApiDocument::operation).toList();
        assertThat(all)
                .extracting(operation -> operation.path("operationId").asText())
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(all)
                .allMatch(operation -> operation.hasNonNull("summary")
                        && operation.path("responses").has("4XX"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(ApiDocument.ROOT.findValuesAsText("$ref"))
                .filteredOn(reference -> reference.startsWith("#"))
                .isNotEmpty()
                .allMatch(reference ->
                        !ApiDocument.ROOT.at(reference.substring(1)).isMissingNode());
    }

    /** As redocly's linter has it, which needs a network. */
    @Test
    void whatIsRequiredIsDescribed() {
        List<JsonNode> requiring = ApiDocument.ROOT.findParents("required").stream()
                .filter(schema -> schema.path("required").isArray())
                .toList();
        assertThat(requiring).isNotEmpty().allSatisfy(schema -> assertThat(schema.path("required"))
                .allMatch(name -> schema.path("properties").has(name.asText())));
    }

    @Test
    void severalModelsAreAnsweredSideBySide() throws Exception {
        ObjectNode body = MAPPER.createObjectNode()
                .put("model", "any-of:qwen3-8b,llama-3.1-8b")
                .put("as-of", "2026-11-22");
        HttpResponse<String> answer = call("POST /api/advice", body);
        check("POST /api/advice", answer);
        assertThat(MAPPER.readTree(answer.body()).path("models")).hasSize(2);
        assertThat(call("POST /api/sensitivity", body).body()).contains("any-of", "must be one");
    }

    @Test
    void anAnswerThatLacksSomethingWouldBeNoticed() throws Exception {
        String operation = "POST /api/advice";
        ObjectNode answer =
                (ObjectNode) MAPPER.readTree(call(operation, example(operation)).body());
        JsonNode schema = ApiDocument.operation(operation).at("/responses/200/content/application~1json/schema");
        assertThat(schema(schema).validate(answer)).isEmpty();
        ((ObjectNode) answer.at("/verdicts/0/memory")).put("neededBytes", "many");
        answer.remove("decisionId");
        assertThat(schema(schema).validate(answer)).hasSize(2);
    }

    @Test
    void theServedDocumentIsTheOneThatIsTested() throws Exception {
        assertThat(MAPPER.readTree(TestServer.get(SERVER, "/api/openapi.json").body()))
                .isEqualTo(MAPPER.readTree(ApiDocument.ROOT.toString()));
    }

    @Test
    void theServedSchemaIsTheOneThatAnswersAreHeldTo() throws Exception {
        HttpResponse<String> schema = TestServer.get(SERVER, "/api/schemas/advice-2.json");
        assertThat(MAPPER.readTree(schema.body())).isEqualTo(AdviceJson.ROOT);
    }

    private static void check(String operation, HttpResponse<String> answer) throws Exception {
        JsonNode responses = ApiDocument.operation(operation).path("responses");
        String status = Integer.toString(answer.statusCode());
        JsonNode content =
                resolved(responses.path(responses.has(status) ? status : "4XX")).path("content");
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        assertThat(content.has(type)).as("%s answers %s", operation, type).isTrue();
        if (type.endsWith("json")) {
            fits(answer.body(), content.path(type).path("schema"));
        } else if (type.equals("application/jsonl")) {
            for (String line : answer.body().lines().toList()) {
                fits(line, content.path(type).at("/schema/contentSchema"));
            }
        }
    }

    private static void fits(String json, JsonNode schema) throws Exception {
        assertThat(schema(schema).validate(MAPPER.readTree(json))).as(json).isEmpty();
    }

    private static JsonNode resolved(JsonNode response) {
        String reference = response.path("$ref").asText("");
        return reference.isEmpty() ? response : ApiDocument.ROOT.at(reference.substring(1));
    }

    private static JsonSchema schema(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", ApiDocument.ROOT.path("components"));
        whole.put("$id", ADDRESS);
        return SCHEMAS.getSchema(whole);
    }

    private static @Nullable JsonNode example(String operation) {
        return ApiDocument.operation(operation)
                .path("requestBody")
                .path("content")
                .path(ApiDocument.type(operation))
                .get("example");
    }

    private static HttpResponse<String> call(String operation, @Nullable JsonNode body) throws Exception {
        HttpRequest.Builder call = TestServer.call(SERVER, ApiDocument.path(operation))
                .header("X-Requested-With", "advisor")
                .header("Content-Type", ApiDocument.type(operation))
                .method(operation.split(" ", 2)[0], published(operation, body));
        return TestServer.send(call);
    }

    private static BodyPublisher published(String operation, @Nullable JsonNode body) throws Exception {
        if (ApiDocument.type(operation).equals("application/gzip")) {
            return Records.packed();
        }
        return body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body.isTextual() ? body.asText() : body.toString());
    }
}
