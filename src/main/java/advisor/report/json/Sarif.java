package advisor.report.json;

import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.text.Problem;
import advisor.workshop.CheckReport;
import advisor.workshop.LintFile.Level;
import advisor.workshop.Notice;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the checks found in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS). */
public final class Sarif {
    private Sarif() {}

    public static String of(CheckReport report) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "advisor rules check");
        rules(driver.putArray("rules"));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        report.notices().forEach(notice -> result(results.addObject(), notice));
        return JsonReport.print(log);
    }

    private static void rules(ArrayNode rules) {
        for (Check check : Check.values()) {
            ObjectNode rule = rules.addObject();
            rule.put("id", check.id());
            rule.putObject("shortDescription").put("text", check.title().en());
            rule.putObject("fullDescription")
                    .put("text", check.title().en() + " / " + check.title().zh());
        }
    }

    private static void result(ObjectNode result, Notice notice) {
        Fault fault = notice.fault();
        Problem problem = fault.problem();
        result.put("ruleId", fault.check().id());
        result.put("ruleIndex", fault.check().ordinal());
        result.put("level", notice.level() == Level.ERROR ? "error" : "warning");
        String hint = problem.hint().isEmpty() ? "" : "\n" + problem.hint();
        result.putObject("message").put("text", problem.message() + hint);
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", problem.file());
        if (problem.line() > 0) {
            ObjectNode region = place.putObject("region").put("startLine", problem.line());
            if (problem.column() > 0) {
                region.put("startColumn", problem.column());
            }
        }
    }
}
