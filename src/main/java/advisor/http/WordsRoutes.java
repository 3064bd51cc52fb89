package advisor.http;

import advisor.report.FormJson;
import advisor.report.JsonReport;
import advisor.report.Vocabulary;
import io.javalin.config.RoutesConfig;

/** {@code GET /api/words} and {@code /api/fields}: what things are called, and what a request may say. */
final class WordsRoutes {
    private static final Answer WORDS = Answer.json(JsonReport.print(Vocabulary.json()));
    private static final Answer FIELDS = Answer.json(JsonReport.print(FormJson.fields()));

    void addTo(RoutesConfig routes) {
        routes.get("/api/words", WORDS::writeTo);
        routes.get("/api/fields", FIELDS::writeTo);
    }
}
