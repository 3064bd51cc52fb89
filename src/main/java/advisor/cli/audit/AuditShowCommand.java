package advisor.cli.audit;

import advisor.audit.RecordText;
import advisor.cli.option.Speech;
import advisor.request.BadRequestException;
import advisor.text.Text;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code advisor audit show}. */
@Command(name = "show", description = "A record for reading; no rule is run.", mixinStandardHelpOptions = true)
final class AuditShowCommand implements Runnable {
    @Mixin
    private final AuditOptions record = new AuditOptions();

    @Option(names = "--option", paramLabel = "ID", description = "Show one option, with what would change its verdict.")
    private @Nullable String option;

    @Option(
            names = "--json",
            description =
                    "Show the whole record as JSON, each reference in it followed; not with --option or --reveal.")
    private boolean json;

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (json && (option != null || !record.openings().isEmpty())) {
            throw new BadRequestException(List.of(new Text(
                    "The whole record is shown by --json: neither --option nor --reveal goes with it.",
                    "--json 显示整条记录：不能与 --option 或 --reveal 同用。")));
        }
        String text = json
                ? record.record().inFull()
                : RecordText.of(record.record(), record.openings(), option, speech.screen());
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }
}
