package advisor.cli.command;

import advisor.advice.Advisor;
import advisor.advice.change.Changes;
import advisor.advice.change.Explainer;
import advisor.advice.change.Explanation;
import advisor.advice.change.Judged;
import advisor.catalog.Catalog;
import advisor.cli.option.Answer;
import advisor.cli.option.RequestOptions;
import advisor.report.file.ExplanationHtml;
import advisor.report.json.ExplanationJson;
import advisor.report.text.ExplanationPage;
import advisor.report.text.ExplanationText;
import advisor.request.BadRequestException;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleTrace;
import advisor.text.Text;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

    @Option(
            names = "--all",
            description = "The whole explanation: every formula, source and condition; default: one page.")
    private boolean all;

    @Option(
            names = "--every-rule",
            description = "The same with every rule, not only those that one condition silenced.")
    private boolean everyRule;

    @Mixin
    private final RequestOptions requestOptions = new RequestOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        answer.beginRules();
        Catalog catalog = answer.catalog();
        Question question = requestOptions.question(catalog);
        boolean page = answer.output() == Answer.Output.TEXT && !all && !everyRule && rule == null;
        RuleBook rules = page ? answer.rules().withoutNotes() : answer.rules();
        Explainer explainer = new Explainer(new Advisor(catalog, rules).judging(List.of(option)), question);
        if (page) {
            Judged judged = explainer.judged(option, precision);
            answer.print(screen -> ExplanationPage.of(judged, explainer.changes(option), screen));
        } else {
            print(explainer);
        }
    }

    private void print(Explainer explainer) {
        Explanation explanation = explainer.explain(option, precision);
        refuseUnknownRule(explanation);
        Supplier<Changes> changes = () -> explainer.changes(option);
        answer.print(
                () -> ExplanationJson.of(explanation, changes.get()),
                language -> ExplanationHtml.of(explanation, changes.get(), language),
                screen -> rule == null
                        ? ExplanationText.of(explanation, changes.get(), shown(), screen)
                        : ExplanationText.ofRule(explanation, rule, screen));
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
        return everyRule ? trace -> true : trace -> trace.nearMiss() || trace.outcome() == Outcome.UNKNOWN;
    }
}
