package advisor.rules.text;

import advisor.file.LayerFiles;
import advisor.text.Layers;
import advisor.text.Layers.Layer;
import advisor.text.LoadException;
import advisor.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rule files of a folder, or of several one over the other, in the order of their names. */
public final class RuleFolder {
    private static final String SUFFIX = ".drl";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RuleFolder() {}

    /** @throws LoadException if there is no such folder, or no rule file in it */
    public static RuleFiles read(Path folder) {
        return read(Layers.ofRules(folder));
    }

    /**
     * As {@link #read(Path)}; a file takes the place of one of its name in a folder below.
     *
     * @throws LoadException if one of the folders does not exist, or holds no rule file
     */
    public static RuleFiles read(Layers layers) {
        List<RuleFile> files = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        layers.all().forEach(layer -> names(layer).forEach(name -> read(layer, name, files, faults)));
        return RuleFiles.layered(layers.all().get(0).name(), files, faults);
    }

    private static void read(Layer layer, String name, List<RuleFile> files, List<Fault> faults) {
        try {
            decode(new RuleFile(layer.name(), name, ""), LayerFiles.bytes(layer, name), files, faults);
        } catch (IOException e) {
            faults.add(encoding(layer.name() + "/" + name, 0, 0, "The file cannot be read: " + e.getMessage(), ""));
        }
    }

    private static void decode(RuleFile file, byte[] bytes, List<RuleFile> files, List<Fault> faults) {
        if (isUtf16(bytes)) {
            faults.add(encoding(file.path(), 0, 0, "The file is UTF-16 text.", "Save the file as UTF-8."));
            return;
        }
        if (isBinary(bytes)) {
            faults.add(
                    encoding(file.path(), 0, 0, "The file is binary: it holds zero bytes.", "Save it as UTF-8 text."));
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            int line = 1
                    + (int) text.chars().filter(character -> character == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            faults.add(encoding(
                    file.path(), line, column, "The file is not UTF-8 text from here on.", "Save the file as UTF-8."));
        } else if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            faults.add(encoding(
                    file.path(),
                    1,
                    1,
                    "The file begins with a byte-order mark.",
                    "Save the file as UTF-8 without one."));
        } else {
            files.add(new RuleFile(file.folder(), file.name(), text));
        }
    }

    /** Nobody types a zero. */
    private static boolean isBinary(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text begins as UTF-16 does. */
    private static boolean isUtf16(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static Fault encoding(String path, int line, int column, String message, String hint) {
        return new Fault(Check.ENCODING, "", "", new Problem(path, line, column, message, hint));
    }

    private static List<String> names(Layer layer) {
        String folder = layer.folder().toString();
        if (!Files.isDirectory(layer.folder())) {
            throw new LoadException(List.of(Problem.inFile(folder, "There is no such rules folder.")));
        }
        List<String> names = LayerFiles.names(layer, "").stream()
                .filter(name -> name.endsWith(SUFFIX))
                .toList();
        if (names.isEmpty()) {
            throw new LoadException(List.of(Problem.inFile(folder, "The folder holds no rule files (*.drl).")));
        }
        return names;
    }
}
