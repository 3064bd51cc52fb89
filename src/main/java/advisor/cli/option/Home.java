package advisor.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where rules and catalog are: beside the launcher, or packed in the program. */
public final class Home {
    /** Set by the launcher to its own folder. */
    private static final String PROPERTY = "advisor.home";

    private static final String PACKED = "/home/";

    private Home() {}

    /** The folder {@code rules} or {@code catalog} beside the launcher, else the packed one. */
    public static Path folder(String name) {
        String home = System.getProperty(PROPERTY);
        if (home != null && Files.isDirectory(Path.of(home, name))) {
            return Path.of(home, name);
        }
        return packed(name);
    }

    private static Path packed(String name) {
        URL url = Home.class.getResource(PACKED + name);
        if (url == null) {
            throw new IllegalStateException("The program was packed without its %s.".formatted(name));
        }
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                open(uri);
            }
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program's own place is no address.", e);
        }
    }

    /** Opens the program's jar as a file system; it stays open as long as the program runs. */
    private static void open(URI uri) {
        try {
            FileSystem opened = FileSystems.newFileSystem(uri, Map.of());
            if (!opened.isOpen()) {
                throw new IllegalStateException("The program's jar cannot be opened.");
            }
        } catch (FileSystemAlreadyExistsException e) {
            // Opened before, for the other folder.
        } catch (IOException e) {
            throw new UncheckedIOException("The program's jar cannot be read.", e);
        }
    }
}
