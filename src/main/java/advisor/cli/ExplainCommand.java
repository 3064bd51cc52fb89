package advisor.cli;

import advisor.advice.BadRequestException;
import advisor.advice.Explainer;
import advisor.advice.Explanation;
import advisor.engine.trace.Outcome;
import advisor.engine.trace.RuleTrace;
import advisor.model.Text;
import advisor.report.ExplanationJson;
import advisor.report.ExplanationText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code advisor explain}. */
@Command(
        name = "explain",
        description = "Why an option has its verdict, why it has no other, and what would change it.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {
    @Parameters(paramLabel = "OPTION", description = "Id of the option, as listed by \"advisor options\".")
    private String option = "";

    @Option(names = "--format", paramLabel = "ID", description = "Number format to explain, as fp8; default: the best.")
    private @Nullable String precision;

    @Option(names = "--rule", paramLabel = "ID", description = "Show one rule, condition by condition.")
    private @Nullable String rule;

    @Option(names = "--all", description = "Show every rule; default: those that one condition kept from firing.")
    private boolean all;

    @Option(names = "--output", paramLabel = "text|json", description = "Format of the answer; default: text.")
    private AdviseCommand.Output output = AdviseCommand.Output.TEXT;

    @Mixin
    private final RequestOptions requestOptions = new RequestOptions();

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Explanation explanation = new Explainer(locations.catalog(), locations.rules(), requestOptions.fields(), today)
                .explain(option, precision);
        refuseUnknownRule(explanation);
        if (spec != null) {
            spec.commandLine().getOut().print(text(explanation));
            spec.commandLine().getOut().flush();
        }
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

    private String text(Explanation explanation) {
        return output == AdviseCommand.Output.JSON
                ? ExplanationJson.of(explanation)
                : ExplanationText.of(explanation, shown(), speech.language());
    }

    private Predicate<RuleTrace> shown() {
        if (rule != null) {
            return trace -> trace.rule().id().equals(rule);
        }
        return all ? trace -> true : trace -> trace.nearMiss() || trace.outcome() == Outcome.UNKNOWN;
    }
}
