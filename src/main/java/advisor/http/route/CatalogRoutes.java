package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.report.json.CatalogJson;
import advisor.report.json.RulesJson;
import advisor.text.AdvisorVersion;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Function;

/** {@code GET /api/models}, {@code /api/options}, {@code /api/sources} and {@code /api/rules}: what there is. */
public final class CatalogRoutes {
    private static final int TAG_DIGITS = 16;

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
        Knowledge known = knowledge.current();
        String tag = AdvisorVersion.NUMBER + "-" + known.catalog().sha256().substring(0, TAG_DIGITS) + "-"
                + known.rules().sha256().substring(0, TAG_DIGITS);
        context.header("Cache-Control", "no-cache");
        if (("\"" + tag + "\"").equals(context.header("If-None-Match"))) {
            context.header("ETag", "\"" + tag + "\"").status(HttpStatus.NOT_MODIFIED);
            return;
        }
        Answer.json(list.apply(known)).tagged(tag).writeTo(context);
    }
}
