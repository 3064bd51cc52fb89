package advisor.cli;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.model.ModelFacts;
import advisor.model.Request;
import advisor.report.JsonReport;
import advisor.report.Paint;
import advisor.report.TextReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code advisor advise}. */
@Command(name = "advise", description = "Judge every option for a request.", mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {
    /** Formats of the answer. */
    enum Output {
        TEXT,
        JSON
    }

    @Mixin
    private final RequestOptions requestOptions = new RequestOptions();

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Option(names = "--output", paramLabel = "text|json", description = "Format of the answer; default: text.")
    private Output output = Output.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Request request = requestOptions.request();
        Advice advice = advice(request, locations.catalog());
        if (spec != null) {
            spec.commandLine().getOut().print(text(advice));
            spec.commandLine().getOut().flush();
        }
        return advice.complete() ? exitCode(advice) : ExitCode.DOES_NOT_LOAD;
    }

    private static int exitCode(Advice advice) {
        return advice.viable().isEmpty() ? ExitCode.NOTHING_VIABLE : ExitCode.OK;
    }

    private Advice advice(Request request, Catalog catalog) {
        ModelFacts described = ModelArgument.facts(request.model(), catalog);
        Advisor advisor = new Advisor(catalog, locations.rules());
        return described == null ? advisor.advise(request) : advisor.advise(request, described);
    }

    private String text(Advice advice) {
        return output == Output.JSON
                ? JsonReport.of(advice)
                : TextReport.of(advice, speech.language(), Ansi.AUTO.enabled() ? Paint.COLOURED : Paint.PLAIN);
    }
}
