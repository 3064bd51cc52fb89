package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import advisor.http.AdvisorServer;
import advisor.http.TestServer;
import advisor.http.gate.ServerOptions;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /mcp} of a server, and the client of the SDK. */
class AgentRoutesTest {
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    @Test
    void theClientOfTheSdkIsAnswered() {
        AdvisorServer server = TestServer.shared();
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(
                        server.address().toString())
                .endpoint("/mcp")
                .jsonMapper(new JacksonMcpJsonMapper(new JsonMapper()))
                .build();
        try (McpSyncClient client = McpClient.sync(transport)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .requestTimeout(Patience.LIMIT)
                .build()) {
            client.initialize();
            CallToolResult result = client.callTool(CallToolRequest.builder("advise")
                    .arguments(Map.of("model", "qwen3-8b"))
                    .build());
            assertThat(result.isError()).isFalse();
            assertThat(result.content().toString()).contains("brief-advice/1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/"})
    void aServerWithATokenAnswersNobodyWithoutIt(String path) throws Exception {
        ServerOptions options = TestServer.options("0123456789abcdef", false);
        try (AdvisorServer server = TestServer.start(options)) {
            assertThat(TestServer.post(server, path, LIST).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aNotificationIsAcceptedWithoutAnAnswer() throws Exception {
        HttpResponse<String> answer = TestServer.post(
                TestServer.shared(), "/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }
}
