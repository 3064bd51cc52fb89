package advisor.catalog;

import advisor.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a catalog folder, in the order of their names. */
final class CatalogFiles {
    private static final String SUFFIX = ".yaml";

    private final Path folder;
    private final Problems problems;
    private final MessageDigest digest;

    CatalogFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        this.digest = sha256();
    }

    /** The document in a file, or {@code null} if it cannot be read: the reason is then among the problems. */
    @Nullable YamlNode read(Path file) {
        String name = name(file);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return YamlFile.read(name, text, problems);
        } catch (CharacterCodingException e) {
            problems.add(Problem.inFile(name, "The file is not UTF-8 text."));
        } catch (IOException e) {
            problems.add(Problem.inFile(name, "The file cannot be read: " + e.getMessage()));
        }
        return null;
    }

    /** The files of a subfolder; none if there is no such folder. */
    List<Path> in(String subfolder) {
        Path path = folder.resolve(subfolder);
        if (!Files.isDirectory(path)) {
            problems.add(Problem.inFile(name(path), "The folder is missing from the catalog."));
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder (%s) cannot be listed.".formatted(path), e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The id that a file must hold: its name without the ending. */
    static String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** SHA-256 over the names and texts read so far. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private String name(Path file) {
        return "catalog/" + folder.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
