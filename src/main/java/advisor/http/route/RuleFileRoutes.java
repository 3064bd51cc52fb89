package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.JsonBody;
import advisor.http.call.Pace;
import advisor.http.call.PlainFields;
import advisor.http.call.ProblemException;
import advisor.http.call.Work;
import advisor.http.route.RuleDesk.Draft;
import advisor.report.json.CheckJson;
import advisor.report.json.JsonReport;
import advisor.report.text.ImpactText;
import advisor.request.FieldFault;
import advisor.rules.session.Patience;
import advisor.text.Text;
import advisor.workshop.CheckReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** {@code /api/rule-files}, {@code /api/rule-templates}, {@code POST /api/rules/check} and {@code POST /api/rules/impact}. */
public final class RuleFileRoutes {
    private final RuleDesk desk;
    private final Work work;
    private final Clock clock;

    /** @param clock tells the day of requests that name none */
    public RuleFileRoutes(RuleDesk desk, Work work, Clock clock) {
        this.desk = desk;
        this.work = work;
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/rule-files/{name}", work.within(Pace.QUICK, this::read));
        routes.get("/api/rule-files/{name}/versions", work.within(Pace.QUICK, this::earlier));
        routes.get("/api/rule-templates/{topic}/{slug}", work.within(Pace.QUICK, this::begin));
        routes.put("/api/rule-files/{name}", work.within(Pace.SLOW, this::save));
        routes.post("/api/rules/check", work.within(Pace.SLOW, this::check));
        routes.post("/api/rules/impact", work.within(Pace.SLOW, this::impact));
    }

    private Callable<Answer> read(Context context) {
        String name = context.pathParam("name");
        return () -> file(name, desk.text(name));
    }

    private Callable<Answer> earlier(Context context) {
        String name = context.pathParam("name");
        return () -> {
            desk.text(name);
            ObjectNode answer = JsonNodeFactory.instance
                    .objectNode()
                    .put("schema", "rule-file-versions/1")
                    .put("name", name);
            ArrayNode versions = answer.putArray("versions");
            desk.earlier(name).all().forEach(one -> versions.addObject()
                    .put("number", one.number())
                    .put("savedAt", one.savedAt().toString())
                    .put("sha256", RuleDesk.sha256(one.text()))
                    .put("text", one.text()));
            return Answer.json(JsonReport.print(answer));
        };
    }

    private Callable<Answer> begin(Context context) {
        String id = context.pathParam("topic") + "/" + context.pathParam("slug");
        return () -> {
            Draft draft = desk.begun(id);
            String before = desk.textOrNone(draft.file());
            return Answer.json(JsonReport.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("schema", "rule-template/1")
                    .put("name", draft.file())
                    .put("text", draft.text())
                    .put("before", before)
                    .put("sha256", RuleDesk.sha256(before))));
        };
    }

    private Callable<Answer> save(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), "text", "sha256");
        Draft draft = new Draft(context.pathParam("name"), text(body, "text"));
        String sha256 = text(body, "sha256");
        return () -> {
            desk.save(draft, sha256);
            return file(draft.file(), draft.text());
        };
    }

    private Callable<Answer> check(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), "file", "text", "scenarios");
        Draft draft = draft(body);
        boolean scenarios = JsonBody.truth(body, "scenarios", true);
        Patience patience = Work.patience(context).anew();
        return () -> {
            CheckReport report = desk.check(draft, scenarios, patience);
            return Answer.json(CheckJson.of(report));
        };
    }

    private Callable<Answer> impact(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), "file", "text", "request");
        Draft draft = draft(body);
        SortedMap<String, String> request = request(body.get("request"));
        Patience patience = Work.patience(context).anew();
        return () -> Answer.json(ImpactText.json(desk.impact(draft, request, patience)));
    }

    private @Nullable SortedMap<String, String> request(@Nullable JsonNode request) {
        if (request == null || request.isNull()) {
            return null;
        }
        if (!(request instanceof ObjectNode object)) {
            throw fault("request", "The request must be an object.", "request 必须是对象。");
        }
        SortedMap<String, String> fields = PlainFields.of(object);
        fields.putIfAbsent("as-of", LocalDate.now(clock).toString());
        return fields;
    }

    private static Draft draft(ObjectNode body) {
        return new Draft(text(body, "file"), text(body, "text"));
    }

    private static String text(ObjectNode body, String field) {
        String text = JsonBody.text(body, field);
        if (text == null) {
            throw fault(field, "The %s must be a text.".formatted(field), "%s 必须是文本。".formatted(field));
        }
        return text;
    }

    private static ProblemException fault(String field, String en, String zh) {
        return new ProblemException(HttpStatus.BAD_REQUEST, List.of(new FieldFault(field, new Text(en, zh))));
    }

    private static Answer file(String name, String text) {
        return Answer.json(JsonReport.print(JsonNodeFactory.instance
                .objectNode()
                .put("schema", "rule-file/1")
                .put("name", name)
                .put("text", text)
                .put("sha256", RuleDesk.sha256(text))));
    }
}
