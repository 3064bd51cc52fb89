package advisor.audit.record;

import advisor.report.json.JsonReport;
import advisor.request.BadRequestException;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The edition of the advisor that made a record: its rules and catalog are of a language that others do not read. */
final class Edition {
    private static final String FIRST = "advice/1";
    private static final String LAST_COMMIT_OF_FIRST = "73df0cc";

    private Edition() {}

    /**
     * Refuses to run what another edition recorded.
     *
     * @throws BadRequestException that names the edition
     */
    static void requireOwn(String name, JsonNode recorded) {
        String schema = recorded.path("advice").path("schema").asText();
        if (!schema.equals(JsonReport.SCHEMA)) {
            throw new BadRequestException(List.of(
                    other(name, schema, Versions.of(recorded.path("versions")).advisor())));
        }
    }

    private static Text other(String name, String schema, String advisor) {
        String line = System.lineSeparator();
        boolean first = schema.equals(FIRST);
        return new Text(
                "The record (%s) must be replayed by the edition that made it: %s (%s, advisor %s); this one answers in %s.%sMaybe build %s and replay it there; \"advisor audit show\", \"verify\" and \"diff\" read it here."
                        .formatted(
                                name,
                                first ? "the first edition" : "another edition",
                                schema,
                                advisor,
                                JsonReport.SCHEMA,
                                line,
                                first ? "commit " + LAST_COMMIT_OF_FIRST + ", its last," : "that edition"),
                "记录（%s）须由生成它的版本重放：%s（%s，advisor %s）；本版本的回答为 %s。%s请构建%s后在其中重放；本版本的 advisor audit show、verify 与 diff 可以读取。"
                        .formatted(
                                name,
                                first ? "第一版" : "另一版本",
                                schema,
                                advisor,
                                JsonReport.SCHEMA,
                                line,
                                first ? "其最后一次提交 " + LAST_COMMIT_OF_FIRST + " " : "该版本"));
    }
}
