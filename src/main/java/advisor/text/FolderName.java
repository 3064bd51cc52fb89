package advisor.text;

import java.nio.file.Path;

/** What a folder is called in messages. */
public final class FolderName {
    private FolderName() {}

    /** The usual name for a folder that has it, wherever it lies; any other folder as it was given. */
    public static String of(Path folder, String usual) {
        Path last = folder.getFileName();
        return last == null || last.toString().replace("/", "").equals(usual) ? usual : folder.toString();
    }
}
