package advisor.http.route;

import advisor.audit.DifferenceJson;
import advisor.audit.RecordDiff;
import advisor.audit.Replay;
import advisor.audit.record.DamagedRecordException;
import advisor.audit.record.StoredRecord;
import advisor.http.call.Answer;
import advisor.http.call.Pace;
import advisor.http.call.PackedFile;
import advisor.http.call.Work;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.report.json.FactsAsJson;
import advisor.report.json.JsonReport;
import advisor.request.BadRequestException;
import advisor.rules.session.Patience;
import advisor.rules.text.RuleFiles;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.function.BiFunction;

/**
 * {@code POST /api/records/verify}, {@code /api/records/replay} and {@code /api/records/diff}: a decision record that
 * somebody brings, packed by gzip.
 */
public final class RecordCheckRoutes {
    private static final String NAME = "record";

    private final LiveKnowledge knowledge;
    private final Work work;

    public RecordCheckRoutes(LiveKnowledge knowledge, Work work) {
        this.knowledge = knowledge;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/records/verify", work.within(Pace.QUICK, of((record, patience) -> verify(record))));
        routes.post("/api/records/replay", work.within(Pace.SLOW, of(this::replay)));
        routes.post("/api/records/diff", work.within(Pace.SLOW, of(this::diff)));
    }

    private static Work.Reading of(BiFunction<StoredRecord, Patience, String> answer) {
        return context -> {
            byte[] bytes = PackedFile.bytes(context);
            Patience patience = Work.patience(context);
            return () -> {
                try {
                    return Answer.json(answer.apply(StoredRecord.of(NAME, bytes), patience));
                } catch (DamagedRecordException e) {
                    throw BadRequestException.of(NAME, new Text(e.message(Language.EN), e.message(Language.ZH)));
                }
            };
        };
    }

    private static String verify(StoredRecord record) {
        JsonNode advice = record.document().path("advice");
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", "record-check/1");
        node.put("sound", record.faults().isEmpty());
        node.put("sha256", record.sha256());
        ArrayNode faults = node.putArray("faults");
        record.faults().forEach(fault -> faults.add(FactsAsJson.text(fault)));
        List.of("decisionId", "asOf", "recommended")
                .forEach(name -> node.put(name, advice.path(name).asText("")));
        node.set("do", advice.path("answer").path("do"));
        List.of("ruleBase", "catalog")
                .forEach(name -> node.put(
                        name, record.document().path(name).path("sha256").asText("")));
        node.put("advisor", record.document().path("versions").path("advisor").asText(""));
        return JsonReport.print(node);
    }

    /** The record's rules are compiled as drafts are: not again if they are those that answer here. */
    private String replay(StoredRecord record, Patience patience) {
        Replay replay = Replay.of(
                record, List.of(), texts -> knowledge.draft(RuleFiles.of(texts)).orThrow(), patience);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", "record-replay/1");
        node.put("same", replay.same()).put("sha256", replay.sha256());
        ArrayNode places = node.putArray("places");
        replay.places().forEach(places::add);
        return JsonReport.print(node);
    }

    private String diff(StoredRecord record, Patience patience) {
        Knowledge now = knowledge.current().within(patience);
        return DifferenceJson.of(NAME, RecordDiff.of(record, List.of(), now.catalog(), now.rules()));
    }
}
