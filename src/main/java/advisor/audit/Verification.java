package advisor.audit;

import advisor.model.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an examination of records found.
 *
 * @param records how many were examined
 * @param head SHA-256 of the last one; empty without any
 * @param faults all that is wrong, each with the file it is in
 * @param notes what is odd and breaks nothing
 */
public record Verification(int records, String head, List<Text> faults, List<Text> notes) {
    /**
     * Examines one record, or the chain in a folder.
     *
     * @param expectedHead SHA-256 of a record that must be there; {@code null} if none was kept
     * @throws advisor.request.BadRequestException if there is nothing that can be read
     */
    public static Verification of(Path path, @Nullable String expectedHead) {
        return Files.isDirectory(path) ? ChainCheck.of(path, expectedHead) : single(path, expectedHead);
    }

    private static Verification single(Path file, @Nullable String expectedHead) {
        StoredRecord record = StoredRecord.read(file);
        List<Text> faults = new ArrayList<>(record.faults());
        if (expectedHead != null && !expectedHead.equals(record.sha256())) {
            faults.add(ChainCheck.lost(expectedHead));
        }
        return new Verification(1, record.sha256(), List.copyOf(faults), List.of());
    }

    public boolean sound() {
        return faults.isEmpty();
    }
}
