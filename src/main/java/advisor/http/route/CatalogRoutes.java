package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.report.json.CatalogJson;
import advisor.report.json.RulesJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/** {@code GET /api/models}, {@code /api/options}, {@code /api/sources} and {@code /api/rules}: what there is. */
public final class CatalogRoutes {
    private final LiveKnowledge knowledge;

    public CatalogRoutes(LiveKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    public void addTo(RoutesConfig routes) {
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
