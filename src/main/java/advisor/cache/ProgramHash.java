package advisor.cache;

import advisor.text.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * By what entries of one build are told from those of another: a hash over the program's own classes. The build writes
 * it into the jar; classes that lie in a folder are hashed anew, since they may change.
 */
public final class ProgramHash {
    private static final String RESOURCE = "/home/program.sha256";
    private static final String CLASS_SUFFIX = ".class";

    private ProgramHash() {}

    /** The hash is asked for once, and only if there is a cache. */
    private static final class Holder {
        private static final String SHA256 = find();
    }

    static String sha256() {
        return Holder.SHA256;
    }

    private static String find() {
        try {
            URL own = ProgramHash.class.getResource(ProgramHash.class.getSimpleName() + CLASS_SUFFIX);
            return own != null && own.getProtocol().equals("file") ? ofFolder(root(own.toURI())) : written();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own classes cannot be read.", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program's own place is no address.", e);
        }
    }

    /** The folder of all classes, from the address of this one. */
    private static Path root(URI own) {
        String inRoot = ProgramHash.class.getName().replace('.', '/') + CLASS_SUFFIX;
        String path = Path.of(own).toString();
        return Path.of(path.substring(0, path.length() - inRoot.length()));
    }

    private static String written() throws IOException {
        try (InputStream in = ProgramHash.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("The program was packed without %s.".formatted(RESOURCE));
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** The hash over the classes below a folder, by their names. */
    static String ofFolder(Path classes) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path file : classFiles(classes)) {
            fingerprint.add(classes.relativize(file).toString());
            fingerprint.add(Fingerprint.ofBytes(Files.readAllBytes(file)));
        }
        return fingerprint.hex();
    }

    /**
     * Writes the hash of the classes below a folder where the program looks for it.
     *
     * @return whether it was another before, or none
     */
    public static boolean write(Path classes) throws IOException {
        Path file = classes.resolve(RESOURCE.substring(1));
        String hash = ofFolder(classes);
        if (Files.exists(file)
                && Files.readString(file, StandardCharsets.US_ASCII).equals(hash)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, hash, StandardCharsets.US_ASCII);
        return true;
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(CLASS_SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
