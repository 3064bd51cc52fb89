package advisor.file;

import advisor.text.Layers.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a folder as they would be with its drafts. Paths are those in the folder, with slashes. */
public final class LayerFiles {
    private LayerFiles() {}

    /** Whether there is such a file or folder. */
    public static boolean exists(Layer layer, String path) {
        return Files.exists(layer.folder().resolve(path))
                || layer.drafts().keySet().stream()
                        .anyMatch(draft -> draft.equals(path) || within(draft, path) != null);
    }

    /**
     * The names of what lies in a folder, in their order; none if there is no such folder.
     *
     * @param folder empty for the layer's own
     */
    public static List<String> names(Layer layer, String folder) {
        return Stream.concat(
                        onDisk(layer.folder().resolve(folder)).stream(),
                        layer.drafts().keySet().stream().flatMap(draft -> Stream.ofNullable(within(draft, folder))))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> onDisk(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace("/", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder (%s) cannot be listed.".formatted(folder), e);
        }
    }

    /** What leads from a folder to a draft below it; {@code null} if it lies elsewhere. */
    private static @Nullable String within(String draft, String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return draft.startsWith(prefix) ? draft.substring(prefix.length()).replaceFirst("/.*", "") : null;
    }

    /** As {@link RegularFile#text(Path)}. */
    public static String text(Layer layer, String path) throws IOException {
        String draft = layer.drafts().get(path);
        return draft == null ? RegularFile.text(layer.folder().resolve(path)) : draft;
    }

    /** As {@link RegularFile#bytes(Path)}. */
    public static byte[] bytes(Layer layer, String path) throws IOException {
        String draft = layer.drafts().get(path);
        return draft == null ? RegularFile.bytes(layer.folder().resolve(path)) : draft.getBytes(StandardCharsets.UTF_8);
    }
}
