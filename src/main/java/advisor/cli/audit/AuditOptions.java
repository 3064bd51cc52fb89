package advisor.cli.audit;

import advisor.audit.record.Opening;
import advisor.audit.record.StoredRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The record that a command runs again, and what opens its masked fields. */
final class AuditOptions {
    @Parameters(index = "0", paramLabel = "RECORD", description = "File of the record.")
    private Path record = Path.of("");

    @Option(
            names = "--reveal",
            paramLabel = "FIELD=VALUE#KEY",
            description = "Opens a masked field, as it was printed when the record was made; repeatable.")
    private List<String> reveal = new ArrayList<>();

    StoredRecord record() {
        return StoredRecord.read(record).orThrow();
    }

    List<Opening> openings() {
        return reveal.stream().map(Opening::parse).toList();
    }
}
