package advisor.http;

import advisor.report.CatalogJson;
import advisor.report.RulesJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/** {@code GET /api/models}, {@code /api/options}, {@code /api/sources} and {@code /api/rules}: what there is. */
final class CatalogRoutes {
    private final LiveKnowledge knowledge;

    CatalogRoutes(LiveKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/models",
                context -> answer(
                        context,
                        known -> CatalogJson.models(known.catalog().models().values())));
        routes.get(
                "/api/options",
                context -> answer(
                        context,
                        known -> CatalogJson.options(known.catalog().options().values())));
        routes.get(
                "/api/sources",
                context -> answer(
                        context,
                        known -> CatalogJson.sources(known.catalog().sources().values())));
        routes.get("/api/rules", context -> answer(context, known -> RulesJson.of(known.rules())));
    }

    private void answer(Context context, Function<Knowledge, String> list) {
        Answer.json(list.apply(knowledge.current())).writeTo(context);
    }
}
