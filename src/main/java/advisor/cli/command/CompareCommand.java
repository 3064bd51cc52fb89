package advisor.cli.command;

import advisor.advice.Advisor;
import advisor.advice.Comparer;
import advisor.advice.SideBySide;
import advisor.catalog.Catalog;
import advisor.cli.option.Answer;
import advisor.cli.option.RequestOptions;
import advisor.report.file.ComparisonHtml;
import advisor.report.text.SideBySideText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code advisor compare}. */
@Command(
        name = "compare",
        description =
                "Options side by side, the rules that make the difference, and the loads at which the order turns.",
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Runnable {
    @Parameters(arity = "2..*", paramLabel = "OPTION", description = "Ids of the options.")
    private List<String> ids = List.of();

    @Mixin
    private final RequestOptions requestOptions = new RequestOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        answer.beginRules();
        Catalog catalog = answer.catalog();
        Advisor advisor = new Advisor(catalog, answer.rules()).judging(ids);
        SideBySide sides = new Comparer(advisor, requestOptions.question(catalog)).compare(ids);
        answer.print(
                () -> SideBySideText.json(sides),
                language -> ComparisonHtml.of(sides, catalog.sources(), language),
                screen -> SideBySideText.of(sides, screen));
    }
}
