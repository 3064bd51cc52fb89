package advisor.engine;

import advisor.cache.Cache;
import advisor.cache.CacheKey;
import java.io.IOException;
import java.util.List;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Prepared rules in a cache, by the name and text of their file, by the program and by what it compiles with. What comes
 * from it is held to the same guard as what is compiled, so that a doctored entry can do no more than a rule file.
 */
final class RuleStore {
    private final Cache cache;
    private final boolean writable;

    RuleStore(Cache cache) {
        this(cache, true);
    }

    private RuleStore(Cache cache, boolean writable) {
        this.cache = cache;
        this.writable = writable;
    }

    /** The same store, but nothing is put into it. */
    RuleStore readOnly() {
        return new RuleStore(cache, false);
    }

    /** Prepared rules with their models loaded. */
    record Loaded(PreparedRules prepared, List<Model> models) {}

    /** What is kept of a file; {@code null} if it has to be prepared. */
    @Nullable Loaded read(RuleFile file) {
        byte[] bytes = cache.isNone() ? null : cache.read(key(file));
        return bytes == null ? null : load(bytes, file);
    }

    void write(RuleFile file, PreparedRules prepared) {
        if (writable && !cache.isNone()) {
            cache.write(key(file), PreparedRulesCodec.encode(prepared));
        }
    }

    /** What the compiler makes depends on the JDK that it runs on: a rule may call what an older one does not have. */
    static CacheKey key(RuleFile file) {
        return CacheKey.of(
                CacheKey.Kind.RULES,
                "drools " + Model.class.getPackage().getImplementationVersion(),
                "jdk " + Runtime.version().feature(),
                file.name(),
                file.text());
    }

    private static @Nullable Loaded load(byte[] bytes, RuleFile file) {
        try {
            PreparedRules prepared = PreparedRulesCodec.decode(bytes, file);
            return prepared.compiled().forbidden().isEmpty()
                    ? new Loaded(prepared, prepared.compiled().models(RuleBook.class.getClassLoader()))
                    : null;
        } catch (IOException | RuntimeException | LinkageError e) {
            // Whatever is wrong with an entry, the rule file itself is there.
            return null;
        }
    }
}
