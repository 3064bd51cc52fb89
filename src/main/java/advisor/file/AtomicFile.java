package advisor.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all. */
public final class AtomicFile {
    private static final String PREFIX = ".part-";
    private static final String SUFFIX = ".tmp";

    private AtomicFile() {}

    /** Whether a file is what a process left behind that was killed while it wrote. */
    public static boolean isLeftOver(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /**
     * Writes a new file, and never over another.
     *
     * @throws FileAlreadyExistsException if there is such a file
     * @throws IOException if it cannot be written; nothing is then left of it
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, AtomicFile::name);
    }

    /**
     * Writes a file, over another of its name if there is one.
     *
     * @throws IOException if it cannot be written; the other is then as it was
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        write(
                file,
                bytes,
                (written, place) -> Files.move(
                        written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** Gives what was written its name. */
    @FunctionalInterface
    private interface Naming {
        void name(Path written, Path file) throws IOException;
    }

    /** Writes a file beside its final place, forces it to the disk, and gives it its name at once. */
    private static void write(Path file, byte[] bytes, Naming naming) throws IOException {
        Path folder = folder(file);
        Path beside = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            fill(beside, bytes);
            naming.name(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
        force(folder);
    }

    public static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static void fill(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** By a second link, which fails if the name is taken; where there are no links, by a move. */
    private static void name(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Makes the new name last; not every system can open a folder for that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file itself is on the disk.
        }
    }
}
