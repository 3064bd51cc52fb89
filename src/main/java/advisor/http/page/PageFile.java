package advisor.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of the page by its path, as {@code views/ask.js}. */
record PageFile(String path) {
    private static final String FOLDER = "/web/";
    private static final String LIBRARIES = "vendor/";

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

    /** Whether it comes from elsewhere. */
    boolean isOfLibrary() {
        return path.startsWith(LIBRARIES);
    }

    /** Whether it is, or is loaded with, a script of its own. */
    boolean isInChunk() {
        return path.startsWith("chunks/");
    }

    /** The file that this one means by a path such as {@code ../state.js}, or by the name of a library. */
    PageFile resolve(String relative) {
        if (!relative.startsWith(".")) {
            return new PageFile(LIBRARIES + relative.replace("@", "").replace("/", "__") + "/index.js");
        }
        return new PageFile(java.nio.file.Path.of("/" + path)
                .resolveSibling(relative)
                .normalize()
                .toString()
                .substring(1));
    }
}
