package advisor.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Whether a folder or file may be read as the user's own: what is kept in it is code. */
public enum Trust {
    TRUSTED,
    /** There is nothing yet. */
    MISSING,
    /** It is a link, or neither folder nor file. */
    LINK,
    /** Somebody else owns it. */
    FOREIGN,
    /** Group or others may write to it. */
    OPEN,
    /** The file system does not say who owns it. */
    UNKNOWN;

    private static final int TYPE = 0170000;
    static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int WRITABLE_BY_OTHERS = 0022;

    /** Linux shows there each process its own, under its own user. */
    private static final Path PROCESS = Path.of("/proc/self");

    /** The user of this process does not change. */
    private static final class Holder {
        private static final int USER = findUser();
    }

    static Trust ofFolder(Path folder) {
        return of(folder, FOLDER, Holder.USER);
    }

    static Trust ofFile(Path file) {
        return of(file, FILE, Holder.USER);
    }

    /** Whether a user may trust a folder or file. */
    static Trust of(Path path, int type, int user) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return MISSING;
        }
        try {
            int mode = number(path, "unix:mode");
            return (mode & TYPE) == type ? of(number(path, "unix:uid"), user, mode) : LINK;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static Trust of(int owner, int user, int mode) {
        if (owner != user) {
            return FOREIGN;
        }
        return (mode & WRITABLE_BY_OTHERS) == 0 ? TRUSTED : OPEN;
    }

    /** The number of the user that this process runs as; -1 if it cannot be told. */
    private static int findUser() {
        Path own = Files.exists(PROCESS) ? PROCESS : Path.of(System.getProperty("user.home", ""));
        try {
            return number(own.toRealPath(), "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return -1;
        }
    }

    private static int number(Path path, String attribute) throws IOException {
        return ((Number) Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS)).intValue();
    }
}
