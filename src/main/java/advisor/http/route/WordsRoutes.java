package advisor.http.route;

import advisor.facts.Lens;
import advisor.http.call.Answer;
import advisor.http.live.LiveKnowledge;
import advisor.report.json.FormJson;
import advisor.report.json.JsonReport;
import advisor.report.json.Vocabulary;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedSet;

/** {@code GET /api/words} and {@code /api/fields}: what things are called, and what a request may say. */
public final class WordsRoutes {
    private static final Answer WORDS = Answer.json(JsonReport.print(Vocabulary.json()));

    private final LiveKnowledge knowledge;
    private final Clock clock;

    /** @param clock tells the day whose rates of exchange hold */
    public WordsRoutes(LiveKnowledge knowledge, Clock clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/words", WORDS::writeTo);
        routes.get("/api/fields", this::fields);
    }

    private void fields(Context context) {
        SortedSet<String> currencies = knowledge.current().catalog().currencies(LocalDate.now(clock), Lens.EVIDENCE);
        Answer.json(JsonReport.print(FormJson.fields(currencies))).writeTo(context);
    }
}
