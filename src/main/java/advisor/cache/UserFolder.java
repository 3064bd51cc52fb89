package advisor.cache;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The user's cache folder, as the XDG base directory specification has it. */
final class UserFolder {
    /** Overrides the folder, for tests. */
    private static final String PROPERTY = "advisor.cache";

    private static final String NAME = "deployment-advisor";

    private UserFolder() {}

    /** {@code null} if the user has no home. */
    static @Nullable Path find() {
        return find(System.getProperty(PROPERTY), System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"));
    }

    /** A relative {@code XDG_CACHE_HOME} counts as not set: so says the specification. */
    static @Nullable Path find(@Nullable String property, @Nullable String xdg, @Nullable String home) {
        Path chosen = absolute(property);
        if (chosen != null) {
            return chosen;
        }
        Path caches = absolute(xdg);
        if (caches != null) {
            return caches.resolve(NAME);
        }
        Path own = absolute(home);
        return own == null ? null : own.resolve(".cache").resolve(NAME);
    }

    private static @Nullable Path absolute(@Nullable String text) {
        try {
            Path path = text == null || text.isBlank() ? null : Path.of(text);
            return path != null && path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
