package advisor.rules.compile;

import advisor.cache.Cache;
import advisor.cache.CacheKey;
import advisor.cache.Kept;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Prepared rules, in memory with their models, so that code that runs often stays compiled over reloads, and in a cache,
 * by the name and text of their file, by the program and by what it compiles with. What comes from a folder of it is held
 * to the same guard and kinds as what is compiled, so that a doctored entry can do no more than a rule file; what was
 * packed with the program was held to them by its build.
 */
public final class RuleStore {
    private final Map<String, Loaded> loaded;
    private final Cache cache;
    private final boolean writable;

    RuleStore(Cache cache) {
        this(new ConcurrentHashMap<>(), cache, true);
    }

    private RuleStore(Map<String, Loaded> loaded, Cache cache, boolean writable) {
        this.loaded = loaded;
        this.cache = cache;
        this.writable = writable;
    }

    /** The same store, but nothing is put into its cache. */
    RuleStore readOnly() {
        return new RuleStore(loaded, cache, false);
    }

    /** Prepared rules with their models loaded. */
    public record Loaded(PreparedRules prepared, List<Model> models) {
        /** The places of rules name the folder. */
        private boolean isOf(RuleFile file) {
            return prepared.rules().stream().allMatch(rule -> rule.folder().equals(file.folder()));
        }
    }

    /** What is kept of a file; {@code null} if it has to be prepared. */
    public @Nullable Loaded read(RuleFile file) {
        String sha256 = file.sha256();
        Loaded known = loaded.get(sha256);
        if (known != null && known.isOf(file)) {
            return known;
        }
        Kept kept = cache.isNone() ? null : cache.read(key(sha256));
        Loaded read = kept == null ? null : load(kept, file);
        if (read != null) {
            loaded.put(sha256, read);
        }
        return read;
    }

    public void write(RuleFile file, Loaded prepared) {
        String sha256 = file.sha256();
        loaded.put(sha256, prepared);
        if (writable && !cache.isNone()) {
            cache.write(key(sha256), PreparedRulesCodec.encode(prepared.prepared()));
        }
    }

    /** Drops from memory all but what is kept under some hashes. */
    void keepOnly(Collection<String> hashes) {
        loaded.keySet().retainAll(hashes);
    }

    /**
     * What the compiler makes depends on the JDK that it runs on: a rule may call what an older one does not have.
     *
     * @param sha256 of a file's name and text
     */
    static CacheKey key(String sha256) {
        return CacheKey.of(
                CacheKey.Kind.RULES,
                "drools " + Model.class.getPackage().getImplementationVersion(),
                "jdk " + Runtime.version().feature(),
                sha256);
    }

    private static @Nullable Loaded load(Kept kept, RuleFile file) {
        try {
            PreparedRules prepared = PreparedRulesCodec.decode(kept.content(), file);
            return kept.packed() || prepared.compiled().forbidden().isEmpty()
                    ? held(
                            new Loaded(prepared, prepared.compiled().models(RuleStore.class.getClassLoader())),
                            kept,
                            file)
                    : null;
        } catch (IOException | RuntimeException | LinkageError e) {
            // Whatever is wrong with an entry, the rule file itself is there.
            return null;
        }
    }

    /** The same, if its rules state what they say that they state. */
    private static @Nullable Loaded held(Loaded loaded, Kept kept, RuleFile file) {
        Faults faults = new Faults(file);
        if (!kept.packed()) {
            PreparedRules prepared = loaded.prepared();
            new StatedKinds(prepared.compiled(), prepared.rules(), faults).check(loaded.models());
        }
        return faults.all().isEmpty() ? loaded : null;
    }
}
