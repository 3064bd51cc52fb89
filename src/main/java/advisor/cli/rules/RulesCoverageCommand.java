package advisor.cli.rules;

import advisor.cli.option.ExitCode;
import advisor.report.json.WorkshopJson;
import advisor.report.text.CoverageText;
import advisor.workshop.Coverage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code advisor rules coverage}. */
@Command(
        name = "coverage",
        description = "Which rules and conditions the scenarios try.",
        mixinStandardHelpOptions = true)
final class RulesCoverageCommand implements Callable<Integer> {
    @Option(names = "--min", paramLabel = "PERCENT", description = "Fail below this coverage; default: 0.")
    private double min;

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public Integer call() {
        Coverage coverage = Coverage.of(options.workshop());
        options.print(
                options.output() == RuleOptions.Output.JSON
                        ? WorkshopJson.of(coverage)
                        : CoverageText.of(coverage, options.language()));
        return coverage.percent() < min ? ExitCode.FAILED : ExitCode.OK;
    }
}
