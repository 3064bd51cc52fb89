package advisor.cli.command;

import advisor.advice.Advisor;
import advisor.advice.change.Changes;
import advisor.advice.change.Explainer;
import advisor.advice.change.Explanation;
import advisor.catalog.Catalog;
import advisor.cli.option.Answer;
import advisor.cli.option.RequestOptions;
import advisor.report.file.ExplanationHtml;
import advisor.report.json.ExplanationJson;
import advisor.report.text.ExplanationText;
import advisor.request.BadRequestException;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleTrace;
import advisor.text.Text;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code advisor explain}. */
@Command(
        name = "explain",
        description = "Why an option has its verdict, why it has no other, and what would change it.",
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Runnable {
    @Parameters(paramLabel = "OPTION", description = "Id of the option, as listed by \"advisor options\".")
    private String option = "";

    @Option(names = "--format", paramLabel = "ID", description = "Number format to explain, as fp8; default: the best.")
    private @Nullable String precision;

    @Option(names = "--rule", paramLabel = "ID", description = "Show one rule, condition by condition.")
    private @Nullable String rule;

    @Option(names = "--all", description = "Show every rule; default: those that one condition kept from firing.")
    private boolean all;

    @Mixin
    private final RequestOptions requestOptions = new RequestOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        answer.beginRules();
        Catalog catalog = answer.catalog();
        Explainer explainer = new Explainer(
                new Advisor(catalog, answer.rules()).judging(List.of(option)), requestOptions.question(catalog));
        Explanation explanation = explainer.explain(option, precision);
        refuseUnknownRule(explanation);
        Changes changes = explainer.changes(option);
        answer.print(
                () -> ExplanationJson.of(explanation, changes),
                language -> ExplanationHtml.of(explanation, changes, language),
                screen -> ExplanationText.of(explanation, changes, shown(), screen));
    }

    private void refuseUnknownRule(Explanation explanation) {
        boolean known = rule == null
                || explanation.rules().stream()
                        .anyMatch(trace -> trace.rule().id().equals(rule));
        if (!known) {
            throw new BadRequestException(
                    List.of(new Text("The rule (%s) is not known.".formatted(rule), "没有该规则（%s）。".formatted(rule))));
        }
    }

    private Predicate<RuleTrace> shown() {
        if (rule != null) {
            return trace -> trace.rule().id().equals(rule);
        }
        return all ? trace -> true : trace -> trace.nearMiss() || trace.outcome() == Outcome.UNKNOWN;
    }
}
