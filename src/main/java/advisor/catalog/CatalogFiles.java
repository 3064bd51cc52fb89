package advisor.catalog;

import advisor.model.Fingerprint;
import advisor.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a catalog folder, in the order of their names. */
final class CatalogFiles {
    private static final String SUFFIX = ".yaml";

    private final Path folder;
    private final Problems problems;
    private final Fingerprint fingerprint = new Fingerprint();

    CatalogFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The document in a file, or {@code null} if it cannot be read: the reason is then among the problems. */
    @Nullable YamlNode read(Path file) {
        String name = name(file);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            fingerprint.add(name).add(text);
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
        return fingerprint.hex();
    }

    private String name(Path file) {
        return "catalog/" + folder.relativize(file).toString().replace('\\', '/');
    }
}
