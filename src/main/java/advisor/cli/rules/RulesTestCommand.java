package advisor.cli.rules;

import advisor.cli.option.ExitCode;
import advisor.report.json.JUnitXml;
import advisor.report.json.WorkshopJson;
import advisor.report.words.TestText;
import advisor.request.BadRequestException;
import advisor.text.Text;
import advisor.workshop.TestResult;
import advisor.workshop.TestRun;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code advisor rules test}. */
@Command(
        name = "test",
        description = "Run the scenarios beside the rules: text, json or junit.",
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
    @Option(names = "--run", paramLabel = "REGEX", description = "Only scenarios whose names match.")
    private String run = "";

    @Option(names = "--fail-on-empty", description = "Fail if there is no such scenario.")
    private boolean failOnEmpty;

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public Integer call() {
        List<TestResult> results = new TestRun(options.workshop(), options.lowest()).run(pattern());
        options.print(text(results));
        boolean failed = !results.stream().allMatch(TestResult::passed) || (failOnEmpty && results.isEmpty());
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(run);
        } catch (PatternSyntaxException e) {
            throw new BadRequestException(List.of(new Text(
                    "The run (%s) is not a regular expression: %s.".formatted(run, e.getDescription()),
                    "run（%s）不是正则表达式：%s。".formatted(run, e.getDescription()))));
        }
    }

    private String text(List<TestResult> results) {
        return switch (options.output()) {
            case JSON -> WorkshopJson.of(results);
            case JUNIT -> JUnitXml.of(results);
            default -> TestText.of(results, options.language());
        };
    }
}
