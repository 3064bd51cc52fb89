package advisor.cli.option;

import advisor.report.screen.Screen;
import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the {@code advisor cache} commands answer. */
public final class CacheOptions {
    @Option(names = "--output", paramLabel = "text|json", description = "Format of the answer; default: text.")
    private Answer.Output output = Answer.Output.TEXT;

    @Mixin
    private final Speech speech = new Speech();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    public void print(Supplier<String> json, Function<Screen, String> text) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(output == Answer.Output.JSON ? json.get() : text.apply(speech.screen()));
            out.flush();
        }
    }
}
