package advisor.cache;

import advisor.text.Fingerprint;
import java.util.Locale;

/**
 * What an entry is kept under: everything that it was derived from.
 *
 * @param sha256 64 hexadecimal digits
 */
public record CacheKey(Kind kind, String sha256) {
    /** Changes when entries are written otherwise. */
    private static final String FORMAT = "1";

    /** What an entry holds. */
    public enum Kind {
        /** Compiled rules of one file, and what they say of themselves. */
        RULES,
        /** The parsed files of a catalog. */
        CATALOG,
        /** Nothing but that rules, scenarios and a catalog were found to be in order. */
        CHECKED
    }

    /** The key of something that this program derives from texts. */
    public static CacheKey of(Kind kind, String... texts) {
        Fingerprint fingerprint = new Fingerprint().add(FORMAT).add(ProgramHash.sha256());
        for (String text : texts) {
            fingerprint.add(text);
        }
        return new CacheKey(kind, fingerprint.hex());
    }

    String fileName() {
        return sha256 + suffix(kind);
    }

    static String suffix(Kind kind) {
        return "." + kind.name().toLowerCase(Locale.ROOT);
    }
}
