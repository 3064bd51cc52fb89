package advisor.cli.command;

import advisor.advice.survey.Estimate;
import advisor.advice.survey.MachineEstimate;
import advisor.advice.survey.SizeQuestion;
import advisor.catalog.Catalog;
import advisor.cli.option.Answer;
import advisor.cli.option.MachineOptions;
import advisor.cli.option.ModelArgument;
import advisor.facts.model.LanguageModel;
import advisor.report.json.SizeJson;
import advisor.report.text.SizeReport;
import java.util.function.Function;
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
    private int contextTokens = SizeQuestion.USUAL_CONTEXT;

    @Mixin
    private final MachineOptions machineOptions = new MachineOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        Catalog catalog = answer.catalog();
        SizeQuestion size =
                new SizeQuestion(machineOptions.question(model, catalog), contextTokens, machineOptions.machine());
        Function<String, LanguageModel> models = id -> ModelArgument.catalogued(id, catalog);
        Estimate estimate = size.estimate(models);
        MachineEstimate onMachine = size.onMachine(catalog, models);
        answer.print(() -> SizeJson.of(estimate, onMachine), screen -> SizeReport.of(estimate, onMachine, screen));
    }
}
