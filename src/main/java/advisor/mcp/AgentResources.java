package advisor.mcp;

import advisor.report.json.CatalogJson;
import advisor.report.json.RulesJson;
import advisor.rules.text.RuleDefinition;
import advisor.workshop.FactIndex;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the advisor knows: sources, rules, models and options, and all that a rule may match. */
final class AgentResources {
    private static final String JSON = "application/json";
    private static final String MARKDOWN = "text/markdown";
    private static final String SCHEME = "advisor://";
    private static final String RULE = SCHEME + "rules/";

    private final Supplier<Desk> desks;

    AgentResources(Supplier<Desk> desks) {
        this.desks = desks;
    }

    List<SyncResourceSpecification> all() {
        return List.of(
                resource(
                        "sources",
                        "All that figures and rules cite, with day and address",
                        JSON,
                        AgentResources::sources),
                resource(
                        "rules",
                        "All rules, by file and question",
                        JSON,
                        desk -> RulesJson.of(desk.advisor().rules())),
                resource(
                        "models",
                        "Models of the catalog",
                        JSON,
                        desk -> CatalogJson.models(desk.catalog().models().values())),
                resource(
                        "options",
                        "Options of the catalog",
                        JSON,
                        desk -> CatalogJson.options(desk.catalog().options().values())),
                resource("facts", "All that a rule may match", MARKDOWN, desk -> FactIndex.text()));
    }

    /** One rule with its text: {@code advisor://rules/budget/over}. */
    SyncResourceTemplateSpecification rule() {
        ResourceTemplate template = ResourceTemplate.builder(RULE + "{topic}/{name}", "rule")
                .description("One rule with its text, its sentences and its sources")
                .mimeType(JSON)
                .build();
        return new SyncResourceTemplateSpecification(
                template, (context, request) -> result(request.uri(), JSON, rule(request.uri(), desks.get())));
    }

    private static String sources(Desk desk) {
        return CatalogJson.sources(desk.catalog().sources().values());
    }

    private static String rule(String uri, Desk desk) {
        RuleDefinition rule = desk.advisor().rules().rule(uri.substring(RULE.length()));
        if (rule == null) {
            throw McpError.RESOURCE_NOT_FOUND.apply(uri);
        }
        return RulesJson.of(rule, desk.advisor().rules().texts().of(rule));
    }

    private SyncResourceSpecification resource(
            String name, String description, String type, Function<Desk, String> text) {
        Resource resource = Resource.builder(SCHEME + name, name)
                .description(description)
                .mimeType(type)
                .build();
        return new SyncResourceSpecification(
                resource, (context, request) -> result(SCHEME + name, type, text.apply(desks.get())));
    }

    private static ReadResourceResult result(String uri, String type, String text) {
        TextResourceContents contents =
                TextResourceContents.builder(uri, text).mimeType(type).build();
        return ReadResourceResult.builder(List.of(contents)).build();
    }
}
