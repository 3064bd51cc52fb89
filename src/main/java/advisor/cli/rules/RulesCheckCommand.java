package advisor.cli.rules;

import advisor.cli.option.ExitCode;
import advisor.report.json.CheckJson;
import advisor.report.json.JUnitXml;
import advisor.report.json.Sarif;
import advisor.report.text.CheckText;
import advisor.workshop.CheckReport;
import advisor.workshop.RuleCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor rules check}. */
@Command(
        name = "check",
        description = "All that is wrong with the rules: text, json, sarif or junit.",
        mixinStandardHelpOptions = true)
final class RulesCheckCommand implements Callable<Integer> {
    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public Integer call() {
        CheckReport report =
                new RuleCheck(options.catalog()).check(options.folders(), options.compiler(), options.cache());
        options.print(text(report));
        if (!report.hasErrors()) {
            return ExitCode.OK;
        }
        return report.rules() == 0 ? ExitCode.DOES_NOT_LOAD : ExitCode.FAILED;
    }

    private String text(CheckReport report) {
        return switch (options.output()) {
            case JSON -> CheckJson.of(report);
            case SARIF -> Sarif.of(report);
            case JUNIT -> JUnitXml.of(report);
            default -> CheckText.of(report, options.screen());
        };
    }
}
