package advisor.cli.audit;

import advisor.audit.record.Opening;
import advisor.audit.record.RecordFolder;
import advisor.audit.record.StoredRecord;
import advisor.request.BadRequestException;
import advisor.text.Text;
import java.nio.file.Files;
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
        return read(record).orThrow();
    }

    /** @throws BadRequestException if it is a folder, saying which record of it may be meant */
    static StoredRecord read(Path record) {
        if (Files.isDirectory(record)) {
            String line = System.lineSeparator();
            String maybe = new RecordFolder(record)
                    .last()
                    .map(last -> line + "Maybe its last, " + last + "?")
                    .orElse("");
            throw new BadRequestException(List.of(new Text(
                    "The record (%s) is a folder, and one record is read: name a file of it.%s"
                            .formatted(record, maybe),
                    "record（%s）是文件夹，而这里只读一条记录：请给出其中的文件。%s"
                            .formatted(
                                    record,
                                    maybe.replace("Maybe its last, ", "其最后一条为 ").replace("?", "。")))));
        }
        return StoredRecord.read(record);
    }

    List<Opening> openings() {
        return reveal.stream().map(Opening::parse).toList();
    }
}
