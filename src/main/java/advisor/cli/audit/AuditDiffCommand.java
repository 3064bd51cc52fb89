package advisor.cli.audit;

import advisor.audit.Difference;
import advisor.audit.DifferenceJson;
import advisor.audit.DifferenceText;
import advisor.audit.RecordDiff;
import advisor.audit.record.StoredRecord;
import advisor.cli.option.Answer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code advisor audit diff}. */
@Command(
        name = "diff",
        description = "What today's rules and catalog, or another record, answer otherwise than a record, and why.",
        mixinStandardHelpOptions = true)
final class AuditDiffCommand implements Runnable {
    @Mixin
    private final AuditOptions options = new AuditOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OTHER",
            description = "Another record, to compare with instead of what would be answered today.")
    private @Nullable Path other;

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        StoredRecord record = options.record();
        Difference difference = difference(record);
        answer.print(
                () -> DifferenceJson.of(record.name(), difference),
                screen -> other == null
                        ? DifferenceText.of(difference, screen)
                        : DifferenceText.ofRecords(difference, screen));
    }

    private Difference difference(StoredRecord record) {
        return other == null
                ? RecordDiff.of(record, options.openings(), answer.catalog(), answer.rules())
                : RecordDiff.of(record, AuditOptions.read(other));
    }
}
