package advisor.cache;

import advisor.cache.CacheKey.Kind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a cache folder.
 *
 * @param folder {@code null} if the user has none
 * @param trust why its entries are used, or not
 * @param entries by what they hold; every kind is there
 */
public record CacheContents(@Nullable Path folder, Trust trust, Map<Kind, Entries> entries) {

    /** How many, and how large together. */
    public record Entries(int count, long bytes) {}

    /** What a folder may hold at most. */
    public static Entries limit() {
        return new Entries(CacheFolder.MAX_ENTRIES, CacheFolder.MAX_BYTES);
    }

    static CacheContents of(@Nullable CacheFolder folder) {
        if (folder == null) {
            return new CacheContents(null, Trust.MISSING, entries(List.of()));
        }
        return new CacheContents(folder.path(), folder.trust(), entries(folder.entries()));
    }

    private static Map<Kind, Entries> entries(List<CacheFolder.Entry> files) {
        Map<Kind, Entries> entries = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            List<CacheFolder.Entry> ofKind = files.stream()
                    .filter(file -> file.name().endsWith(CacheKey.suffix(kind)))
                    .toList();
            long bytes = ofKind.stream().mapToLong(CacheFolder.Entry::bytes).sum();
            entries.put(kind, new Entries(ofKind.size(), bytes));
        }
        return entries;
    }
}
