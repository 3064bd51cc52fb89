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
import java.util.List;

/** What the checks found in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS). */
public final class Sarif {
    private Sarif() {}

    public static String of(CheckReport report) {
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        rules(driver(run, "advisor rules check").putArray("rules"));
        ArrayNode results = run.putArray("results");
        report.notices().forEach(notice -> result(results.addObject(), notice));
        return log(run);
    }

    /** Faults of files and warnings, which are of no one check. */
    public static String of(String tool, List<Problem> faults, List<Problem> warnings) {
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        driver(run, tool);
        ArrayNode results = run.putArray("results");
        faults.forEach(fault -> result(results.addObject().put("level", "error"), fault));
        warnings.forEach(warning -> result(results.addObject().put("level", "warning"), warning));
        return log(run);
    }

    private static ObjectNode driver(ObjectNode run, String tool) {
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", tool);
        run.put("columnKind", "utf16CodeUnits");
        return driver;
    }

    private static String log(ObjectNode run) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.putArray("runs").add(run);
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
        result.put("ruleId", fault.check().id());
        result.put("ruleIndex", fault.check().ordinal());
        result.put("level", notice.level() == Level.ERROR ? "error" : "warning");
        result(result, fault.problem());
    }

    private static void result(ObjectNode result, Problem problem) {
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
