package advisor.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of sealed entries that several processes may share. An entry appears whole or not at all; those used longest
 * ago go when there are too many. Nothing that fails here is anybody's fault: what is not kept is made again.
 */
final class CacheFolder {
    static final int MAX_ENTRIES = 512;
    static final long MAX_BYTES = 64L << 20;

    /** Begins the names of files that are being written. */
    private static final String PART = "part-";

    /** A part so old belongs to a process that ended. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** An entry is noted as used no more often. */
    private static final Duration NOTED = Duration.ofDays(1);

    private final Path folder;

    CacheFolder(Path folder) {
        this.folder = folder;
    }

    /** A file of the folder. */
    record Entry(Path path, String name, long bytes, Instant used) {}

    Path path() {
        return folder;
    }

    Trust trust() {
        return Trust.ofFolder(folder);
    }

    /** The content under a key; {@code null} if there is none, or none to be trusted. */
    byte @Nullable [] read(CacheKey key) {
        Path file = folder.resolve(key.fileName());
        if (trust() != Trust.TRUSTED || Trust.ofFile(file) != Trust.TRUSTED) {
            return null;
        }
        try {
            byte[] content = SealedEntry.open(key, Files.readAllBytes(file));
            if (content != null) {
                noteUse(file);
            }
            return content;
        } catch (IOException e) {
            return null;
        }
    }

    void write(CacheKey key, byte[] content) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (trust() == Trust.TRUSTED) {
                put(folder.resolve(key.fileName()), SealedEntry.seal(key, content));
                evict();
            }
        } catch (IOException | UnsupportedOperationException e) {
            // No room, no right, or no such permissions: the next run makes it again.
        }
    }

    /** In the order of their names; none if the folder is not to be trusted. */
    List<Entry> entries() {
        if (trust() != Trust.TRUSTED) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> entry(file).stream()).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Empty for what is no file, or is gone already. */
    private static Optional<Entry> entry(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(new Entry(
                            file,
                            file.getFileName().toString(),
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean delete(Entry entry) {
        try {
            Files.deleteIfExists(entry.path());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes every entry that can be deleted. */
    Cleared clear() {
        int deleted = 0;
        int left = 0;
        for (Entry entry : entries()) {
            if (delete(entry)) {
                deleted++;
            } else {
                left++;
            }
        }
        return new Cleared(deleted, left);
    }

    private void put(Path file, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder, PART, "");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Another process may do the same at once, and need not find what this one deletes. */
    private void evict() {
        Instant abandoned = Instant.now().minus(ABANDONED);
        List<Entry> newestFirst = entries().stream()
                .sorted(Comparator.comparing(Entry::used).reversed())
                .toList();
        int count = 0;
        long bytes = 0;
        for (Entry entry : newestFirst) {
            boolean part = entry.name().startsWith(PART);
            count += part ? 0 : 1;
            bytes += entry.bytes();
            boolean excess = !part && (count > MAX_ENTRIES || bytes > MAX_BYTES);
            if (excess || part && entry.used().isBefore(abandoned)) {
                delete(entry);
            }
        }
    }

    private static void noteUse(Path file) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().plus(NOTED).isBefore(now)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            // It is taken for older than it is.
        }
    }
}
