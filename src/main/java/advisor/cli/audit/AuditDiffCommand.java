package advisor.cli.audit;

import advisor.audit.Difference;
import advisor.audit.DifferenceJson;
import advisor.audit.DifferenceText;
import advisor.audit.RecordDiff;
import advisor.audit.record.StoredRecord;
import advisor.cli.option.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor audit diff}. */
@Command(
        name = "diff",
        description = "What today's rules and catalog answer otherwise than a record, and why.",
        mixinStandardHelpOptions = true)
final class AuditDiffCommand implements Runnable {
    @Mixin
    private final AuditOptions options = new AuditOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        StoredRecord record = options.record();
        Difference difference = RecordDiff.of(record, options.openings(), answer.catalog(), answer.rules());
        answer.print(
                () -> DifferenceJson.of(record.name(), difference),
                language -> DifferenceText.of(difference, language));
    }
}
