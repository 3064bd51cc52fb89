package advisor.cli;

import advisor.advice.Comparer;
import advisor.advice.SideBySide;
import advisor.report.SideBySideText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code advisor compare}. */
@Command(
        name = "compare",
        description =
                "Options side by side, the rules that make the difference, and the loads at which the order turns.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Runnable {
    @Parameters(arity = "2..*", paramLabel = "OPTION", description = "Ids of the options.")
    private List<String> ids = List.of();

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
        SideBySide sides =
                new Comparer(locations.catalog(), locations.rules(), requestOptions.fields(), today).compare(ids);
        if (spec != null) {
            spec.commandLine()
                    .getOut()
                    .print(
                            output == AdviseCommand.Output.JSON
                                    ? SideBySideText.json(sides)
                                    : SideBySideText.of(sides, speech.language()));
            spec.commandLine().getOut().flush();
        }
    }
}
