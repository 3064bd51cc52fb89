package advisor.audit.record;

import advisor.request.BadRequestException;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where records are stored: a file of its own, or a folder that holds a chain. */
public interface RecordTarget {
    /**
     * Refuses what cannot be written, before any work is done for it.
     *
     * @throws BadRequestException saying why
     */
    void refuseIfUnusable();

    /**
     * Stores a document, whole or not at all.
     *
     * @throws BadRequestException if it cannot be written; nothing is then stored
     */
    Stored store(ObjectNode document);

    /**
     * What was stored.
     *
     * @param sha256 of the record: whoever keeps it elsewhere sees that the chain lost its end
     */
    record Stored(Path file, String sha256) {}

    /** A folder that cannot be listed. */
    static BadRequestException unreadable(Path path, IOException cause) {
        String reason = cause.getClass().getSimpleName();
        return new BadRequestException(List.of(new Text(
                "The folder (%s) cannot be read: %s".formatted(path, reason),
                "文件夹（%s）无法读取：%s".formatted(path, reason))));
    }

    /** A target that cannot be written. */
    static BadRequestException unusable(Path path, IOException cause) {
        String reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String line = System.lineSeparator();
        return new BadRequestException(List.of(new Text(
                "The record cannot be written to (%s): %s%sNothing was recorded. Maybe the disk is full, or the folder is not yours to write?"
                        .formatted(path, reason, line),
                "记录无法写入（%s）：%s%s未作任何记录。请检查磁盘空间与写入权限。".formatted(path, reason, line))));
    }
}
