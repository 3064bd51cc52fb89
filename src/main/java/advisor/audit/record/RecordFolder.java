package advisor.audit.record;

import advisor.file.AtomicFile;
import advisor.request.BadRequestException;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of records, each of which names the SHA-256 of the one before it. One process at a time adds to it. */
public record RecordFolder(Path folder) implements RecordTarget {
    /** Stays in the folder: to delete it would let two processes hold different locks. */
    public static final String LOCK = ".lock";

    /** Nobody calls a new folder so. */
    private static final Pattern FILE =
            Pattern.compile(".*\\.(?i:txt|js|gz|zip|ya?ml|xml|csv|xlsx|pdf|html?|md|jsonl)");

    /** A lock on a file holds between processes; this one between the threads of this process. */
    private static final Object ONE_THREAD = new Object();

    @Override
    public void refuseIfUnusable() {
        if (FILE.matcher(folder.toString()).matches() && !Files.isDirectory(folder)) {
            throw new BadRequestException(List.of(new Text(
                    "The record (%s) is called like a file, and records end with .json or .json.gz; any other name is that of a folder."
                            .formatted(folder),
                    "record（%s）像是文件名，而记录文件以 .json 或 .json.gz 结尾；其他名称表示文件夹。".formatted(folder))));
        }
        try {
            locked(() -> Optional.of(previous()));
        } catch (IOException e) {
            throw RecordTarget.unusable(folder, e);
        }
    }

    @Override
    public Stored store(ObjectNode document) {
        try {
            return locked(() -> append(RecordForm.copy(document)));
        } catch (IOException e) {
            throw RecordTarget.unusable(folder, e);
        }
    }

    /** The files of the folder by name, those of a kind that nobody looks at included. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The last record, if there is any. */
    public Optional<Path> last() {
        try {
            return lastRecord();
        } catch (IOException e) {
            throw RecordTarget.unreadable(folder, e);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) throws IOException {
        synchronized (ONE_THREAD) {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("The lock of the folder was lost.");
                }
                return work.run();
            }
        }
    }

    private Stored append(ObjectNode document) throws IOException {
        Link previous = previous();
        Seal.follow(document, previous.sequence() + 1, previous.sha256());
        byte[] bytes = Seal.sealed(document);
        String decisionId = document.path("decisionId").asText();
        Path file = folder.resolve(new RecordName(previous.sequence() + 1, decisionId).text());
        AtomicFile.write(file, Packing.packed(bytes));
        return new Stored(file, Seal.claimed(bytes));
    }

    /** The last record's place in the chain; before the first record, number 0 without a SHA-256. */
    private record Link(long sequence, String sha256) {}

    private Link previous() throws IOException {
        Optional<Path> last = lastRecord();
        if (last.isEmpty()) {
            return new Link(0, "");
        }
        StoredRecord record = StoredRecord.read(last.get());
        if (!record.faults().isEmpty()) {
            throw damaged(record);
        }
        return new Link(record.sequence(), record.sha256());
    }

    private Optional<Path> lastRecord() throws IOException {
        return files().stream().filter(file -> RecordName.of(file).isPresent()).max((one, other) -> RecordName.of(one)
                .orElseThrow()
                .compareTo(RecordName.of(other).orElseThrow()));
    }

    private BadRequestException damaged(StoredRecord record) {
        String line = System.lineSeparator();
        return new BadRequestException(List.of(new Text(
                "The folder (%s) must end with a sound record, and (%s) is damaged.%sMaybe \"advisor audit verify\" tells more; record to another folder until then."
                        .formatted(folder, record.name(), line),
                "文件夹（%s）的最后一条记录（%s）已损坏。%s请运行 advisor audit verify，并暂时记录到别的文件夹。"
                        .formatted(folder, record.name(), line))));
    }
}
