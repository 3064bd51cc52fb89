package advisor.cli;

import advisor.advice.BadRequestException;
import advisor.advice.Estimate;
import advisor.advice.Estimator;
import advisor.advice.MachineEstimate;
import advisor.advice.MachineEstimator;
import advisor.advice.MachineForm;
import advisor.catalog.Catalog;
import advisor.model.ModelFacts;
import advisor.model.Text;
import advisor.report.SizeJson;
import advisor.report.SizeReport;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code advisor size}. */
@Command(
        name = "size",
        description = "Parameters, bytes and cache of a model, catalogued or described by its files.",
        mixinStandardHelpOptions = true)
final class SizeCommand implements Runnable {
    @Parameters(
            paramLabel = "MODEL",
            description = "Id of \"advisor models\", a config.json, a folder that holds one, or a .gguf file.")
    private String model = "";

    @Option(names = "--context", paramLabel = "N", description = "Tokens that one stream holds; default: 8192.")
    private int contextTokens = 8192;

    @Option(names = "--output", paramLabel = "text|json", description = "Format of the answer; default: text.")
    private AdviseCommand.Output output = AdviseCommand.Output.TEXT;

    @Mixin
    private final MachineOptions machineOptions = new MachineOptions();

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (contextTokens < 1) {
            throw new BadRequestException(List.of(new Text(
                    "The context (%s) must be a whole number from 1 on.".formatted(contextTokens),
                    "context（%s）必须是不小于 1 的整数。".formatted(contextTokens))));
        }
        Catalog catalog = locations.catalog();
        ModelFacts facts = ModelArgument.facts(model, catalog);
        String text = text(estimate(facts, catalog), onMachine(facts, catalog));
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }

    private Estimate estimate(@Nullable ModelFacts facts, Catalog catalog) {
        Estimator estimator = new Estimator(contextTokens);
        return facts == null ? estimator.estimate(ModelArgument.catalogued(model, catalog)) : estimator.estimate(facts);
    }

    private @Nullable MachineEstimate onMachine(@Nullable ModelFacts facts, Catalog catalog) {
        MachineForm machine = machineOptions.machine();
        if (machine == null) {
            return null;
        }
        MachineEstimator estimator = new MachineEstimator(catalog, machineOptions.load(model));
        return facts == null
                ? estimator.estimate(ModelArgument.catalogued(model, catalog), machine)
                : estimator.estimate(facts, machine);
    }

    private String text(Estimate estimate, @Nullable MachineEstimate onMachine) {
        return output == AdviseCommand.Output.JSON
                ? SizeJson.of(estimate, onMachine)
                : SizeReport.of(estimate, onMachine, speech.language());
    }
}
