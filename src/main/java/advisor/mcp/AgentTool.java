package advisor.mcp;

import advisor.report.json.JsonReport;
import advisor.request.BadRequestException;
import advisor.rules.session.RuleFailure;
import advisor.text.LoadException;
import advisor.text.UnknownNameException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A tool that reads and changes nothing. */
record AgentTool(String name, String description, ToolSchema schema, Function<ToolCall, ObjectNode> answer) {
    private static final JsonMapper MAPPER = new JsonMapper();

    SyncToolSpecification over(Supplier<Desk> desks) {
        return SyncToolSpecification.builder()
                .tool(tool())
                .callHandler((context, request) -> call(request.arguments(), desks.get()))
                .build();
    }

    private Tool tool() {
        return Tool.builder(name, schema.json())
                .description(description)
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    /** Faults of the request are an answer too: one by which the caller can mend it. */
    private CallToolResult call(Map<String, Object> arguments, Desk desk) {
        ObjectNode given = MAPPER.valueToTree(arguments == null ? Map.of() : arguments);
        ToolCall call = new ToolCall(given, schema, desk);
        try {
            call.refuseStrange();
            return result(JsonReport.line(answer.apply(call)), false);
        } catch (BadRequestException e) {
            return result(e.message(call.language()), true);
        } catch (UnknownNameException e) {
            return result(e.message(call.language()), true);
        } catch (LoadException e) {
            return result(e.message(call.language()), true);
        } catch (RuleFailure e) {
            return result(e.text().in(call.language()), true);
        }
    }

    private static CallToolResult result(String text, boolean fault) {
        return CallToolResult.builder().addTextContent(text).isError(fault).build();
    }
}
