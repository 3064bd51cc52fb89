package advisor.mcp;

import advisor.advice.Comparer;
import advisor.advice.change.Explainer;
import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelFit;
import advisor.advice.survey.ModelsOnMachine;
import advisor.advice.survey.SizeQuestion;
import advisor.audit.record.Decision;
import advisor.catalog.Catalog;
import advisor.report.brief.BriefAdvice;
import advisor.report.brief.BriefComparison;
import advisor.report.brief.BriefExplanation;
import advisor.report.brief.BriefFits;
import advisor.report.json.CheckJson;
import advisor.report.json.ModelsJson;
import advisor.report.json.SizeJson;
import advisor.request.MachineForm;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.request.RequestFields;
import advisor.rules.text.RuleFiles;
import advisor.workshop.RuleCheck;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools: what the commands of the same names answer, shortened to what decides. */
final class AgentTools {
    private static final JsonMapper MAPPER = new JsonMapper();

    private AgentTools() {}

    static List<AgentTool> all() {
        return List.of(
                new AgentTool(
                        "advise",
                        "How should an organisation run a large language model: judges every way to buy, rent or call it, and"
                                + " answers with a verdict, the plans in order, costs over the horizon, and the rule that"
                                + " keeps out each of the rest. Prices and export rules are those of the as-of day.",
                        spoken(new ToolSchema().fields(RequestFields.all())),
                        AgentTools::advise),
                new AgentTool(
                        "explain",
                        "Why one option has its verdict: points and rules that add up to its score, costs part by part,"
                                + " memory, sources, and which changes of the request would lift it, each proven by a run.",
                        spoken(new ToolSchema()
                                .must("option", "string", "Id of an option, as advise names it.")
                                .may("format", "string", "Number format, as fp8; default: the best.")
                                .fields(RequestFields.all())),
                        AgentTools::explain),
                new AgentTool(
                        "compare",
                        "Options beside each other: plans, the rules on which they differ with their points, and the loads at"
                                + " which their order turns.",
                        spoken(new ToolSchema()
                                .must("options", "array", "Ids of two or more options, as advise names them.")
                                .fields(RequestFields.all())),
                        AgentTools::compare),
                new AgentTool(
                        "size",
                        "Parameters, bytes and cache of a model; with an accelerator also memory and speed on it.",
                        spoken(new ToolSchema()
                                .must("model", "string", "Id of a model, as the resource advisor://models lists them.")
                                .may("context", "integer", "Tokens that one stream holds; default: 8192.")
                                .may("accelerator", "string", "Id of an accelerator, as nvidia-h20-96gb.")
                                .may("count", "integer", "Accelerators in all; default: 1.")
                                .may("nodes", "integer", "Servers that hold them; default: 1.")
                                .may("precision", "string", "fp8, int4 …; default: as published.")
                                .may("engine", "string", "sglang, vllm …; default: any that runs it.")
                                .fields(RequestFields.ofLoad())
                                .fields(RequestFields.ofEngine())),
                        AgentTools::size),
                new AgentTool(
                        "models_for_hardware",
                        "Which models of the catalog a machine runs, best first, at which format and speed; and which twice as"
                                + " much of it would open.",
                        spoken(new ToolSchema()
                                .must("machine", "string", "Devices and count: \"2 x nvidia-rtx-4090\".")
                                .fields(RequestFields.ofLoad())),
                        AgentTools::models),
                new AgentTool(
                        "check_rule",
                        "What is wrong with a rule file, by line and column, as if it stood among the rules. Nothing is"
                                + " written. The resource advisor://facts tells what a rule may match.",
                        spoken(new ToolSchema()
                                .must("file", "string", "Name of the file, of a shipped one or a new one: budget.drl.")
                                .must("text", "string", "The whole text of the file.")),
                        AgentTools::check));
    }

    private static ToolSchema spoken(ToolSchema schema) {
        return schema.may(ToolCall.LANGUAGE, "string", "Language of the answer: en or zh.");
    }

    private static ObjectNode advise(ToolCall call) {
        Desk desk = call.desk();
        List<Question> questions = ModelList.each(call.fields()).stream()
                .map(desk::question)
                .distinct()
                .toList();
        if (questions.size() > 1) {
            return ModelsJson.tree(ModelChoice.of(desk.advisor(), questions));
        }
        Decision decision =
                Decision.of(questions.get(0), desk.catalog(), desk.advisor().rules());
        return BriefAdvice.of(decision.advice(), call.language());
    }

    private static ObjectNode explain(ToolCall call) {
        String option = call.text("option");
        Explainer explainer = new Explainer(call.desk().advisor().judging(List.of(option)), call.question());
        return BriefExplanation.of(
                explainer.explain(option, call.optional("format")), explainer.changes(option), call.language());
    }

    private static ObjectNode compare(ToolCall call) {
        List<String> options = call.texts("options");
        Comparer comparer = new Comparer(call.desk().advisor().judging(options), call.question());
        return BriefComparison.of(comparer.compare(options), call.language());
    }

    private static ObjectNode models(ToolCall call) {
        Desk desk = call.desk();
        String machine = call.text("machine");
        ModelsOnMachine models = new ModelsOnMachine(desk.advisor(), call.fields(), desk.today());
        List<ModelFit> fits = models.fits(machine);
        return BriefFits.of(machine, fits, models.openedByTwice(machine, fits));
    }

    private static ObjectNode size(ToolCall call) {
        Map<String, String> fields = call.fields();
        fields.put("model", call.text("model"));
        Catalog catalog = call.desk().catalog();
        SizeQuestion size = new SizeQuestion(
                call.desk().question(fields), call.whole("context", SizeQuestion.USUAL_CONTEXT), machine(call));
        return tree(SizeJson.of(size.estimate(catalog::model), size.onMachine(catalog, catalog::model)));
    }

    private static @Nullable MachineForm machine(ToolCall call) {
        return MachineForm.of(
                call.optional("accelerator"),
                whole(call, "count"),
                whole(call, "nodes"),
                call.optional("precision"),
                call.optional("engine"));
    }

    private static @Nullable Integer whole(ToolCall call, String name) {
        return call.optional(name) == null ? null : (Integer) call.whole(name, 1);
    }

    private static ObjectNode check(ToolCall call) {
        Desk desk = call.desk();
        RuleFiles files = RuleFiles.of(desk.advisor().rules().texts()).with(call.text("file"), call.text("text"));
        return tree(CheckJson.of(new RuleCheck(desk.catalog())
                .check(desk.drafts().apply(files), desk.bench().withoutScenarios())));
    }

    private static ObjectNode tree(String json) {
        try {
            return MAPPER.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot fail to be read.", e);
        }
    }
}
