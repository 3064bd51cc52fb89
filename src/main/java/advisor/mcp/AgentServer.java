package advisor.mcp;

import advisor.text.AdvisorVersion;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers messages of the Model Context Protocol, one by one and each by itself: over which wire they come is for others
 * to say. Safe for several threads.
 */
public final class AgentServer {
    private static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(new JsonMapper());

    private static final String INSTRUCTIONS =
            """
            Advises how an organisation should run a large language model. Ask advise first; then explain or compare with the \
            option ids of its answer. Name the jurisdiction and the privacy demand if you know them: export law is assessed \
            only for a named country. What the advisor does not know it says; do not fill it in.""";

    /** The SDK writes no answer to a message whose id cannot be read. */
    private static final String UNREADABLE =
            """
            {"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"The message must be one JSON object of JSON-RPC 2.0."}}"""
                    .strip();

    private final Wire wire = new Wire();

    /** @param desks what each call is answered from; asked once a call */
    public AgentServer(Supplier<Desk> desks) {
        AgentResources resources = new AgentResources(desks);
        McpServer.sync(wire)
                .serverInfo("deployment-advisor", AdvisorVersion.NUMBER)
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .jsonMapper(MAPPER)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .validateToolInputs(false)
                .immediateExecution(true)
                .tools(AgentTools.all().stream().map(tool -> tool.over(desks)).toList())
                .resources(resources.all())
                .resourceTemplates(resources.rule())
                .build();
    }

    /** Answers a message in one line; {@code null} if it asks for no answer. */
    public @Nullable String answer(String message) {
        try {
            JSONRPCResponse response = response(McpSchema.deserializeJsonRpcMessage(MAPPER, message));
            return response == null ? null : MAPPER.writeValueAsString(response);
        } catch (IOException | IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    private @Nullable JSONRPCResponse response(JSONRPCMessage message) {
        if (message instanceof JSONRPCNotification notification) {
            wire.handler()
                    .handleNotification(McpTransportContext.EMPTY, notification)
                    .block();
        }
        return message instanceof JSONRPCRequest request ? answered(request) : null;
    }

    private @Nullable JSONRPCResponse answered(JSONRPCRequest request) {
        try {
            return wire.handler()
                    .handleRequest(McpTransportContext.EMPTY, request)
                    .block();
        } catch (RuntimeException e) {
            // What tools and resources throw the SDK answers by itself; parameters that it cannot read it throws.
            return JSONRPCResponse.error(
                    request.id(),
                    new JSONRPCError(ErrorCodes.INVALID_PARAMS, "The params of the message cannot be read.", null));
        }
    }

    /** Hands messages to the SDK. */
    private static final class Wire implements McpStatelessServerTransport {
        private @Nullable McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler given) {
            this.handler = given;
        }

        McpStatelessServerHandler handler() {
            return Objects.requireNonNull(handler);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
