package advisor.cli.command;

import advisor.advice.survey.Estimate;
import advisor.advice.survey.Estimator;
import advisor.advice.survey.MachineEstimate;
import advisor.advice.survey.MachineEstimator;
import advisor.catalog.Catalog;
import advisor.cli.option.Answer;
import advisor.cli.option.MachineOptions;
import advisor.cli.option.ModelArgument;
import advisor.report.json.SizeJson;
import advisor.report.text.SizeReport;
import advisor.request.BadRequestException;
import advisor.request.MachineForm;
import advisor.request.Question;
import advisor.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code advisor size}. */
@Command(
        name = "size",
        description = "Parameters, bytes and cache of a model, catalogued or described by its files.",
        mixinStandardHelpOptions = true)
public final class SizeCommand implements Runnable {
    @Parameters(
            paramLabel = "MODEL",
            description = "Id of \"advisor models\", a config.json, a folder that holds one, or a .gguf file.")
    private String model = "";

    @Option(names = "--context", paramLabel = "N", description = "Tokens that one stream holds; default: 8192.")
    private int contextTokens = 8192;

    @Mixin
    private final MachineOptions machineOptions = new MachineOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        if (contextTokens < 1) {
            throw new BadRequestException(List.of(new Text(
                    "The context (%s) must be a whole number from 1 on.".formatted(contextTokens),
                    "context（%s）必须是不小于 1 的整数。".formatted(contextTokens))));
        }
        Catalog catalog = answer.catalog();
        Question question = machineOptions.question(model, catalog);
        Estimator estimator = new Estimator(contextTokens);
        Estimate estimate =
                question.model(id -> estimator.estimate(ModelArgument.catalogued(id, catalog)), estimator::estimate);
        MachineEstimate onMachine = onMachine(question, catalog);
        answer.print(() -> SizeJson.of(estimate, onMachine), language -> SizeReport.of(estimate, onMachine, language));
    }

    private @Nullable MachineEstimate onMachine(Question question, Catalog catalog) {
        MachineForm machine = machineOptions.machine();
        if (machine == null) {
            return null;
        }
        MachineEstimator estimator = new MachineEstimator(catalog, question.request());
        return question.model(
                id -> estimator.estimate(ModelArgument.catalogued(id, catalog), machine),
                described -> estimator.estimate(described, machine));
    }
}
