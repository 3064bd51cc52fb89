package advisor.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of the page by its path, as {@code views/ask.js}. */
record PageFile(String path) {
    private static final String FOLDER = "/web/";

    /** @throws IllegalStateException if the page has no such file */
    String text() {
        try (InputStream in = PageFile.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException("The page has no file (%s).".formatted(path));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether others wrote it. */
    boolean isVendored() {
        return path.startsWith("vendor/");
    }

    /** The file that this one means by a path such as {@code ../state.js}. */
    PageFile resolve(String relative) {
        return new PageFile(java.nio.file.Path.of("/" + path)
                .resolveSibling(relative)
                .normalize()
                .toString()
                .substring(1));
    }
}
