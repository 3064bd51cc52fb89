package advisor.audit;

import advisor.audit.record.RecordFolder;
import advisor.audit.record.RecordName;
import advisor.audit.record.RecordTarget;
import advisor.audit.record.StoredRecord;
import advisor.file.AtomicFile;
import advisor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Examines a record by itself, or a chain from its first to its last, and names every link that is broken. */
public final class ChainCheck {
    private final RecordFolder folder;
    private final List<Text> faults = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private @Nullable Link previous;

    private ChainCheck(RecordFolder folder) {
        this.folder = folder;
    }

    private record Link(RecordName name, StoredRecord record) {}

    /**
     * Examines one record, or the chain in a folder.
     *
     * @param expectedHead SHA-256 of a record that must be there; {@code null} if none was kept
     * @throws advisor.request.BadRequestException if there is nothing that can be read
     */
    public static Verification of(Path path, @Nullable String expectedHead) {
        return Files.isDirectory(path) ? chain(path, expectedHead) : single(path, expectedHead);
    }

    private static Verification single(Path file, @Nullable String expectedHead) {
        StoredRecord record = StoredRecord.read(file);
        List<Text> faults = new ArrayList<>(record.faults());
        if (expectedHead != null && !expectedHead.equals(record.sha256())) {
            faults.add(lost(expectedHead));
        }
        return new Verification(1, record.sha256(), List.copyOf(faults), List.of());
    }

    private static Verification chain(Path folder, @Nullable String expectedHead) {
        try {
            return new ChainCheck(new RecordFolder(folder)).verify(expectedHead);
        } catch (IOException e) {
            throw RecordTarget.unreadable(folder, e);
        }
    }

    private static Text lost(String head) {
        return new Text(
                "No record has the SHA-256 (%s) that was kept: records were removed from the end, or the chain was written anew."
                        .formatted(head),
                "没有记录具有所保存的 SHA-256（%s）：末尾的记录被删除，或整条链被重写。".formatted(head));
    }

    private Verification verify(@Nullable String expectedHead) throws IOException {
        SortedMap<RecordName, Path> records = records();
        if (records.isEmpty()) {
            faults.add(emptied());
        }
        for (Map.Entry<RecordName, Path> entry : records.entrySet()) {
            StoredRecord record = StoredRecord.read(entry.getValue());
            faults.addAll(record.faults());
            check(entry.getKey(), record);
            previous = new Link(entry.getKey(), record);
            seen.add(record.sha256());
        }
        if (expectedHead != null && !seen.contains(expectedHead)) {
            faults.add(lost(expectedHead));
        }
        Link last = previous;
        return new Verification(
                records.size(), last == null ? "" : last.record().sha256(), List.copyOf(faults), List.copyOf(notes));
    }

    private Text emptied() {
        return new Text(
                "%s: no record is here: they were removed, or none was ever written.".formatted(folder.folder()),
                "%s：没有任何记录：已被删除，或从未写入。".formatted(folder.folder()));
    }

    private SortedMap<RecordName, Path> records() throws IOException {
        SortedMap<RecordName, Path> records = new TreeMap<>();
        for (Path file : folder.files()) {
            RecordName.of(file)
                    .filter(name -> Files.isRegularFile(file) && records.putIfAbsent(name, file) == null)
                    .ifPresentOrElse(name -> {}, () -> other(String.valueOf(file.getFileName())));
        }
        return records;
    }

    private void other(String name) {
        if (AtomicFile.isLeftOver(name)) {
            notes.add(new Text(
                    "%s: left by a process that was killed while it wrote; no record, and it can be deleted."
                            .formatted(name),
                    "%s：写入时被中止的进程所留，不是记录，可以删除。".formatted(name)));
        } else if (!name.equals(RecordFolder.LOCK)) {
            faults.add(new Text(
                    "%s: a foreign file, which the advisor did not write here.".formatted(name),
                    "%s：外来文件，并非本程序所写。".formatted(name)));
        }
    }

    private void check(RecordName name, StoredRecord record) {
        boolean readable = !record.decisionId().isEmpty();
        if (readable && !name.equals(new RecordName(record.sequence(), record.decisionId()))) {
            faults.add(renamed(record));
        }
        Link before = previous;
        long expected = before == null ? 1 : before.name().sequence() + 1;
        if (name.sequence() != expected) {
            faults.add(gap(name, record.name(), expected));
        } else if (readable && !follows(record, before)) {
            faults.add(broken(record.name(), before));
        }
    }

    /** A record whose beginning was altered has no SHA-256 to be followed by; that is told of it, not of the next. */
    private static boolean follows(StoredRecord record, @Nullable Link before) {
        String sha256 = before == null ? "" : before.record().sha256();
        return before != null && sha256.isEmpty() || record.previousSha256().equals(sha256);
    }

    private static Text renamed(StoredRecord record) {
        String own = new RecordName(record.sequence(), record.decisionId()).text();
        return new Text(
                "%s: the record was renamed or exchanged: it is %s.".formatted(record.name(), own),
                "%s：记录被改名或调换：它原是 %s。".formatted(record.name(), own));
    }

    private static Text gap(RecordName name, String file, long expected) {
        String lost = missing(expected, name.sequence() - 1);
        return name.sequence() > expected
                ? new Text(
                        "%s: the link to the record before it is broken: number %s is missing.".formatted(file, lost),
                        "%s：与前一条记录的链接断开：缺少编号 %s。".formatted(file, lost))
                : new Text(
                        "%s: the link to the record before it is broken: number %s is expected here."
                                .formatted(file, expected),
                        "%s：与前一条记录的链接断开：此处应为编号 %s。".formatted(file, expected));
    }

    private static String missing(long first, long last) {
        return first == last ? Long.toString(first) : first + "–" + last;
    }

    private static Text broken(String file, @Nullable Link before) {
        String other = before == null ? "-" : before.record().name();
        return new Text(
                "%s: the link to the record before it (%s) is broken: that is not the record that it followed."
                        .formatted(file, other),
                "%s：与前一条记录（%s）的链接断开：它所承接的不是这条记录。".formatted(file, other));
    }
}
