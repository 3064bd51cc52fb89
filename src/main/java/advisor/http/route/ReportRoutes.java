package advisor.http.route;

import advisor.advice.Advice;
import advisor.audit.record.Decision;
import advisor.audit.record.Recording;
import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.Pace;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.http.live.Knowledge;
import advisor.report.file.HtmlReport;
import advisor.report.json.SensitivityJson;
import advisor.request.BadRequestException;
import advisor.text.Language;
import advisor.text.Text;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/sensitivity}, {@code /api/reports} and {@code /api/records}: what is kept of an advice. */
public final class ReportRoutes {
    private final RequestReader requests;
    private final Work work;

    public ReportRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/sensitivity", work.within(Pace.QUICK, this::sensitivity));
        routes.post("/api/reports", work.within(Pace.QUICK, this::report));
        routes.post("/api/records", work.within(Pace.SLOW, this::record));
    }

    private Callable<Answer> sensitivity(Context context) {
        Asking asking = requests.read(context);
        return () -> Answer.json(SensitivityJson.of(asking.searched(asking.analysedAdvice())));
    }

    private Callable<Answer> report(Context context) {
        Language language = language(context.queryParam("lang"));
        Asking asking = requests.read(context);
        return () -> {
            Advice advice = asking.searched(asking.analysedAdvice());
            return Answer.html(HtmlReport.of(advice, asking.catalog().sources(), language));
        };
    }

    private Callable<Answer> record(Context context) {
        Asking asking = requests.read(context);
        return () -> {
            Knowledge knowledge = asking.knowledge();
            Decision decision = Decision.of(asking.question(), knowledge.catalog(), knowledge.rules());
            String name = decision.advice().decisionId() + ".json";
            return Answer.json(Recording.sealed(decision)).savedAs(name);
        };
    }

    private static Language language(@Nullable String asked) {
        String wanted = asked == null ? "en" : asked;
        return Arrays.stream(Language.values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> BadRequestException.of(
                        "lang",
                        new Text(
                                "The lang (%s) must be en or zh.".formatted(wanted),
                                "lang（%s）必须是 en 或 zh。".formatted(wanted))));
    }
}
