package advisor.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import advisor.report.brief.BriefAdvice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code advisor mcp} as a process, and the client of the SDK at its other end. */
class McpClientTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, Object> REQUEST =
            Map.of("model", "deepseek-r1", "budget", "3000000CNY", "as-of", "2026-11-28");

    private static final McpSyncClient CLIENT = client();

    private static McpSyncClient client() {
        ServerParameters program = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dadvisor.home=" + Path.of("").toAbsolutePath(),
                        "-Dadvisor.cache=" + System.getProperty("advisor.cache", ""),
                        "advisor.cli.Main",
                        "mcp")
                .build();
        McpSyncClient client = McpClient.sync(
                        new StdioClientTransport(program, new JacksonMcpJsonMapper(new JsonMapper())))
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .requestTimeout(Patience.LIMIT)
                .initializationTimeout(Patience.LIMIT)
                .build();
        client.initialize();
        return client;
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return CLIENT.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    @Test
    void sixToolsAreOffered() {
        assertThat(CLIENT.listTools().tools())
                .extracting(Tool::name)
                .containsExactly("advise", "explain", "compare", "size", "models_for_hardware", "check_rule");
    }

    @Test
    void anAdviceIsBriefAndNamesItsPlans() throws Exception {
        CallToolResult result = call("advise", REQUEST);
        assertThat(result.isError()).isFalse();
        assertThat(text(result).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(BriefAdvice.MOST_BYTES);
        JsonNode advice = MAPPER.readTree(text(result));
        assertThat(advice.at("/answer/do/0").asText()).contains("DeepInfra");
        assertThat(advice.at("/plans/0/option").asText()).isEqualTo("deepinfra");
    }

    @Test
    void aFaultIsToldWithWhatWasMeant() {
        CallToolResult result = call("advise", Map.of("modell", "deepseek-r1"));
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains("(modell)", "Maybe model").doesNotContain("precision-floor");
    }

    @Test
    void sourcesAndRulesCanBeRead() throws Exception {
        assertThat(CLIENT.listResources().resources())
                .extracting(Resource::uri)
                .contains("advisor://sources", "advisor://rules", "advisor://facts");
        assertThat(read("advisor://sources").path("sources")).isNotEmpty();
        assertThat(read("advisor://rules/budget/over").path("rule").asText()).contains("Finding.blocker");
    }

    private static JsonNode read(String uri) throws Exception {
        List<?> contents =
                CLIENT.readResource(ReadResourceRequest.builder(uri).build()).contents();
        return MAPPER.readTree(((TextResourceContents) contents.get(0)).text());
    }
}
