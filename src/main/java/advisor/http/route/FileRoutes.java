package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.JsonBody;
import advisor.http.call.Pace;
import advisor.http.call.PlainFields;
import advisor.http.call.ProblemException;
import advisor.http.call.Work;
import advisor.http.live.KnowledgeFile;
import advisor.http.route.DraftTrial.Checked;
import advisor.http.route.DraftTrial.Part;
import advisor.report.json.CheckJson;
import advisor.report.json.JsonReport;
import advisor.report.text.ImpactText;
import advisor.request.FieldFault;
import advisor.rules.session.Patience;
import advisor.text.Text;
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

/** {@code /api/files}, and {@code /api/rule-templates}. */
public final class FileRoutes {
    private final FileDesk desk;
    private final DraftTrial trial;
    private final Work work;
    private final Clock clock;

    /** @param clock tells the day of requests that name none */
    public FileRoutes(FileDesk desk, Work work, Clock clock) {
        this.desk = desk;
        this.trial = new DraftTrial(desk.knowledge(), clock);
        this.work = work;
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/files", work.within(Pace.QUICK, this::list));
        routes.get("/api/files/{folder}/{name}", work.within(Pace.QUICK, this::read));
        routes.get("/api/files/{folder}/{name}/versions", work.within(Pace.QUICK, this::earlier));
        routes.put("/api/files/{folder}/{name}", work.within(Pace.SLOW, this::save));
        routes.post("/api/files/check", work.within(Pace.SLOW, this::check));
        routes.post("/api/files/impact", work.within(Pace.SLOW, this::impact));
        routes.post("/api/files/scenario", work.within(Pace.QUICK, this::beginScenario));
        routes.get("/api/rule-templates/{topic}/{slug}", work.within(Pace.QUICK, this::beginRule));
    }

    private Callable<Answer> list(Context context) {
        return () -> Answer.json(JsonReport.print(new FileTree(desk.knowledge(), LocalDate.now(clock)).json()));
    }

    private static String named(Context context) {
        return context.pathParam("folder") + "/" + context.pathParam("name");
    }

    private Callable<Answer> read(Context context) {
        String name = named(context);
        return () -> {
            KnowledgeFile file = desk.file(name);
            return file(file, desk.text(file));
        };
    }

    private Callable<Answer> earlier(Context context) {
        String name = named(context);
        return () -> {
            KnowledgeFile file = desk.file(name);
            desk.text(file);
            ObjectNode answer = JsonNodeFactory.instance
                    .objectNode()
                    .put("schema", "file-versions/1")
                    .put("name", name);
            ArrayNode versions = answer.putArray("versions");
            desk.earlier(file).all().forEach(one -> versions.addObject()
                    .put("number", one.number())
                    .put("savedAt", one.savedAt().toString())
                    .put("sha256", FileDesk.sha256(one.text()))
                    .put("text", one.text()));
            return Answer.json(JsonReport.print(answer));
        };
    }

    private Callable<Answer> beginRule(Context context) {
        String id = context.pathParam("topic") + "/" + context.pathParam("slug");
        return () -> begun(desk.begunRule(id));
    }

    private Callable<Answer> beginScenario(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), "file", "name", "request");
        String file = text(body, "file");
        String name = text(body, "name");
        SortedMap<String, String> request = request(body.get("request"));
        if (request == null) {
            throw fault("request", "The request must be an object.", "request 必须是对象。");
        }
        return () -> begun(desk.begunScenario(desk.file(file), new ScenarioTemplate(name, request)));
    }

    private Answer begun(Draft draft) {
        String before = desk.textOrNone(draft.file());
        return Answer.json(JsonReport.print(JsonNodeFactory.instance
                .objectNode()
                .put("schema", "file-template/1")
                .put("name", draft.file().id())
                .put("text", draft.text())
                .put("before", before)
                .put("sha256", FileDesk.sha256(before))));
    }

    private Callable<Answer> save(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), "text", "sha256");
        String name = named(context);
        String text = text(body, "text");
        String sha256 = text(body, "sha256");
        return () -> {
            Draft draft = new Draft(desk.file(name), text);
            desk.save(draft, sha256);
            return file(draft.file(), draft.text());
        };
    }

    private Callable<Answer> check(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), "file", "text", "scenarios");
        String file = text(body, "file");
        String text = text(body, "text");
        boolean scenarios = JsonBody.truth(body, "scenarios", true);
        Patience patience = Work.patience(context).anew();
        return () -> {
            Checked checked = trial.check(new Draft(desk.file(file), text), scenarios, patience);
            return Answer.json(CheckJson.of(checked.rules(), checked.faults(), checked.warnings()));
        };
    }

    private Callable<Answer> impact(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), "file", "text", "request", "from");
        String file = text(body, "file");
        String text = text(body, "text");
        int from = from(body.get("from"));
        SortedMap<String, String> request = request(body.get("request"));
        Patience patience = Work.patience(context).anew();
        return () -> {
            Part part = trial.impact(new Draft(desk.file(file), text), request, from, patience);
            ObjectNode answer = ImpactText.node(part.impact())
                    .put("schema", "file-impact/1")
                    .put("next", part.next())
                    .put("of", part.of());
            ArrayNode failed = answer.putArray("failed");
            part.failed().forEach(result -> failed.addObject()
                    .put("scenario", result.scenario().name())
                    .put("at", result.scenario().place())
                    .put("why", result.failures().get(0).message()));
            return Answer.json(JsonReport.print(answer));
        };
    }

    private static int from(@Nullable JsonNode from) {
        if (from == null || from.isNull()) {
            return 0;
        }
        if (!from.isInt() || from.intValue() < 0) {
            throw fault("from", "The from must be a whole number, 0 or more.", "from 必须是不小于 0 的整数。");
        }
        return from.intValue();
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

    private static Answer file(KnowledgeFile file, String text) {
        return Answer.json(JsonReport.print(JsonNodeFactory.instance
                .objectNode()
                .put("schema", "file/1")
                .put("name", file.id())
                .put("text", text)
                .put("sha256", FileDesk.sha256(text))));
    }
}
