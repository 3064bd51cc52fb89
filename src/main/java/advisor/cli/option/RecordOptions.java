package advisor.cli.option;

import advisor.audit.record.Decision;
import advisor.audit.record.Opening;
import advisor.audit.record.Openings;
import advisor.audit.record.RecordTarget;
import advisor.audit.record.Recording;
import advisor.request.BadRequestException;
import advisor.request.Question;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Language;
import advisor.text.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a decision is recorded, and what of it is not shown there. */
public final class RecordOptions {
    @Option(
            names = "--record",
            paramLabel = "FILE|DIR",
            description =
                    "Record the decision in a new FILE (.json.gz, or .json to read), or in the chain of a folder.")
    private @Nullable Path record;

    private final OptionSpec mask = OptionSpec.builder("--mask")
            .paramLabel("FIELD")
            .description(maskHelp().in(Speech.ofLocale()))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build();

    private @Nullable CommandSpec spec;

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        spec = command;
        command.addOption(mask);
    }

    private static Text maskHelp() {
        List<String> fields =
                RequestFields.maskable().stream().map(RequestField::name).toList();
        return new Text(
                "Hide a field in the record: " + String.join(", ", fields) + "; repeatable.",
                "在记录中隐去字段：" + String.join("、", fields) + "；可重复。");
    }

    private List<String> masked() {
        List<String> masked = mask.getValue();
        return masked == null ? List.of() : masked;
    }

    /** Refuses what cannot be recorded, before anything is judged. */
    public void refuseIfUnusable() {
        if (record != null) {
            Recording.target(record).refuseIfUnusable();
        } else if (!masked().isEmpty()) {
            throw new BadRequestException(List.of(new Text(
                    "The mask (%s) hides a field in a record, and --record is missing."
                            .formatted(String.join(", ", masked())),
                    "mask（%s）用于在记录中隐去字段，但缺少 --record。".formatted(String.join(", ", masked())))));
        }
    }

    /**
     * Each model of several has a record of its own, so that they need a folder.
     *
     * @throws BadRequestException if they are to be recorded in one file
     */
    public void refuseOneFile() {
        if (record != null && Recording.namesFile(record)) {
            throw new BadRequestException(List.of(new Text(
                    "The record (%s) is one file, and each model has a record of its own: name a folder."
                            .formatted(record),
                    "record（%s）是单个文件，而每个模型各有一份记录：请给出文件夹。".formatted(record))));
        }
    }

    public boolean asked() {
        return record != null;
    }

    /** @throws BadRequestException if a field cannot be masked */
    public Openings openings(Question question) {
        return Openings.fresh(masked(), question);
    }

    /** Records a decision, if that was asked for, and tells on standard error what to keep elsewhere. */
    public void record(Decision decision, Openings openings, Language language) {
        CommandSpec known = spec;
        if (record != null && known != null) {
            RecordTarget.Stored stored = Recording.target(record).store(Recording.document(decision, openings));
            PrintWriter err = known.commandLine().getErr();
            err.println(stored(stored).in(language));
            openings.all().forEach(opening -> err.println(kept(opening).in(language)));
            err.flush();
        }
    }

    private static Text stored(RecordTarget.Stored stored) {
        return new Text(
                "Recorded in %s%nSHA-256 %s".formatted(stored.file(), stored.sha256()),
                "已记录于 %s%nSHA-256 %s".formatted(stored.file(), stored.sha256()));
    }

    private static Text kept(Opening opening) {
        return new Text(
                "To replay it, keep this, which is in no record: --reveal '%s'".formatted(opening),
                "重放时需要，请保存（记录中没有）：--reveal '%s'".formatted(opening));
    }
}
