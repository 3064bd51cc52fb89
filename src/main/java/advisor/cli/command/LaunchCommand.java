package advisor.cli.command;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.cli.option.Locations;
import advisor.cli.option.RequestOptions;
import advisor.cli.option.Speech;
import advisor.report.text.LaunchText;
import advisor.request.Question;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code advisor launch}. */
@Command(
        name = "launch",
        description = "The command that starts an engine in the layout of an option's plan: to check, not to trust.",
        mixinStandardHelpOptions = true)
public final class LaunchCommand implements Runnable {
    @Parameters(paramLabel = "OPTION", description = "Id of the option, as listed by \"advisor options\".")
    private String option = "";

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
        locations.beginRules();
        Catalog catalog = locations.catalog();
        Question question = requestOptions.question(catalog);
        Advisor advisor =
                new Advisor(catalog, locations.rules()).judging(List.of(option)).knowing(question);
        advisor.catalog().option(option);
        Advice advice = advisor.advise(question.request());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(LaunchText.of(advice, option, catalog.sources(), speech.language()));
        out.flush();
    }
}
