package advisor.report.json;

import advisor.rules.text.Fault;
import advisor.text.Ids;
import advisor.text.Problem;
import advisor.workshop.CheckReport;
import advisor.workshop.LintFile.Level;
import advisor.workshop.Notice;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the checks found, as JSON, schema {@code rule-check/1}. */
public final class CheckJson {
    private CheckJson() {}

    public static String of(CheckReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "rule-check/1");
        node.put("rules", report.rules());
        node.put("errors", report.count(Level.ERROR));
        node.put("warnings", report.count(Level.WARNING));
        ArrayNode notices = node.putArray("notices");
        report.notices().forEach(notice -> notices.add(notice(notice)));
        return JsonReport.print(node);
    }

    /** What is wrong with rules and with the files beside them, schema {@code file-check/1}. */
    public static String of(CheckReport rules, List<Problem> faults, List<Problem> warnings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "file-check/1");
        node.put("rules", rules.rules());
        node.put("errors", rules.count(Level.ERROR) + faults.size());
        node.put("warnings", rules.count(Level.WARNING) + warnings.size());
        ArrayNode notices = node.putArray("notices");
        faults.forEach(fault -> notices.add(notice("error", fault)));
        rules.notices().forEach(notice -> notices.add(notice(notice)));
        warnings.forEach(warning -> notices.add(notice("warning", warning)));
        return JsonReport.print(node);
    }

    /** Faults of files of a catalog and warnings, schema {@code catalog-check/1}. */
    public static String of(List<Problem> faults, List<Problem> warnings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "catalog-check/1");
        node.put("errors", faults.size());
        node.put("warnings", warnings.size());
        ArrayNode notices = node.putArray("notices");
        faults.forEach(fault -> notices.add(notice("error", fault)));
        warnings.forEach(warning -> notices.add(notice("warning", warning)));
        return JsonReport.print(node);
    }

    private static ObjectNode notice(String level, Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("level", level)
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.said().en())
                .put("message_zh", problem.said().zh())
                .put("hint", problem.advice().en())
                .put("hint_zh", problem.advice().zh());
    }

    private static ObjectNode notice(Notice notice) {
        Fault fault = notice.fault();
        return JsonNodeFactory.instance
                .objectNode()
                .put("level", Ids.of(notice.level()))
                .put("check", fault.check().id())
                .put("rule", fault.rule())
                .put("file", fault.problem().file())
                .put("line", fault.problem().line())
                .put("column", fault.problem().column())
                .put("message", fault.problem().message())
                .put("hint", fault.problem().hint())
                .put("excerpt", fault.excerpt());
    }
}
