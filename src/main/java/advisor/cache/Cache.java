package advisor.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was derived before: packed into the program by its build, or kept in a folder of the user. Whatever is missing,
 * damaged or not to be trusted counts as not there; nothing that goes wrong with it is ever told or fatal.
 */
public final class Cache {
    /** Holds nothing and keeps nothing. */
    public static final Cache NONE = new Cache(null, false);

    /** Where the build packs entries. */
    public static final String PACKED = "home/cache";

    private final @Nullable CacheFolder folder;
    private final boolean packed;

    private Cache(@Nullable CacheFolder folder, boolean packed) {
        this.folder = folder;
        this.packed = packed;
    }

    /** A folder alone. */
    public static Cache in(Path folder) {
        return new Cache(new CacheFolder(folder), false);
    }

    /** What is packed into the program, and the user's own folder beside it. */
    public static Cache ofUser() {
        Path folder = UserFolder.find();
        return new Cache(folder == null ? null : new CacheFolder(folder), true);
    }

    /** What is kept under a key; {@code null} if it has to be made. */
    public @Nullable Kept read(CacheKey key) {
        byte[] own = packed ? readPacked(key) : null;
        byte[] content = own == null && folder != null ? folder.read(key) : own;
        return content == null ? null : new Kept(content, own != null);
    }

    /** Keeps a content if it can be kept. */
    public void write(CacheKey key, byte[] content) {
        if (folder != null) {
            folder.write(key, content);
        }
    }

    /** Whether entries are looked for at all. */
    public boolean isNone() {
        return folder == null && !packed;
    }

    /** What is in the folder. */
    public CacheContents contents() {
        return CacheContents.of(folder);
    }

    /** Deletes every entry of the folder. */
    public Cleared clear() {
        return folder == null ? new Cleared(0, 0) : folder.clear();
    }

    private static byte @Nullable [] readPacked(CacheKey key) {
        try (InputStream in = Cache.class.getResourceAsStream("/" + PACKED + "/" + key.fileName())) {
            return in == null ? null : SealedEntry.open(key, in.readAllBytes());
        } catch (IOException e) {
            return null;
        }
    }
}
