package advisor.http;

import advisor.report.JsonReport;
import advisor.report.Vocabulary;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /api/words}: what the things are called that answers name by an id. */
final class WordsRoutes {
    private static final Answer WORDS = Answer.json(JsonReport.print(Vocabulary.json()));

    void addTo(RoutesConfig routes) {
        routes.get("/api/words", WordsRoutes::words);
    }

    private static void words(Context context) {
        WORDS.writeTo(context);
    }
}
