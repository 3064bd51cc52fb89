package advisor.http.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files below some folders, by what tells that one has changed: equal if none has, as far as can be seen without
 * reading them.
 *
 * @param files what a file or folder was stamped with, by its path
 */
record FolderState(SortedMap<Path, String> files, Set<Path> folders) {

    /** What cannot be read is as if it were not there. */
    static FolderState of(Collection<Path> roots) {
        SortedMap<Path, String> files = new TreeMap<>();
        roots.forEach(root -> walk(root, files));
        return new FolderState(
                files,
                files.entrySet().stream()
                        .filter(file -> file.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a name is one that editors and this program give to what is not finished. */
    static boolean isPassing(Path name) {
        String text = name.toString();
        return text.startsWith(".") || text.startsWith("#") || text.endsWith("~");
    }

    private static void walk(Path root, SortedMap<Path, String> files) {
        try (Stream<Path> below = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            below.filter(file -> isShown(root, file))
                    .forEach(file -> stamp(file).ifPresent(stamp -> files.put(file, stamp)));
        } catch (IOException | UncheckedIOException e) {
            // Folders come and go while they are walked; the next look sees more.
        }
    }

    private static boolean isShown(Path root, Path file) {
        return root.equals(file) || !hasPassing(root.relativize(file));
    }

    private static boolean hasPassing(Path path) {
        for (Path name : path) {
            if (isPassing(name)) {
                return true;
            }
        }
        return false;
    }

    /** Empty for a folder: its files tell. */
    private static Optional<String> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    attributes.isDirectory()
                            ? ""
                            : attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
