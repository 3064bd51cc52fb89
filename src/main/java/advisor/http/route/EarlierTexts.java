package advisor.http.route;

import advisor.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a file had before it was saved here, each whole in a file of its own beside it, under a number that
 * grows. One without a number is the oldest: a version of the program that kept no more than one has left it.
 */
final class EarlierTexts {
    static final int MOST = 20;

    private static final String FOLDER = ".previous";

    private final Path file;
    private final Path folder;
    private final Pattern kept;

    /** @param file that is saved */
    EarlierTexts(Path file) {
        this.file = file;
        this.folder = file.resolveSibling(FOLDER);
        this.kept = Pattern.compile(Pattern.quote(file.getFileName().toString()) + "(?:\\.(\\d{1,9}))?");
    }

    /** @param savedAt when the file was last written with the text in it */
    record Earlier(int number, String text, Instant savedAt) {}

    /** The newest first. */
    List<Earlier> all() {
        try {
            return files().flatMap(one -> read(one).stream()).toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Stream<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(one -> number(one) >= 0 && Files.isRegularFile(one))
                    .sorted(Comparator.comparing(this::number).reversed())
                    .toList()
                    .stream();
        }
    }

    private int number(Path one) {
        Matcher name = kept.matcher(String.valueOf(one.getFileName()));
        if (!name.matches()) {
            return -1;
        }
        return name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
    }

    /** Nothing if a save has dropped it meanwhile. */
    private Optional<Earlier> read(Path one) {
        try {
            Instant savedAt = Files.getLastModifiedTime(one).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(new Earlier(number(one), Files.readString(one), savedAt));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException(
                "What the file (%s) was before cannot be read.".formatted(file.getFileName()), e);
    }

    /**
     * Keeps the text that the file has, before it gets another.
     *
     * @return where it is kept
     */
    Path keep(String text) throws IOException {
        Files.createDirectories(folder);
        int last = files().findFirst().map(this::number).orElse(0);
        Path one = folder.resolve(String.format(Locale.ROOT, "%s.%06d", file.getFileName(), last + 1));
        try {
            AtomicFile.write(one, text.getBytes(StandardCharsets.UTF_8));
            Files.setLastModifiedTime(one, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            drop(one);
            throw e;
        }
        return one;
    }

    /** What was kept of a text that the file has still. */
    static void drop(@Nullable Path kept) {
        try {
            if (kept != null) {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            // It is there twice.
        }
    }

    /** Drops all but the newest. What cannot be dropped takes room and does no other harm. */
    void dropOldest() {
        try {
            for (Path one : files().skip(MOST).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            // The next save drops them.
        }
    }
}
