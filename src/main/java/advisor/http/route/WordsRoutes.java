package advisor.http.route;

import advisor.http.call.Answer;
import advisor.report.json.FormJson;
import advisor.report.json.JsonReport;
import advisor.report.json.Vocabulary;
import io.javalin.config.RoutesConfig;

/** {@code GET /api/words} and {@code /api/fields}: what things are called, and what a request may say. */
public final class WordsRoutes {
    private static final Answer WORDS = Answer.json(JsonReport.print(Vocabulary.json()));
    private static final Answer FIELDS = Answer.json(JsonReport.print(FormJson.fields()));

    public void addTo(RoutesConfig routes) {
        routes.get("/api/words", WORDS::writeTo);
        routes.get("/api/fields", FIELDS::writeTo);
    }
}
